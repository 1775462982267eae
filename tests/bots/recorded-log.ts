/** A log that keeps its lines for a test to read. */
import { traceFault } from '#bots/trace-fault.ts'
import type { Log } from '#core/index.ts'

export function createRecordedLog(): { log: Log; lines: { level: string; text: string }[] } {
  const lines: { level: string; text: string }[] = []
  // An error is written as the log writes it.
  const write = (fields: object) =>
    JSON.stringify('err' in fields ? { ...fields, err: traceFault(fields.err) } : fields)
  const keep = (level: string) => (fields: object, message: string) =>
    void lines.push({ level, text: `${message} ${write(fields)}` })
  return {
    log: { debug: keep('debug'), info: keep('info'), warn: keep('warn'), error: keep('error') },
    lines,
  }
}
