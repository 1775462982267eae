/** What the terminal is set up with. */
import type { Readable, Writable } from 'node:stream'
import type { Core, Log } from '#core/index.ts'
import type { Command } from '../command.ts'
import type { LocaleVariables } from '../locale.ts'
import type { Dispatch } from '../platform.ts'
import type { Suggest } from '../suggest.ts'
import type { WidthVariables } from './screen.ts'
import type { TerminalVariables } from './uploads.ts'

export interface TerminalOptions {
  dispatch: Dispatch
  commands: readonly Command[]
  core: Pick<Core, 'accounts' | 'pictures' | 'prices'>
  /** Where absent, no pictures are offered while somebody types. */
  suggest?: Suggest
  log: Log
  /** Where both ends are terminals, somebody types at a prompt; else lines are run one by one, in plain text. */
  input: Readable & { isTTY?: boolean }
  output: Writable & { isTTY?: boolean; columns?: number; rows?: number }
  env: TerminalVariables & WidthVariables & LocaleVariables
  /** Where files that are sent are put. */
  folder: string
  /** Where typed lines are kept for the next run; absent where they are not. */
  historyFile?: string
  /** Where pictures are kept on this machine, if they are. */
  pictureFolder?: string | undefined
  /** The name of the one person here. */
  userName: string
  /** Unique for ever: calls are charged by it. */
  createCallId: () => string
  /** Milliseconds since 1970. */
  now: () => number
}
