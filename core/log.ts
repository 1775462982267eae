/** The logging port: pino's shape, so that `run.ts` can hand over a pino logger as it is. */
import type { Clock } from './clock.ts'
import { mustAct } from './operator-fault.ts'

/** Fields first, then a fixed sentence. Fields never carry e-mail, prompt, code, token or signed URL. */
export interface Log {
  debug(fields: object, message: string): void
  info(fields: object, message: string): void
  warn(fields: object, message: string): void
  error(fields: object, message: string): void
}

/** Logs a failure, as `err`: at level error where only an operator can mend it, else as a warning. */
export function logFailure(log: Log, err: unknown, fields: object, message: string): void {
  log[mustAct(err) ? 'error' : 'warn']({ ...fields, err }, message)
}

/** Milliseconds. */
const quiet = 60_000

/**
 * For what somebody outside may cause as often as they like, and must not fill the log with: of each kind one line a
 * minute. `write` is told how many it stands for: itself, and those left out since the last.
 */
export function createSparseLog(
  clock: Pick<Clock, 'now'>,
): (kind: string, write: (times: number) => void) => void {
  const written = new Map<string, { at: number; since: number }>()
  return (kind, write) => {
    const now = clock.now()
    const last = written.get(kind)
    if (last && now - last.at < quiet) {
      last.since += 1
      return
    }
    written.set(kind, { at: now, since: 0 })
    write((last?.since ?? 0) + 1)
  }
}
