/** A message with all its versions, and the three things that happen to one: posted, edited, deleted. */
import type { Shape } from './blocks/shape.ts'
import type { Channel } from './channel.ts'
import { createTs } from './ids.ts'
import { type Format, type Reading, readContent } from './reading.ts'
import type { View } from './view.ts'
import type { World } from './world.ts'

/** What a message says, without who, where and when. */
export interface Content {
  text: string
  blocks: readonly Shape[]
  attachments: readonly Shape[]
  /** File ids. */
  files: readonly string[]
  /** False: the text is shown as it is, without formatting. */
  mrkdwn: boolean
  /** `@name` and `@channel` written out are turned into mentions. */
  linkNames: boolean
}

/** Which door a message or change came through; `slack` is Slack speaking for itself. */
export type Via = 'api' | 'response_url' | 'ack' | 'person' | 'slack'

/** One state of a message and how it reads. */
export interface Version extends Content, Reading {
  at: number
  via: Via
}

/** Something that became visible: to those who see the message, or to the person whose view it is. */
export type Change =
  | { at: number; kind: 'posted' | 'edited' | 'deleted'; message: Message; version: Version }
  | { at: number; kind: 'opened' | 'pushed' | 'updated' | 'closed' | 'published'; view: View }

/** Lives on after deletion, with `deletedAt`; `versions` only grows. */
export class Message {
  readonly channel: Channel
  readonly ts: string
  readonly threadTs: string | undefined
  /** The user who wrote it: a bot's user id, a person's, or `USLACKBOT`. */
  readonly user: string
  readonly botId: string | undefined
  /** The one person who sees an ephemeral message. */
  readonly onlyFor: string | undefined
  /** The trigger id of the action whose acknowledgement or `response_url` made it. */
  readonly cause: string | undefined
  readonly versions: Version[] = []
  deletedAt: number | undefined

  constructor(given: Placement & { ts: string }) {
    this.channel = given.channel
    this.ts = given.ts
    this.threadTs = given.threadTs
    this.user = given.user
    this.botId = given.botId
    this.onlyFor = given.onlyFor
    this.cause = given.cause
  }

  get now(): Version {
    const version = this.versions.at(-1)
    if (!version) throw new Error('A message without a version')
    return version
  }

  get ephemeral(): boolean {
    return this.onlyFor !== undefined
  }

  get text(): string {
    return this.now.text
  }

  get blocks(): readonly Shape[] {
    return this.now.blocks
  }

  /** Everything a reader sees as words, as it looks: entities decoded, markup in place. */
  get shown(): string {
    return this.now.shown
  }

  /** Whom any version pinged, in Slack's own spelling: `<!channel>`, `<@U…>`, `<!subteam^S…>`. */
  get pings(): readonly string[] {
    return [...new Set(this.versions.flatMap((version) => version.pings))]
  }

  /** What runs as formatting in the present version. */
  get formats(): readonly Format[] {
    return this.now.formats
  }

  isVisibleTo(person: { id: string }): boolean {
    return this.deletedAt === undefined && (this.onlyFor === undefined || this.onlyFor === person.id)
  }
}

/** Where a message goes and whose it is. */
export interface Placement {
  channel: Channel
  threadTs?: string | undefined
  user: string
  botId?: string | undefined
  onlyFor?: string | undefined
  cause?: string | undefined
}

/** Adds it to the channel and tells whoever waits. */
export function postMessage(world: World, placement: Placement, content: Content, via: Via): Message {
  const message = new Message({ ...placement, ts: createTs(world.clock) })
  message.versions.push({ ...content, ...readContent(content), at: world.clock.now(), via })
  placement.channel.messages.push(message)
  tell(world, message, 'posted')
  return message
}

/** Adds a version; who can see the message stays as it was. */
export function editMessage(world: World, message: Message, content: Content, via: Via): void {
  message.versions.push({ ...content, ...readContent(content), at: world.clock.now(), via })
  tell(world, message, 'edited')
}

/** Takes it from everybody's sight. */
export function deleteMessage(world: World, message: Message): void {
  message.deletedAt = world.clock.now()
  tell(world, message, 'deleted')
}

function tell(world: World, message: Message, kind: 'posted' | 'edited' | 'deleted'): void {
  world.history.push({ at: world.clock.now(), kind, message, version: message.now })
  world.changes.emit('change')
}

/** Content of words alone. */
export function plainContent(text: string): Content {
  return { text, blocks: [], attachments: [], files: [], mrkdwn: true, linkNames: false }
}
