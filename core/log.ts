/** The logging port: pino's shape, so that `main.ts` can hand over a pino logger as it is. */
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
