/** All that the bot as shipped needs around it on both platforms at once, and people with accounts. */
import { setTimeout as sleep } from 'node:timers/promises'
import { onTestFinished } from 'vitest'
import { commands } from '#bots/commands/index.ts'
import { listScopes } from '#bots/slack/register.ts'
import { findSqliteFile } from '#core/config.ts'
import { createSqliteStore } from '#core/store/sqlite/sqlite-store.ts'
import { openFreshOperations } from '#tests/fresh-store.ts'
import { bootBot } from '#tests/program.ts'
import { startDiscordStandin } from '#tests/standins/discord/discord-standin.ts'
import { startOpenAIStandin } from '#tests/standins/openai/openai-standin.ts'
import type { Message } from '#tests/standins/slack/message.ts'
import { startSlackStandin } from '#tests/standins/slack/start.ts'
import { createFolder } from '#tests/temporary-folder.ts'
import { leadTo } from '#tests/variables.ts'

export type World = Awaited<ReturnType<typeof startWorld>>

/** The people by platform, each with an account unless somebody has the same address. Everything ends with the test. */
export async function startWorld(discordNames = ['ann', 'ben'], slackNames = ['cleo', 'dan']) {
  const [openai, discord, slack] = await Promise.all([
    startOpenAIStandin(),
    startDiscordStandin(),
    startSlackStandin(),
  ])
  const guild = discord.createGuild()
  const onDiscord = discordNames.map((name) => discord.createPerson(name))
  for (const person of onDiscord) discord.join(guild, person)
  const workspace = slack.createTeam({ name: 'Lighthouse' })
  const { token } = slack.install(workspace, { scopes: listScopes(commands) })
  const onSlack = slackNames.map((name) => slack.createPerson(workspace, { name }))
  const folder = createFolder()
  const env: Record<string, string> = {
    DATA_DIR: folder,
    SESSION_SECRET: 'a-secret-for-tests-that-is-long-enough',
    IMAGES_PER_MINUTE: '100000',
    ...leadTo.openai(openai),
    ...leadTo.discord(discord),
    ...leadTo.slack(slack, token),
  }
  const operations = await openFreshOperations(env)
  for (const { id, username } of onDiscord)
    await operations.link({ platform: 'discord', user: id }, `${username}@example.com`)
  for (const { id, name } of onSlack)
    await operations.link({ platform: 'slack', user: `${workspace.id}:${id}` }, `${name}@example.com`)
  const store = await createSqliteStore({ file: findSqliteFile(folder) })
  onTestFinished(async () => {
    await Promise.all([openai.close(), discord.close(), slack.close()])
    await operations.close()
    await store.close()
  })

  return {
    ...{ openai, discord, slack, onDiscord, onSlack, env, operations },
    channel: discord.createChannel(guild),
    general: slack.createChannel(workspace, { name: 'general', members: onSlack }),
    /** Beside the bot. */
    store,
    /** Resolves once it runs. */
    boot: () => bootBot(env),
    /** The prompts that the vendor was asked for. */
    listAsked: () =>
      openai.requests
        .filter(({ path }) => path.endsWith('/generations'))
        .map(({ fields }) => String(fields.prompt)),
    /** What the bot did that a vendor would not have it do. */
    listFaults: () => [...openai.faults, ...discord.faults, ...slack.faults],
  }
}

export const hasPicture = ({ blocks }: Message) => blocks.some(({ type }) => type === 'image')

/** Resolves once the check holds. */
export async function until(check: () => boolean | Promise<boolean>): Promise<void> {
  while (!(await check())) await sleep(20)
}
