/** Counts how often a SQLite file was flushed, by the commits in its write-ahead log. */
import { existsSync, readFileSync } from 'node:fs'

/** Bytes of the log's header, and of each frame's before its page (sqlite.org/fileformat.html, "The Write-Ahead Log"). */
const head = 32
const frameHead = 24

/** Where each frame of a log ends, in bytes. */
export function listFrameEnds(log: Buffer): number[] {
  if (log.length < head) return []
  const frame = frameHead + log.readUInt32BE(8)
  return Array.from({ length: Math.floor((log.length - head) / frame) }, (_, at) => head + (at + 1) * frame)
}

/** Since the log began, while it is not yet copied into the file: for tests that write less than its 1,000 pages. */
export function countFlushes(file: string): number {
  const log = existsSync(`${file}-wal`) ? readFileSync(`${file}-wal`) : Buffer.alloc(0)
  const size = log.length < head ? 0 : frameHead + log.readUInt32BE(8)
  // A frame that ends a commit tells the file's pages after it.
  return listFrameEnds(log).filter((end) => log.readUInt32BE(end - size + 4) > 0).length
}
