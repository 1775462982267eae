/** Logs for tests: one that says nothing, and one that keeps what it is told. */
import type { Log } from '#core/log.ts'

export interface Line {
  level: string
  fields: Record<string, unknown>
  message: string
}

export const silent: Log = { debug() {}, info() {}, warn() {}, error() {} }

export function createKeptLog(onLine: (line: Line) => void = () => undefined): { log: Log; lines: Line[] } {
  const lines: Line[] = []
  const keep = (level: string) => (fields: object, message: string) => {
    const line = { level, fields: { ...fields }, message }
    lines.push(line)
    onLine(line)
  }
  return {
    log: { debug: keep('debug'), info: keep('info'), warn: keep('warn'), error: keep('error') },
    lines,
  }
}
