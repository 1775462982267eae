/** Work on the SQLite file that must not wait for others as long as other work does. */
import type { Statement } from './statement.ts'

/** Runs work that waits up to `patience` ms while another process writes: the event loop waits with it. */
export function createHurry({ prepare }: { prepare(sql: string): Statement }, patience: number) {
  const usual = Number(prepare('PRAGMA busy_timeout').get()?.timeout)
  const [hurry, calm] = [patience, usual].map((timeout) => prepare(`PRAGMA busy_timeout = ${timeout}`))
  return (work: () => void): void => {
    hurry?.get()
    try {
      work()
    } finally {
      calm?.get()
    }
  }
}
