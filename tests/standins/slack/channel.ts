/** A conversation: a channel, a private channel or a direct message, and what each person sees in it. */
import { createSlackId } from './ids.ts'
import type { Message } from './message.ts'
import type { Team } from './world.ts'

/** `dm` is between two, a bot counting as one. */
export type ChannelKind = 'public' | 'private' | 'dm'

/** Members are user ids; everybody of the workspace may read a public channel. */
export class Channel {
  readonly id: string
  readonly name: string
  readonly kind: ChannelKind
  readonly team: Team
  /** User ids, of people and bots. */
  readonly members: Set<string>
  readonly messages: Message[] = []
  archived = false
  deleted = false

  constructor(given: { name: string; kind: ChannelKind; team: Team; members: Iterable<string> }) {
    this.id = createSlackId({ public: 'C', private: 'G', dm: 'D' }[given.kind])
    this.name = given.name
    this.kind = given.kind
    this.team = given.team
    this.members = new Set(given.members)
  }

  /** What a payload calls it: Slack hides the names of private places. */
  get payloadName(): string {
    return { public: this.name, private: 'privategroup', dm: 'directmessage' }[this.kind]
  }

  /** What that person sees now, oldest first, replies in threads included. */
  visibleTo(person: { id: string }): readonly Message[] {
    const reads = !this.deleted && (this.kind === 'public' || this.members.has(person.id))
    return reads ? this.messages.filter((message) => message.isVisibleTo(person)) : []
  }
}
