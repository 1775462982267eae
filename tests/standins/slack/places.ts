/** Finds where a bot may read, write and whisper. */
import type { BotCall } from './api.ts'
import { ApiError } from './api-error.ts'
import { Channel } from './channel.ts'
import type { Message } from './message.ts'
import type { Person } from './person.ts'
import { reaches, type World } from './world.ts'

/** A channel the bot knows of. Throws `channel_not_found`, also for a private one it is not in. */
export function requireChannel(call: BotCall, id: string): Channel {
  const channel = call.world.channels.get(id)
  const known = channel && !channel.deleted && reaches(call.installation, channel.team)
  const seen = channel?.kind === 'public' || channel?.members.has(call.installation.botUserId)
  if (!known || !seen) throw new ApiError('channel_not_found')
  return channel
}

/**
 * Where a message to `target` goes: a channel id, `#name`, or a person's id for a direct message.
 * Throws `channel_not_found`, `is_archived`, `not_in_channel`.
 */
export function requirePostable(call: BotCall, target: string): Channel {
  const { world, installation } = call
  const person = world.people.get(target)
  if (person && reaches(installation, person.team)) {
    return openDirectMessage(world, person, installation.botUserId).channel
  }
  const team = call.findTeam()
  const name = target.replace(/^#/, '')
  const named = [...world.channels.values()].find(
    (one) => one.name === name && one.team === team && !one.deleted,
  )
  const channel = requireChannel(call, named?.id ?? target)
  if (channel.archived) throw new ApiError('is_archived')
  const free = channel.kind === 'public' && installation.scopes.includes('chat:write.public')
  if (!free && !channel.members.has(installation.botUserId)) throw new ApiError('not_in_channel')
  return channel
}

/** The direct message of a bot and a person; made when there is none yet. */
export function openDirectMessage(
  world: World,
  person: Person,
  botUserId: string,
): { channel: Channel; opened: boolean } {
  const found = [...world.channels.values()].find(
    (one) => one.kind === 'dm' && one.members.has(person.id) && one.members.has(botUserId),
  )
  if (found) return { channel: found, opened: false }
  const channel = new Channel({
    name: person.name,
    kind: 'dm',
    team: person.team,
    members: [person.id, botUserId],
  })
  world.channels.set(channel.id, channel)
  return { channel, opened: true }
}

/** A message that others than one person can see, deleted ones aside. */
export function findPublicMessage(channel: Channel, ts: string): Message | undefined {
  return channel.messages.find((one) => one.ts === ts && !one.ephemeral && one.deletedAt === undefined)
}
