/** Channels: how they come to be, and what the people in them see. */
import { flag } from './message.ts'
import { viewMessage } from './message-view.ts'
import { canSee } from './permissions.ts'
import type { Channel, Guild, User, World } from './world.ts'

export function addChannel(
  world: World,
  given: Pick<Channel, 'kind' | 'name'> & { guild?: Guild; recipients?: User[] },
): Channel {
  function change(user: User, bits: { allow?: bigint; deny?: bigint }): void {
    const now = channel.overwrites.get(user.id) ?? { allow: 0n, deny: 0n }
    const { allow = 0n, deny = 0n } = bits
    channel.overwrites.set(user.id, {
      allow: (now.allow & ~deny) | allow,
      deny: (now.deny & ~allow) | deny,
    })
  }

  const channel: Channel = {
    recipients: [],
    ...given,
    id: world.nextId(),
    overwrites: new Map(),
    deleted: false,
    messages: [],
    visibleTo(person) {
      if (!canSee(channel, person)) return []
      return channel.messages
        .filter(({ deleted, ephemeralFor }) => !deleted && (!ephemeralFor || ephemeralFor.id === person.id))
        .map((message) => message.revisions.at(-1) ?? viewMessage(message, message.createdAt))
    },
    deny(permissions, user = world.application.bot) {
      change(user, { deny: permissions })
    },
    allow(permissions, user = world.application.bot) {
      change(user, { allow: permissions })
    },
    delete() {
      channel.deleted = true
      for (const message of channel.messages) message.deleted = true
      world.changed()
    },
  }
  world.channels.set(channel.id, channel)
  return channel
}

export function findOrCreateDm(world: World, user: User): Channel {
  const known = [...world.channels.values()].find(
    ({ kind, recipients }) => kind === 'dm' && recipients[0]?.id === user.id,
  )
  return known ?? addChannel(world, { kind: 'dm', name: user.username, recipients: [user] })
}

/** The newest messages that everyone in the channel could see, newest first. */
export function listPublic(channel: Channel, limit: number) {
  return channel.messages
    .filter(({ deleted, flags }) => !deleted && !(flags & flag.ephemeral))
    .reverse()
    .slice(0, limit)
}
