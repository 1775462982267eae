/** Finds out whether the SQLite file can be written. */
import type { Store } from '#core/store/store.ts'
import type { Database } from './database.ts'

/** How long another process may keep it from that, in milliseconds. */
const patience = 250

/** More than a page, so that there must be room for it. */
const body = '.'.repeat(16_384)

/** What is written is gone with the same step: nobody sees it. */
export function createCheck(database: Database): Store['check'] {
  const insert = database.prepare("INSERT OR REPLACE INTO records VALUES ('probe', '', NULL, 0, 1, ?)")
  const remove = database.prepare("DELETE FROM records WHERE kind = 'probe'")
  return () =>
    database.transact(() => {
      insert.run(body)
      remove.run()
    }, patience)
}
