/** Counts how often a SQLite file was flushed, by the commits in its write-ahead log. */
import { existsSync, readFileSync } from 'node:fs'

/** Bytes of the log's header, and of each frame's before its page (sqlite.org/fileformat.html, "The Write-Ahead Log"). */
const head = 32
const frameHead = 24

/** Since the log began, while it is not yet copied into the file: for tests that write less than its 1,000 pages. */
export function countFlushes(file: string): number {
  const log = existsSync(`${file}-wal`) ? readFileSync(`${file}-wal`) : Buffer.alloc(0)
  if (log.length < head) return 0
  const frame = frameHead + log.readUInt32BE(8)
  const count = Math.floor((log.length - head) / frame)
  // A frame that ends a commit tells the file's pages after it.
  return Array.from({ length: count }, (_, at) => log.readUInt32BE(head + at * frame + 4)).filter(Boolean)
    .length
}
