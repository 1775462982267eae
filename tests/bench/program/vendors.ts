/** All vendors on loopback, and the environment in which the bot as shipped uses them. */
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { commands } from '#bots/commands/index.ts'
import { listScopes } from '#bots/slack/register.ts'
import { findSqliteFile } from '#core/config.ts'
import { createSqliteStore } from '#core/store/sqlite/sqlite-store.ts'
import { openFreshOperations } from '#tests/fresh-store.ts'
import { findFreePort } from '#tests/program.ts'
import { startCloudflareStandin } from '#tests/standins/cloudflare/standin.ts'
import { startDiscordStandin } from '#tests/standins/discord/discord-standin.ts'
import { startOpenAIStandin } from '#tests/standins/openai/openai-standin.ts'
import type { Detail } from '#tests/standins/openai/pictures.ts'
import { startSlackStandin } from '#tests/standins/slack/start.ts'
import { leadTo } from '#tests/variables.ts'
import { type Child, startChild } from './child.ts'

export type Vendors = Awaited<ReturnType<typeof startVendors>>

/** With as many people on each platform, all of them linked and rich; pictures of the detail are 3 MB, or, plain, a few KB. */
export async function startVendors({ people: size = 0, detail = 'grainy' as Detail } = {}) {
  const folder = mkdtempSync(join(tmpdir(), 'bench-'))
  const openai = await startOpenAIStandin({ detail })
  const cloudflare = await startCloudflareStandin()
  const discord = await startDiscordStandin()
  const slack = await startSlackStandin()
  const numbers = Array.from({ length: size }, (_, index) => index)
  const guild = discord.createGuild()
  const onDiscord = numbers.map((number) => discord.createPerson(`ann${number}`))
  for (const person of onDiscord) discord.join(guild, person)
  const workspace = slack.createTeam({ name: 'Lighthouse' })
  const { token } = slack.install(workspace, { scopes: listScopes(commands) })
  const onSlack = numbers.map((number) => slack.createPerson(workspace, { name: `cleo${number}` }))
  const env: Record<string, string> = {
    DATA_DIR: folder,
    // As in the image.
    NODE_COMPILE_CACHE: join(folder, 'compiled'),
    NODE_OPTIONS: '--max-semi-space-size=4',
    MALLOC_ARENA_MAX: '2',
    MALLOC_MMAP_THRESHOLD_: '1000000',
    PORT: String(await findFreePort()),
    IMAGES_PER_MINUTE: '100000',
    WELCOME_CREDITS: '1000000',
    ...leadTo.openai(openai),
    ...leadTo.cloudflare(cloudflare),
    ...leadTo.discord(discord),
    ...leadTo.slack(slack, token),
  }
  await link(env, [
    ...onDiscord.map(({ id }) => ({ platform: 'discord' as const, user: id })),
    ...onSlack.map(({ id }) => ({ platform: 'slack' as const, user: `${workspace.id}:${id}` })),
  ])

  return {
    openai,
    cloudflare,
    discord,
    slack,
    env,
    onDiscord,
    onSlack,
    discordChannel: discord.createChannel(guild),
    slackChannel: slack.createChannel(workspace, { name: 'general', members: onSlack }),
    async startBot(): Promise<Child> {
      await forgetLogins(folder)
      return await startChild('bots/main.ts', { env, ready: 'imgsrc bot is running' })
    },
    async close() {
      await Promise.all([openai.close(), cloudflare.close(), discord.close(), slack.close()])
      rmSync(folder, { recursive: true })
    },
  }
}

/** A bot that logs in to Discord again and again waits longer each time: here every start is a day's first. */
async function forgetLogins(folder: string): Promise<void> {
  const store = await createSqliteStore({ file: findSqliteFile(folder) })
  await store.records.removeRecord('discord-logins', 'all')
  await store.close()
}

/** Everybody gets an account of their own, with its welcome. */
async function link(
  env: Record<string, string>,
  users: readonly { platform: 'discord' | 'slack'; user: string }[],
): Promise<void> {
  const operations = await openFreshOperations(env)
  for (const [index, user] of users.entries()) await operations.link(user, `person${index}@example.com`)
  await operations.close()
}
