/** A log that keeps its lines for a test to read. */
import type { Log } from '#core/index.ts'

export function createRecordedLog(): { log: Log; lines: { level: string; text: string }[] } {
  const lines: { level: string; text: string }[] = []
  const keep = (level: string) => (fields: object, message: string) =>
    void lines.push({ level, text: `${message} ${JSON.stringify(fields)}` })
  return {
    log: { debug: keep('debug'), info: keep('info'), warn: keep('warn'), error: keep('error') },
    lines,
  }
}
