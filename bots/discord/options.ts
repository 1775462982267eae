/** What Discord is set up with. */
import type { Core, Log, Ports } from '#core/index.ts'
import type { Admit } from '../admit.ts'
import type { Command } from '../command.ts'
import type { Greet } from '../greet.ts'
import type { Dispatch } from '../platform.ts'
import type { Precedence } from '../precedence.ts'
import type { Suggest } from '../suggest.ts'
import type { Patience } from './api.ts'
import type { LoginMemory } from './gateway/identify-budget.ts'
import type { ShardLeases } from './gateway/shard-leases.ts'
import type { KeptAttachments } from './kept-attachments.ts'

export interface DiscordOptions {
  token: string
  /** Instead of Discord's own, for a stand-in: `http://127.0.0.1:1234/api`. */
  apiUrl?: string
  /** `auto`, for as many as Discord asks for; a count; or a range such as `0-3/8`, for the first four of eight. */
  shards?: string
  /** Shares the shards with other processes, unless `shards` is a range; absent where this one runs all. */
  leases?: ShardLeases
  dispatch: Dispatch
  commands: readonly Command[]
  suggest: Suggest
  pictures: Core['pictures']
  /** Upload pictures with the message, because Discord cannot fetch them from where they are hosted. */
  uploads: boolean
  logins: LoginMemory
  kept: KeptAttachments
  /** Lets calls in, those of other platforms of the process too. */
  admit?: Admit
  /** Shared with the other platforms of the process, so that none keeps an acknowledgement waiting. */
  precedence?: Precedence
  /** Told of each call that was acknowledged in time, so many milliseconds after it came. */
  onAcknowledged?(took: number): void
  /** Told of what Discord says that somebody has bought, or has no longer, under its name for the event. */
  onEntitlement?(event: string, entitlement: object): void
  /** Says hello where the bot is new; absent where nobody does. */
  greet?: Greet
  /** Told whenever the bot is connected, for the first time or again: events may have been missed. */
  onConnected?(): void
  clock: Ports['clock']
  log: Log
  /** Milliseconds between two edits that show progress. */
  progressEvery?: number
  /** Milliseconds from logging in to being let in; 60,000 unless said otherwise. */
  startDeadline?: number
  patience?: Partial<Patience>
  /** Milliseconds between two attempts to be connected. */
  pauses?: { first: number; longest: number }
  /** Milliseconds that what is under way may take once the platform is stopped; 10,000 unless said otherwise. */
  shutdown?: number
}

/** Milliseconds between two edits that show progress, unless said otherwise. */
export const usualProgressEvery = 3_000
