/** The logging port: pino's shape, so that `main.ts` can hand over a pino logger as it is. */

/** Fields first, then a fixed sentence. Fields never carry e-mail, prompt, code, token or signed URL. */
export interface Log {
  debug(fields: object, message: string): void
  info(fields: object, message: string): void
  warn(fields: object, message: string): void
  error(fields: object, message: string): void
}
