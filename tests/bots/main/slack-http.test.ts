/** The bot as shipped, reached by Slack over HTTP: with one workspace's token, and installed by workspaces themselves. */
import { expect, it, onTestFinished } from 'vitest'
import { commands } from '#bots/commands/index.ts'
import { listScopes } from '#bots/slack/register.ts'
import { openFreshOperations } from '#tests/fresh-store.ts'
import { bootBot, findFreePort } from '#tests/program.ts'
import type { Message } from '#tests/standins/slack/message.ts'
import { startSlackStandin } from '#tests/standins/slack/start.ts'
import { createFolder } from '#tests/temporary-folder.ts'

const isPicture = ({ blocks }: Message) => JSON.stringify(blocks).includes('slack_file')

/** `more`: how this bot gets its tokens. */
async function startOverHttp(
  more: (slack: Awaited<ReturnType<typeof startSlackStandin>>, token: () => string) => Record<string, string>,
) {
  const slack = await startSlackStandin()
  onTestFinished(() => slack.close())
  const team = slack.createTeam({ name: 'Lighthouse' })
  const cleo = slack.createPerson(team, { name: 'cleo' })
  const port = await findFreePort()
  const publicUrl = `http://127.0.0.1:${port}`
  const tokens = more(slack, () => slack.install(team, { scopes: listScopes(commands) }).token)
  const general = slack.createChannel(team, { name: 'general', members: [cleo] })
  slack.operator.setRequestUrl(`${publicUrl}/slack/events`)
  const env = {
    DATA_DIR: createFolder(),
    PORT: String(port),
    PUBLIC_URL: publicUrl,
    SESSION_SECRET: 'a-secret-for-tests-that-is-long-enough',
    SLACK_SIGNING_SECRET: slack.app.signingSecret,
    SLACK_API_URL: slack.apiUrl,
    ...tokens,
  }
  const operations = await openFreshOperations(env)
  await operations.link({ platform: 'slack', user: `${team.id}:${cleo.id}` }, 'cleo@example.com')
  await operations.close()
  const boot = (changes: Record<string, string> = {}) => bootBot({ ...env, ...changes })
  return { slack, team, cleo, general, publicUrl, boot, stop: (await boot()).stop }
}

it('answers what Slack has signed, and nothing else', async () => {
  const { slack, cleo, general, publicUrl } = await startOverHttp((_, install) => ({
    SLACK_BOT_TOKEN: install(),
  }))
  expect(await slack.operator.verifyRequestUrl()).toBe(true)
  const headers = {
    'x-slack-request-timestamp': String(Math.floor(Date.now() / 1_000)),
    'x-slack-signature': `v0=${'0'.repeat(64)}`,
  }
  const forged = { method: 'POST', headers, body: 'command=/help' }
  expect((await fetch(`${publicUrl}/slack/events`, forged)).status).toBe(401)
  const typed = cleo.slash(general, '/imagine', 'an owl')
  expect(await typed.acknowledged).toMatchObject({ ok: true, status: 200 })
  const picture = await typed.message(isPicture)
  expect(picture.channel).toBe(general)
  const told = await cleo.mention(general, 'credits').message(({ shown }) => shown.includes('You have'))
  expect(told.ephemeral).toBe(true)
  expect(slack.faults).toEqual([])
})

it('is installed by a workspace itself, and answers there, also after a change of the session secret', async () => {
  const { slack, team, cleo, general, publicUrl, boot, stop } = await startOverHttp(({ app }) => ({
    SLACK_CLIENT_ID: app.clientId,
    SLACK_CLIENT_SECRET: app.clientSecret,
  }))
  expect(await cleo.install(`${publicUrl}/slack/install`)).toMatchObject({ status: 200 })
  general.members.add(slack.findInstallation(team)?.botUserId ?? '')
  expect((await cleo.slash(general, '/help').reply()).shown).toContain('/imagine')
  const picture = await cleo.slash(general, '/imagine', 'an owl').message(isPicture)
  expect(picture).toMatchObject({ channel: general })
  await stop()
  await boot({ SESSION_SECRET: 'another-secret-for-tests-that-is-long-enough' })
  expect((await cleo.slash(general, '/help').reply()).shown).toContain('/imagine')
  expect(slack.faults).toEqual([])
})
