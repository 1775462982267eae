/** What SQLite's errors mean: whether they speak of the file or the machine, and whether anything was written. */
import type { ErrorData } from '#core/errors.ts'

/** SQLite's primary result codes that speak of the file or the machine, not of the statement (sqlite.org/rescode.html). */
const outages = {
  perm: 3,
  busy: 5,
  locked: 6,
  nomem: 7,
  readonly: 8,
  ioerr: 10,
  corrupt: 11,
  full: 13,
  cantopen: 14,
  protocol: 15,
  notadb: 26,
}
const outageCodes = Object.values(outages)

/** Such a code without what is added to it; 0, which no outage has, of an error that is not SQLite's. */
const readCode = (error: unknown) => ((error as { errcode?: number }).errcode ?? 0) & 0xff

/** Node says so of a connection that is closed. */
const isClosed = (error: unknown) => (error as { code?: string }).code === 'ERR_INVALID_STATE'

/** What is refused before anything is written; trouble with the disk may come when it has been. */
const untouching = [outages.busy, outages.locked, outages.readonly, outages.full, outages.cantopen]

export function describeOutage(error: unknown): ErrorData['store-unavailable'] {
  return isClosed(error) || untouching.includes(readCode(error)) ? { untouched: true } : {}
}

export function isOutage(error: unknown): boolean {
  return isClosed(error) || outageCodes.includes(readCode(error))
}

/** Whether another connection has what this one needs. */
export function isBusy(error: unknown): boolean {
  return readCode(error) === outages.busy
}
