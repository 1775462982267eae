/** What Slack is set up with. */
import type { Core, Log, Ports, SealingKeys } from '#core/index.ts'
import type { Admit } from '../admit.ts'
import type { Command } from '../command.ts'
import type { Greet } from '../greet.ts'
import type { Dispatch } from '../platform.ts'
import type { Precedence } from '../precedence.ts'
import type { Suggest } from '../suggest.ts'

/** Milliseconds. */
export interface SlackTiming {
  /** Until a request that is not answered is given up. */
  timeout: number
  /** For which a limited request is asked again. */
  patience: number
  /** Between two changes of one message. */
  progressEvery: number
  /** Before each try to show a picture: a file just uploaded, or one that Slack fetches. */
  settling: readonly number[]
  /** For which Slack is still waited for once the process is to stop. */
  shutdown: number
  /** Without a sign of life from a socket until Slack is asked for one, and again until it is given up. */
  silence?: number
  /** Between two attempts to be connected. */
  pauses?: { first: number; longest: number }
}

/** Slack sends a ping every few seconds. */
export const usualSilence = 15_000

export const usualTiming: SlackTiming = {
  timeout: 10_000,
  patience: 300_000,
  progressEvery: 3_000,
  settling: [0, 2_000, 4_000],
  shutdown: 10_000,
  silence: usualSilence,
}

export interface SlackOptions {
  /** One workspace. Without it, many: they install the app by the client's id and secret. */
  botToken?: string
  /** Socket Mode. Without it, HTTP, for which the signing secret is needed. */
  appToken?: string
  signingSecret?: string
  clientId?: string
  clientSecret?: string
  /** Signs the way through the installation. */
  stateSecret?: string
  /** Seal the tokens of workspaces in the store. */
  sealingKeys?: SealingKeys
  /** Absent: Slack's own. */
  apiUrl?: string
  /** Without a slash at its end. */
  publicUrl: string
  dispatch: Dispatch
  /** Lets calls in, those of other platforms of the process too. */
  admit?: Admit
  /** What other platforms of the process have to do first. */
  precedence?: Pick<Precedence, 'passed'> | undefined
  /** Says hello where the bot is new; absent where nobody does. */
  greet?: Greet
  commands: readonly Command[]
  core: Core
  pictures: Core['pictures']
  /** Pictures are on this machine's disk, so Slack is given the files. */
  servesPictures: boolean
  records: Ports['store']['records']
  suggest?: Suggest
  /** Told of each call that was acknowledged in time, so many milliseconds after it came. */
  onAcknowledged?(took: number): void
  clock: Ports['clock']
  log: Log
  timing?: SlackTiming
}
