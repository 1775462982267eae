/** The ports for time and chance, so that any run can be replayed. */
import { setTimeout as sleep } from 'node:timers/promises'

/** Time as the core sees it. */
export interface Clock {
  /** Milliseconds since 1970. */
  now(): number
  /** Resolves after `ms` milliseconds; rejects with the signal's reason when it aborts first. */
  sleep(ms: number, signal?: AbortSignal): Promise<void>
}

/** Makes new ids: `length` characters of Crockford's base32 in lower case, five random bits each. */
export type CreateId = (length: number) => string

/** The machine's own clock. */
export const systemClock: Clock = {
  now: () => Date.now(),
  sleep: (ms, signal) => sleep(ms, undefined, { ...(signal && { signal }) }),
}

/** Crockford's base32 (crockford.com/base32.html): no i, l, o or u, so that an id survives being read aloud. */
const alphabet = '0123456789abcdefghjkmnpqrstvwxyz'

/** The machine's own randomness (`crypto.getRandomValues`). */
export const createRandomId: CreateId = (length) =>
  Array.from(crypto.getRandomValues(new Uint8Array(length)), (byte) => alphabet[byte & 31]).join('')

/**
 * Between a machine and the store's server, in milliseconds; NTP keeps it to some tens. Leases and the vendor's minute
 * are told by the clocks of machines.
 */
export const longestSkew = 1_000

/** Between two machines, in milliseconds: each may be off in its own direction. */
export const longestDifference = 2 * longestSkew

/**
 * The pause after so many failures in a row, from 1 up: a minute at first, and each twice as long as the last. In
 * milliseconds, `longest` too.
 */
export const growPause = (failures: number, longest: number) =>
  Math.min(60_000 * 2 ** (failures - 1), longest)
