/** The rate window of all processes that share a store: what any of them begins, or waits for, is noted there. */
import type { Clock } from '#core/clock.ts'
import { longestDifference } from '#core/clock.ts'
import { changeRecord } from '#core/records/change-record.ts'
import type { RecordStore, StoredRecord } from '#core/records/record-store.ts'
import { createRateWindow, type Kept, type RateWindow } from './window.ts'

/** What may pass between a picture's being noted and the vendor's hearing of it. Milliseconds. */
const longestLate = 1_000

/**
 * How long a picture counts, in milliseconds: the vendor's minute begins when it hears of it, and who forgets it may go
 * by a faster clock than who noted it.
 */
export const countedFor = 60_000 + longestLate + longestDifference

const kind = 'pace' as const
const key = 'pictures'

/**
 * One record holds every start of the last minute, and is replaced only as it was read: so it is exact however many
 * processes write it, and of those who meet one always gets through.
 */
export function createSharedWindow(options: {
  records: RecordStore
  perMinute: number
  clock: Clock
  /** Names this process. */
  owner: string
}): RateWindow {
  const { records, perMinute, clock, owner } = options
  return createRateWindow(
    {
      owner,
      countedFor,
      grain: 100,
      longestLate,
      async change(change) {
        await changeRecord(records, { kind, key }, clock, (found, now) => {
          const { starts, waiters } = readKept(found)
          const kept = change({ starts: starts.filter(([at]) => at + countedFor > now), waiters }, now)
          return kept && { kind, key, expiresAt: now + 2 * countedFor, body: { ...kept } }
        })
      },
    },
    perMinute,
    clock,
  )
}

function readKept(record: StoredRecord | undefined): Kept {
  // One that an earlier version wrote has no waiters.
  return { starts: [], waiters: [], ...record?.body }
}
