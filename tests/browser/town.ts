/** Discord, Slack and the bot on both, with one person who has a seat in each, and manages the server. */
import { PermissionFlagsBits } from 'discord-api-types/v10'
import { onTestFinished } from 'vitest'
import { commands } from '#bots/commands/index.ts'
import { listScopes } from '#bots/slack/register.ts'
import { type SignInPlatform, signInPath } from '#core/index.ts'
import { startDiscordStandin } from '#tests/standins/discord/discord-standin.ts'
import { startSlackStandin } from '#tests/standins/slack/start.ts'
import { leadTo } from '#tests/variables.ts'
import { type Bot, startBot } from './bot.ts'
import { createDiscordSeat, createSlackSeat, type Seat } from './seats.ts'

export interface Town {
  bot: Bot
  onDiscord: Seat
  onSlack: Seat
  /** Resolves once the bot has written so to the person directly, wherever it chose to. */
  told(words: RegExp): Promise<void>
  /** The same, to them alone, there. */
  toldIn: Readonly<Record<SignInPlatform, (words: RegExp) => Promise<unknown>>>
  /** Resolves once everybody in the channel sees a picture under those words. */
  shownIn: Readonly<Record<SignInPlatform, (words: RegExp) => Promise<unknown>>>
  /** What only the platforms and the bot may know. */
  secrets: readonly string[]
  /** The tokens by which Discord's interactions were answered so far. */
  listTokens(): string[]
  /** What the bot did that Discord or Slack would not have. */
  listFaults(): string[]
}

/** Call it inside a test. `name` is the person's on both platforms; with `proves` their own sign-ins are configured. */
export async function startTown(
  name: string,
  env: Record<string, string> = {},
  { proves = false } = {},
): Promise<Town> {
  const discord = await startDiscordStandin()
  onTestFinished(() => discord.close())
  const slack = await startSlackStandin()
  onTestFinished(() => slack.close())
  const workspace = slack.createTeam({ name: 'Lighthouse Keepers' })
  const { token } = slack.install(workspace, { scopes: listScopes(commands) })
  const bot = await startBot({
    ...leadTo.discord(discord),
    ...leadTo.slack(slack, token),
    ...(proves && leadTo.signIns(discord, slack)),
    ...env,
  })
  discord.application.redirects.push(`${bot.url}${signInPath('discord')}`)
  slack.operator.setRedirectUrls([`${bot.url}${signInPath('slack')}`])
  const guild = discord.createGuild('Lighthouse')
  const member = discord.createPerson(name)
  discord.join(guild, member, PermissionFlagsBits.ManageGuild)
  const mate = slack.createPerson(workspace, { name })
  const general = slack.createChannel(workspace, { name: 'general', members: [mate] })
  const dm = discord.openDm(member)
  const channel = discord.createChannel(guild)
  const passer = discord.createPerson('passer')
  discord.join(guild, passer)
  return {
    bot,
    onDiscord: createDiscordSeat(member, channel),
    onSlack: createSlackSeat(mate, general),
    async told(words) {
      const inSlack = slack.until(() => mate.dm.visibleTo(mate).find(({ shown }) => words.test(shown)))
      const inDiscord = discord.waitFor(
        () => dm.visibleTo(member).some(({ text }) => words.test(text)),
        String(words),
        60_000,
      )
      await Promise.any([inSlack, inDiscord])
    },
    toldIn: {
      discord: (words) =>
        discord.waitFor(
          () => channel.visibleTo(member).some(({ text, ephemeral }) => ephemeral && words.test(text)),
          String(words),
          20_000,
        ),
      slack: (words) => slack.until(() => mate.dm.visibleTo(mate).find(({ shown }) => words.test(shown))),
    },
    shownIn: {
      discord: (words) =>
        discord.waitFor(
          () =>
            channel.visibleTo(passer).some(({ text, pictures }) => words.test(text) && pictures.length > 0),
          String(words),
          60_000,
        ),
      slack: (words) =>
        slack.until(() =>
          general
            .visibleTo(mate)
            .find(({ shown, blocks }) => words.test(shown) && blocks.some(({ type }) => type === 'image')),
        ),
    },
    secrets: [discord.application.token, token, slack.app.appToken],
    listTokens: () => [
      ...new Set(
        discord.requests.flatMap(
          ({ path }) => /\/(?:webhooks|interactions)\/\d+\/([^/?]+)/.exec(path)?.[1] ?? [],
        ),
      ),
    ],
    listFaults: () => [...discord.faults, ...slack.faults],
  }
}
