/** Takes what was removed out of the SQLite files. */
import type { Store } from '#core/store/store.ts'
import type { Database } from './database.ts'
import { createHurry } from './hurry.ts'

/**
 * Removed rows are overwritten in their pages at once; the pages as they were stay in the log until it is emptied. What
 * can be copied while others write is copied first, so that they are kept waiting for the rest alone. Where somebody
 * is at it just then, the log is emptied by the next scrub.
 */
export function createScrub(database: Database): Store['scrub'] {
  const hurry = createHurry(database, 0)
  const copy = database.prepare('PRAGMA wal_checkpoint(PASSIVE)')
  const empty = database.prepare('PRAGMA wal_checkpoint(TRUNCATE)')
  return () =>
    database.run(() =>
      hurry(() => {
        copy.get()
        empty.get()
      }),
    )
}
