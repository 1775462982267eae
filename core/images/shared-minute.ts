/** The minute of all processes that share a store: what any of them begins is noted there. */
import type { Clock } from '#core/clock.ts'
import type { RecordStore, StoredRecord } from '#core/store/record-store.ts'
import { longestDifference } from '#core/store/skew.ts'
import { createMinute, type Minute, type Start } from './minute.ts'

/** What may pass between a picture's being noted and the vendor's hearing of it. Milliseconds. */
const longestLate = 1_000

/**
 * How long a picture counts, in milliseconds: the vendor's minute begins when it hears of it, and who forgets it may go
 * by a faster clock than who noted it.
 */
export const countedFor = 60_000 + longestLate + longestDifference

const kind = 'pace'
const key = 'pictures'

/**
 * One record holds every start of the last minute, and is replaced only as it was read: so it is exact however many
 * processes write it, and of those who meet one always gets through.
 */
export function createSharedMinute(options: {
  records: RecordStore
  perMinute: number
  clock: Clock
}): Minute {
  const { records, perMinute, clock } = options
  return createMinute(
    {
      countedFor,
      grain: 100,
      longestLate,
      async change(change) {
        for (;;) {
          const now = clock.now()
          const found = await records.findRecord(kind, key, now)
          const starts = change(
            readStarts(found).filter(([at]) => at + countedFor > now),
            now,
          )
          if (!starts) return
          const record = { kind, key, expiresAt: now + 2 * countedFor, body: { starts } }
          const written = found
            ? await records.replaceRecord({ ...record, version: found.version })
            : await records.insertRecord(record, now)
          if (written) return
        }
      },
    },
    perMinute,
    clock,
  )
}

function readStarts(record: StoredRecord | undefined): Start[] {
  return (record?.body.starts ?? []) as Start[]
}
