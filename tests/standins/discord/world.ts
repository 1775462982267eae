/** Everything the stand-in Discord knows, as plain records. */
import type { APIEntitlement } from 'discord-api-types/v10'
import type { StandinClock } from './clock.ts'
import type { Json } from './form.ts'
import type { Interaction } from './interaction.ts'
import type { Message } from './message.ts'
import type { MessageView } from './message-view.ts'
import type { Waiting } from './waiting.ts'

export interface User {
  id: string
  username: string
  bot: boolean
  locale: string
  /** Takes messages from the bot; false answers 50007. */
  acceptsMessages: boolean
  /** Has installed the app for themselves. */
  installed: boolean
}

export interface Member {
  user: User
  /** On top of what everyone in the guild may do. */
  permissions: bigint
  joinedAt: number
}

export interface Role {
  id: string
  name: string
  mentionable: boolean
}

export interface Guild {
  id: string
  name: string
  locale: string
  /** The app is installed, with or without its bot being a member. */
  installed: boolean
  everyone: bigint
  members: Map<string, Member>
  roles: Map<string, Role>
  /** Largest upload, in bytes. */
  attachmentSizeLimit: number
}

export interface Channel {
  id: string
  /** `dm` is a person's with the bot; `group` is between people, the bot outside. */
  kind: 'text' | 'dm' | 'group'
  name: string
  guild?: Guild
  /** Of a `dm` and a `group`: the people in it. */
  recipients: User[]
  /** By user id, or by the guild's id for everyone. */
  overwrites: Map<string, { allow: bigint; deny: bigint }>
  deleted: boolean
  messages: Message[]
  /** The messages as that person sees them now, oldest first. */
  visibleTo(person: User): MessageView[]
  /** Takes permissions from a user here; from the bot by default. */
  deny(permissions: bigint, user?: User): void
  /** Gives them back. */
  allow(permissions: bigint, user?: User): void
  /** As an admin deletes it: its messages are gone, calls naming it answer 10003. */
  delete(): void
}

export interface Application {
  id: string
  name: string
  token: string
  clientSecret: string
  /** Where people may be sent back to, each exactly. */
  redirects: string[]
  bot: User
  /** The intents the developer portal would allow beyond the free ones, as bits. */
  privilegedIntents: number
}

export interface UploadedFile {
  name: string
  contentType: string
  data: Uint8Array<ArrayBuffer>
}

/** One `code` of the redirect: good once, for a minute as servers should have it (RFC 6749, 4.1.2). */
export interface SignInGrant {
  user: User
  redirect: string
  challenge: string | undefined
  at: number
  used: boolean
}

export interface AccessToken {
  user: User
  /** Milliseconds since 1970. */
  expiresAt: number
}

export interface World extends Waiting {
  clock: StandinClock
  nextId(): string
  /** `http://127.0.0.1:PORT`, once the server listens. */
  origin: string
  application: Application
  users: Map<string, User>
  guilds: Map<string, Guild>
  channels: Map<string, Channel>
  /** Global commands as Discord answers them, by id. */
  commands: Map<string, Json>
  /** By id. */
  interactions: Map<string, Interaction>
  /** The same by token. */
  interactionTokens: Map<string, Interaction>
  /** What people have bought, by id, oldest first. */
  entitlements: Map<string, APIEntitlement>
  /** Of signing in, by code. */
  signInGrants: Map<string, SignInGrant>
  accessTokens: Map<string, AccessToken>
  /** Uploaded files by their path below the origin. */
  files: Map<string, UploadedFile>
  /** Edits Discord takes of a message older than an hour, within an hour. */
  lateEdits: number
}
