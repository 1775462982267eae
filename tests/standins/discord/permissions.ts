/** Who may do what where: docs.discord.com/developers/topics/permissions. */
import { PermissionFlagsBits as bits } from 'discord-api-types/v10'
import { Refusal } from './refusals.ts'
import type { Channel, User, World } from './world.ts'

export const allPermissions = Object.values(bits).reduce((all, bit) => all | bit, 0n)

/** What everyone may do in a new guild. */
export const everyonePermissions =
  bits.ViewChannel |
  bits.SendMessages |
  bits.EmbedLinks |
  bits.AttachFiles |
  bits.ReadMessageHistory |
  bits.AddReactions |
  bits.UseApplicationCommands |
  bits.UseExternalApps

/** What a user may do in a channel; none for a stranger to it. */
export function computePermissions(channel: Channel, user: User): bigint {
  const { guild } = channel
  if (!guild) {
    const inside = channel.recipients.includes(user) || (channel.kind === 'dm' && user.bot)
    return inside ? everyonePermissions | bits.MentionEveryone : 0n
  }
  const member = guild.members.get(user.id)
  if (!member) return 0n
  const base = guild.everyone | member.permissions
  if (base & bits.Administrator) return allPermissions
  return [guild.id, user.id].reduce((granted, id) => {
    const { allow, deny } = channel.overwrites.get(id) ?? { allow: 0n, deny: 0n }
    return (granted & ~deny) | allow
  }, base)
}

export function canSee(channel: Channel, user: User): boolean {
  return !channel.deleted && (computePermissions(channel, user) & bits.ViewChannel) !== 0n
}

/** The channel, or Discord's refusal: 10003 when it is gone, 50001 when the bot is outside, 50013 when it may not. */
export function requireChannel(world: World, id: string | undefined, permissions: bigint): Channel {
  const channel = world.channels.get(id ?? '')
  if (!channel || channel.deleted) throw new Refusal('unknownChannel')
  const granted = computePermissions(channel, world.application.bot)
  if (!(granted & bits.ViewChannel)) throw new Refusal('missingAccess')
  if ((granted & permissions) !== permissions) throw new Refusal('missingPermissions')
  return channel
}
