/** A message: its record, how it comes to be, changes and goes, and how the API shows it. */
import type { Attachment } from './attachments.ts'
import type { Json } from './form.ts'
import type { Interaction } from './interaction.ts'
import { renderInteractionMetadata } from './interaction-metadata.ts'
import type { Mentions } from './mentions.ts'
import { type MessageView, viewMessage } from './message-view.ts'
import { renderUser } from './users.ts'
import type { Channel, User, World } from './world.ts'

/** docs.discord.com/developers/resources/message#message-object-message-flags */
export const flag = {
  suppressEmbeds: 1 << 2,
  ephemeral: 1 << 6,
  loading: 1 << 7,
  suppressNotifications: 1 << 12,
  componentsV2: 1 << 15,
} as const

/** What a message says; everything an edit can change. */
export interface Contents {
  content: string
  embeds: Json[]
  components: Json[]
  attachments: Attachment[]
  flags: number
}

export interface Message extends Contents {
  id: string
  channel: Channel
  author: User
  createdAt: number
  editedAt?: number
  mentions: Mentions
  /** What the bot gave to recognise it again. */
  nonce?: string | number
  /** The interaction it answers; none for a message of the bot's own. */
  interaction?: Interaction
  /** The only person who sees it, when it is ephemeral. */
  ephemeralFor?: User
  deleted: boolean
  /** As seen from its beginning on, each edit a new one; the loading state is none. */
  revisions: MessageView[]
  /** When it was edited while older than an hour. */
  lateEdits: number[]
}

const noMentions: Mentions = { users: [], roles: [], everyone: false, pings: [] }

/** Puts a message into a channel and notifies whom it mentions. */
export function addMessage(
  world: World,
  channel: Channel,
  contents: Contents,
  mentions: Mentions,
  more: Partial<Pick<Message, 'author' | 'interaction' | 'ephemeralFor' | 'nonce'>> = {},
): Message {
  const message: Message = {
    author: world.application.bot,
    ...contents,
    ...more,
    id: world.nextId(),
    channel,
    createdAt: world.clock.now(),
    mentions: noMentions,
    deleted: false,
    revisions: [],
    lateEdits: [],
  }
  channel.messages.push(message)
  if (!(contents.flags & flag.loading)) changeMessage(world, message, contents, mentions, true)
  return message
}

/** Changes a message. Only a new one, or one that was loading until now, notifies: edits never do. */
export function changeMessage(
  world: World,
  message: Message,
  contents: Contents,
  mentions: Mentions,
  isNew = false,
): void {
  const first = isNew || (message.flags & flag.loading) !== 0
  const kept = message.flags & (flag.ephemeral | flag.componentsV2 | flag.suppressNotifications)
  Object.assign(message, contents, { flags: (contents.flags | kept) & ~flag.loading })
  const pings = first ? listHeard(message, mentions) : message.mentions.pings
  message.mentions = { ...mentions, pings }
  if (!first) message.editedAt = world.clock.now()
  message.revisions.push(viewMessage(message, world.clock.now()))
  world.changed()
}

function listHeard(message: Message, { pings }: Mentions): string[] {
  if (message.flags & flag.suppressNotifications) return []
  return message.ephemeralFor ? pings.filter((id) => id === message.ephemeralFor?.id) : pings
}

/** As Discord's API shows it. */
export function renderMessage(world: World, message: Message): Json {
  const { interaction } = message
  return {
    id: message.id,
    type: interaction?.command && !interaction.parent ? (isFollowUp(message) ? 19 : 20) : 0,
    channel_id: message.channel.id,
    author: renderUser(message.author),
    content: message.content,
    embeds: message.embeds,
    components: message.components,
    attachments: message.attachments,
    flags: message.flags,
    timestamp: new Date(message.createdAt).toISOString(),
    edited_timestamp: message.editedAt ? new Date(message.editedAt).toISOString() : null,
    mentions: message.mentions.users.flatMap((id) => {
      const user = world.users.get(id)
      return user ? [renderUser(user)] : []
    }),
    mention_roles: message.mentions.roles,
    mention_everyone: message.mentions.everyone,
    pinned: false,
    tts: false,
    ...(message.nonce !== undefined && { nonce: message.nonce }),
    ...(interaction && {
      application_id: world.application.id,
      webhook_id: world.application.id,
      interaction_metadata: renderInteractionMetadata(interaction),
    }),
  }
}

function isFollowUp(message: Message): boolean {
  return message.interaction?.original !== message
}
