/**
 * Greets a server at the first that is asked there. Without intents, which would have Discord send all that happens on every
 * server, the gateway tells nothing of a server that the bot has joined: docs.discord.com/developers/events/gateway#list-of-intents
 */
import { ApplicationIntegrationType, ChannelType, PermissionFlagsBits } from 'discord-api-types/v10'
import type { Greet } from '../greet.ts'
import { readLocales } from '../locale.ts'
import type { CallInteraction } from './receive.ts'

/** In the channel of the call, after its answer; nothing where the bot is no member or may not post there. Never rejects. */
export async function welcome(
  interaction: CallInteraction,
  answered: Promise<void>,
  greet: Greet,
): Promise<void> {
  const { guild_id: guild, channel } = interaction
  if (guild === undefined || !channel || !mayPost(interaction)) return
  const { roomLocale } = readLocales(undefined, interaction.guild_locale)
  await greet({ platform: 'discord', team: guild, channel: channel.id }, roomLocale, answered)
}

const { ViewChannel, SendMessages } = PermissionFlagsBits
/** There it would need another permission, and few would see it. */
const threads: readonly unknown[] = [
  ...[ChannelType.AnnouncementThread, ChannelType.PublicThread, ChannelType.PrivateThread],
]

/** As Discord says with each call: whether the bot itself was added to the server, and what it may do in the channel. */
function mayPost({ guild_id, channel, ...said }: CallInteraction): boolean {
  const { app_permissions: permissions, authorizing_integration_owners: owners } =
    said as Partial<CallInteraction>
  if (owners?.[ApplicationIntegrationType.GuildInstall] !== guild_id) return false
  if (!/^\d{1,40}$/.test(String(permissions)) || threads.includes(channel?.type)) return false
  const needed = ViewChannel | SendMessages
  return (BigInt(permissions ?? 0) & needed) === needed
}
