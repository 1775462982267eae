/** The stand-in's world: who and what exists, what was asked of it, and what happened in which order. */
import { EventEmitter } from 'node:events'
import type { Clock } from '../clock.ts'
import type { Channel } from './channel.ts'
import type { Change, Message } from './message.ts'
import type { Person } from './person.ts'
import type { Sockets } from './sockets.ts'
import type { Trouble } from './trouble.ts'
import type { View } from './view.ts'

/** An Enterprise Grid organisation. */
export interface Enterprise {
  id: string
  name: string
  domain: string
}

/** A workspace. */
export interface Team {
  id: string
  name: string
  domain: string
  enterprise: Enterprise | undefined
}

/** One grant of a bot token: by a workspace, or by a whole Enterprise Grid organisation. */
export interface Installation {
  token: string
  team: Team | undefined
  enterprise: Enterprise | undefined
  scopes: readonly string[]
  botId: string
  botUserId: string
  /** The person who installed it. */
  installer: string
  state: 'live' | 'revoked' | 'uninstalled'
}

/** What an app's pages on api.slack.com hold. */
export interface AppSettings {
  id: string
  name: string
  clientId: string
  clientSecret: string
  signingSecret: string
  verificationToken: string
  appToken: string
  /** On, events travel by Socket Mode and the request URLs are not used. */
  socketMode: boolean
  requestUrls: { commands: string; interactivity: string; events: string } | undefined
  /** Absent: every command is this app's. */
  commands: readonly string[] | undefined
  /** The bot events it subscribes to, by their manifest names. */
  events: readonly string[]
  /** Absent: every redirect URL is allowed. */
  redirectUrls: readonly string[] | undefined
}

/** What an operator may turn while it runs. */
export interface Switches {
  /** Milliseconds an app has to acknowledge; Slack gives 3,000. */
  ackDeadline: number
  /** Answers 429 as the documented tiers say. */
  rateLimits: boolean
  /** Downloads each `image_url` as Slack does and refuses what is not PNG, JPEG or GIF. */
  fetchImages: boolean
  /** Milliseconds until a completed upload may be named by an image block. */
  filesReadyAfter: number
}

/** A file from `files.getUploadURLExternal` on, or one a person attached. */
export interface StoredFile {
  id: string
  name: string
  title: string
  mimetype: string
  altText: string | undefined
  length: number
  bytes: Buffer | undefined
  teamId: string
  /** The user, bot or person, whose file it is. */
  owner: string
  state: 'awaiting' | 'uploaded' | 'complete' | 'deleted'
  readyAt: number
  sharedIn: Set<string>
}

/** A `trigger_id`: good once, for three seconds. */
export interface Trigger {
  id: string
  person: Person
  at: number
  used: boolean
  /** The modal the person was in. */
  view: View | undefined
}

/** A `response_url`: good five times, for thirty minutes. */
export interface Hook {
  kind: 'command' | 'action'
  channel: Channel
  person: Person
  at: number
  uses: number
  /** The message acted on; a command has none. */
  source: Message | undefined
  cause: string
  botUserId: string
}

/** One `code` of the OAuth redirect: good once, for ten minutes. */
export interface Grant {
  person: Person
  org: boolean
  scopes: readonly string[]
  redirectUri: string | undefined
  at: number
  used: boolean
}

/** One `code` of signing in: good once, for ten minutes. */
export interface SignIn {
  person: Person
  redirectUri: string
  nonce: string | undefined
  at: number
  used: boolean
}

/** One request the app made. `method` is the Web API's, or `response_url`, `upload`, `download`, `authorize`. */
export interface RecordedRequest {
  at: number
  method: string
  path: string
  headers: Readonly<Record<string, string>>
  args: Readonly<Record<string, unknown>>
  /** Absent while under way, and when the connection was cut. */
  answer?: { at: number; status: number; body: unknown }
}

/** Everything there is; shared by all parts of the stand-in and by nobody else. */
export interface World {
  clock: Clock
  /** Without a trailing slash. */
  url: string
  settings: AppSettings
  switches: Switches
  teams: Map<string, Team>
  people: Map<string, Person>
  channels: Map<string, Channel>
  installations: Installation[]
  files: Map<string, StoredFile>
  views: Map<string, View>
  triggers: Map<string, Trigger>
  hooks: Map<string, Hook>
  grants: Map<string, Grant>
  signIns: Map<string, SignIn>
  /** By the token that says who they are. */
  userTokens: Map<string, Person>
  /** Everything that became visible to somebody, in order. */
  history: Change[]
  requests: RecordedRequest[]
  /** What the app did that it never should: sentences. */
  faults: string[]
  sockets: Sockets
  trouble: Trouble
  /** Emits `change` after anything at all changed. */
  changes: EventEmitter
  /** Aborts when the stand-in closes. */
  closing: AbortSignal
}

/** An empty change feed without a limit on listeners. */
export function createChanges(): EventEmitter {
  const changes = new EventEmitter()
  changes.setMaxListeners(0)
  return changes
}

/** Resolves with what `check` finds, now or after a later change; rejects when the stand-in closes first. */
export function until<Found>(world: World, check: () => Found | undefined): Promise<Found> {
  const found = check()
  if (found !== undefined) return Promise.resolve(found)
  return new Promise((resolve, reject) => {
    const look = () => {
      const value = check()
      if (value === undefined) return
      stop()
      resolve(value)
    }
    const end = () => {
      stop()
      reject(new Error('The Slack stand-in was closed while somebody waited for a change in it'))
    }
    const stop = () => {
      world.changes.off('change', look)
      world.closing.removeEventListener('abort', end)
    }
    world.changes.on('change', look)
    world.closing.addEventListener('abort', end)
  })
}

/** Notes what the app should never have done. */
export function blame(world: World, fault: string): void {
  world.faults.push(fault)
  world.changes.emit('change')
}

/** The installation that serves a workspace: its own, else its organisation's; only while it lives. */
export function findInstallation(world: World, team: Team): Installation | undefined {
  const live = world.installations.filter((one) => one.state === 'live')
  return (
    live.findLast((one) => one.team?.id === team.id) ??
    live.findLast((one) => one.enterprise !== undefined && one.enterprise.id === team.enterprise?.id)
  )
}

/** True when the installation may act in that workspace. */
export function reaches(installation: Installation, team: Team): boolean {
  return installation.team
    ? installation.team.id === team.id
    : installation.enterprise?.id === team.enterprise?.id
}
