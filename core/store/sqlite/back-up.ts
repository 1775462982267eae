/** A copy of the SQLite file, made while others use it. */
import { open, unlink } from 'node:fs/promises'
import type { Store } from '#core/store/store.ts'
import type { Database } from './database.ts'

/** `VACUUM INTO` reads one moment of the file and flushes nothing to disk (sqlite.org/lang_vacuum.html). */
export function createBackUp(database: Database): NonNullable<Store['backUp']> {
  const copy = database.prepare('VACUUM INTO ?')
  return async (file) => {
    // Taken first, so that nothing is written over, and nobody else can read it.
    const target = await open(file, 'wx', 0o600)
    try {
      await database.run(() => void copy.run(file))
      await target.sync()
    } catch (error) {
      await unlink(file)
      throw error
    } finally {
      await target.close()
    }
  }
}
