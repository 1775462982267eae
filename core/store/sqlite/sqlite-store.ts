/** The store in one SQLite file, for one machine. */
import { type Opening, VersionError } from '#core/store/opening.ts'
import { schemaVersion } from '#core/store/schema/steps.ts'
import type { Store } from '#core/store/store.ts'
import { createAccountStore } from './accounts.ts'
import { createBackUp } from './back-up.ts'
import { createCheck } from './check.ts'
import { openDatabase } from './database.ts'
import { createDumpStore } from './dump.ts'
import { createGenerationStore } from './generations.ts'
import { createLedgerStore } from './ledger.ts'
import { createOwnedGenerations } from './owned-generations.ts'
import { createRecordStore } from './records.ts'
import { createScrub } from './scrub.ts'

export interface SqliteOptions extends Opening {
  /** Made when it is not there, in a folder that is. Several processes may open one file. */
  file: string
  /** How many ms work waits while another process writes, before it rejects; the event loop waits with it. Default 2,000. */
  patience?: number
}

/**
 * Opens the file in WAL mode, every write flushed to disk before it is answered (`synchronous=FULL`), and brings
 * its tables up to date, after copying an older file beside itself. Rejects with `store-unavailable` when the file
 * cannot be opened, read or written, or is of another version.
 */
export async function createSqliteStore(options: SqliteOptions): Promise<Store> {
  const { file, patience = 2_000 } = options
  const database = await openDatabase(file, patience, options)
  const readingVersion = database.prepare('PRAGMA user_version')
  return {
    isShared: false,
    accounts: createAccountStore(database),
    ledger: createLedgerStore(database),
    generations: createGenerationStore(database),
    records: createRecordStore(database),
    dump: createDumpStore(database),
    backUp: createBackUp(database),
    owned: createOwnedGenerations(database),
    scrub: createScrub(database),
    check: createCheck(database),
    requireVersion: () =>
      database.run(() => {
        const found = Number(readingVersion.get()?.user_version)
        if (found > schemaVersion) throw new VersionError(found, schemaVersion)
      }),
    close: () => database.close(),
  }
}
