/** The store in one SQLite file, for one machine. */
import type { Store } from '#core/store/store.ts'
import { createAccountStore } from './accounts.ts'
import { createBackUp } from './back-up.ts'
import { openDatabase } from './database.ts'
import { createDumpStore } from './dump.ts'
import { createGenerationStore } from './generations.ts'
import { createLedgerStore } from './ledger.ts'
import { createOwnedGenerations } from './owned-generations.ts'
import { createRecordStore } from './records.ts'

export interface SqliteOptions {
  /** Made when it is not there, in a folder that is. Several processes may open one file. */
  file: string
  /** How many ms work waits while another process writes, before it rejects; the event loop waits with it. Default 2,000. */
  patience?: number
}

/**
 * Opens the file in WAL mode, every write flushed to disk before it is answered (`synchronous=FULL`), and brings
 * its tables up to date. Rejects with `store-unavailable` when the file cannot be opened, read or written.
 */
export async function createSqliteStore({ file, patience = 2_000 }: SqliteOptions): Promise<Store> {
  const database = await openDatabase(file, patience)
  const checking = database.prepare('PRAGMA user_version')
  const emptyLog = database.prepare('PRAGMA wal_checkpoint(TRUNCATE)')
  return {
    isShared: false,
    accounts: createAccountStore(database),
    ledger: createLedgerStore(database),
    generations: createGenerationStore(database),
    records: createRecordStore(database),
    dump: createDumpStore(database),
    backUp: createBackUp(database),
    owned: createOwnedGenerations(database),
    // Removed rows are overwritten in the file at once, and stay in the log until it is emptied.
    scrub: () =>
      database.run(() => {
        emptyLog.get()
      }),
    check: () =>
      database.run(() => {
        checking.get()
      }),
    close: () => database.close(),
  }
}
