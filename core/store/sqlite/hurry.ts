/** Work on the SQLite file that must not wait for others as long as other work does. */
import type { Database } from './database.ts'

/** Runs work that waits up to `patience` ms while another process writes: the event loop waits with it. */
export function createHurry(database: Database, patience: number) {
  const usual = Number(database.prepare('PRAGMA busy_timeout').get()?.timeout)
  const set = (timeout: number) => database.prepare(`PRAGMA busy_timeout = ${timeout}`).get()
  return (work: () => void): Promise<void> =>
    database.run(() => {
      set(patience)
      try {
        work()
      } finally {
        set(usual)
      }
    })
}
