/** What may become of a store as it is opened: by whom, and of which version it is. */
import type { Log } from '#core/log.ts'

export interface Opening {
  /** Nothing is made: where there is no store yet, it rejects with `MissingStoreError`. */
  mustExist?: boolean
  /** Whether one of an older version is brought up to date, or refused as a newer one is. Default: it is. */
  upgrades?: boolean
  /** Hears of what takes long. */
  log?: Log
}

/** The store's version is another than this program's; the message is a sentence an operator can act on. */
export class VersionError extends Error {
  readonly found: number
  readonly known: number

  constructor(found: number, known: number) {
    super(found > known ? describeNewer(found, known) : describeOlder(found, known))
    this.name = 'VersionError'
    this.found = found
    this.known = known
  }
}

const describeNewer = (found: number, known: number) =>
  `The store has schema version ${found}, and this program knows ${known}: use the newer program that brought it there, or the copy from before.`

const describeOlder = (found: number, known: number) =>
  `The store has schema version ${found}, and this program works on ${known}: use the program that the bot runs, or start the bot of this one, which brings the store up to date.`

/** Throws `VersionError` where a store of that version must not be opened so. */
export function requireVersion(found: number, known: number, { upgrades = true }: Opening): void {
  if (found > known || (found < known && !upgrades)) throw new VersionError(found, known)
}
