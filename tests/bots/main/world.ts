/** All that the bot as shipped needs around it on both platforms at once, and four people with accounts. */
import { setTimeout as sleep } from 'node:timers/promises'
import { onTestFinished } from 'vitest'
import { commands } from '#bots/commands/index.ts'
import { listScopes } from '#bots/slack/register.ts'
import { findSqliteFile } from '#core/config.ts'
import { createSqliteStore } from '#core/store/sqlite/sqlite-store.ts'
import { startProgram } from '#tests/crash/kill/program.ts'
import { openFreshOperations } from '#tests/fresh-store.ts'
import { startDiscordStandin } from '#tests/standins/discord/discord-standin.ts'
import { startOpenAIStandin } from '#tests/standins/openai/openai-standin.ts'
import { startSlackStandin } from '#tests/standins/slack/start.ts'
import { createFolder } from '#tests/temporary-folder.ts'

export type World = Awaited<ReturnType<typeof startWorld>>

/** Everything ends with the test. */
export async function startWorld() {
  const [openai, discord, slack] = await Promise.all([
    startOpenAIStandin(),
    startDiscordStandin(),
    startSlackStandin(),
  ])
  const guild = discord.createGuild()
  const onDiscord = ['ann', 'ben'].map((name) => discord.createPerson(name))
  for (const person of onDiscord) discord.join(guild, person)
  const workspace = slack.createTeam({ name: 'Lighthouse' })
  const { token } = slack.install(workspace, { scopes: listScopes(commands) })
  const onSlack = ['cleo', 'dan'].map((name) => slack.createPerson(workspace, { name }))
  const folder = createFolder()
  const env = {
    PATH: process.env.PATH ?? '',
    DATA_DIR: folder,
    SESSION_SECRET: 'a-secret-for-tests-that-is-long-enough',
    IMAGES_PER_MINUTE: '100000',
    OPENAI_API_KEY: 'sk-standin',
    OPENAI_BASE_URL: openai.url,
    DISCORD_TOKEN: discord.application.token,
    DISCORD_API_URL: discord.url,
    SLACK_BOT_TOKEN: token,
    SLACK_APP_TOKEN: slack.app.appToken,
    SLACK_API_URL: slack.apiUrl,
  }
  const operations = await openFreshOperations(env)
  for (const [index, user] of [
    ...onDiscord.map(({ id }) => ({ platform: 'discord' as const, user: id })),
    ...onSlack.map(({ id }) => ({ platform: 'slack' as const, user: `${workspace.id}:${id}` })),
  ].entries()) {
    await operations.link(user, `person${index}@example.com`)
  }
  await operations.close()
  const store = await createSqliteStore({ file: findSqliteFile(folder) })
  onTestFinished(async () => {
    await Promise.all([openai.close(), discord.close(), slack.close()])
    await store.close()
  })

  return {
    openai,
    discord,
    slack,
    onDiscord,
    onSlack,
    channel: discord.createChannel(guild),
    general: slack.createChannel(workspace, { name: 'general', members: onSlack }),
    /** Beside the bot. */
    store,
    /** Resolves once it runs. */
    async boot() {
      const program = await startProgram(env)
      onTestFinished(() => program.kill())
      if (!(await program.running)) throw new Error(program.read())
      return program
    },
    /** The prompts that the vendor was asked for. */
    listAsked: () =>
      openai.requests
        .filter(({ path }) => path.endsWith('/generations'))
        .map(({ fields }) => String(fields.prompt)),
  }
}

/** Resolves once the check holds. */
export async function until(check: () => boolean | Promise<boolean>): Promise<void> {
  while (!(await check())) await sleep(20)
}
