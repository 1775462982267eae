/** The bot as shipped, with Slack down from before the start, and its token taken away later: Discord answers throughout. */
import { expect, it } from 'vitest'
import { startWorld } from './world.ts'

it('goes on without Slack, says what is away and why, and has it back without a restart', async () => {
  const { slack, onDiscord, onSlack, channel, general, boot } = await startWorld()
  slack.operator.trouble({ trouble: { kind: 'status', status: 503 } })
  const program = await boot()
  const ask = () => program.ask('/readyz')
  const answers = () => onDiscord[0]?.command(channel, 'help').waitFor(({ message }) => message !== undefined)
  const since = expect.any(String)
  const notReady = (reason: string) => [503, { status: 'not ready', away: { slack: { since, reason } } }]

  expect(await ask()).toEqual(notReady('http_503'))
  await answers()
  expect(program.read()).toMatch(/"reason":"http_503".*Slack cannot be connected; trying again/)

  slack.operator.calm()
  await program.says('Slack is connected')
  expect(await ask()).toEqual([200, { status: 'ready' }])
  expect((await onSlack[0]?.slash(general, '/help').reply())?.shown).toContain('/imagine')

  const installation = slack.findInstallation(general.team)
  if (!installation) throw new Error('not installed')
  await slack.operator.revokeToken(installation)
  await program.says('Slack refuses SLACK_BOT_TOKEN')
  expect(await ask()).toEqual(notReady('token_revoked'))
  await answers()
  expect(program.read()).not.toContain(installation.token)
  expect(await program.stop()).toBe(0)
})
