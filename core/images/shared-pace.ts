/** The vendor's pace among several processes: what any of them begins is noted in the store that they share. */
import type { Clock } from '#core/clock.ts'
import { CoreError } from '#core/errors.ts'
import type { RecordStore, StoredRecord } from '#core/store/record-store.ts'
import type { Pace } from './pace.ts'

/**
 * How long a picture counts, in milliseconds: a minute, and what may pass between its being noted and the vendor's
 * hearing of it, or differ between the clocks of two machines.
 */
export const countedFor = 62_000

/** What is noted later than so many milliseconds after its time is noted again: by then it would count too short. */
const longestNoting = 1_000

/** Starts within so many milliseconds are noted as one, at the end of them, so that the note stays small. */
const grain = 100

/** The longest that a full minute is believed, in milliseconds: another process may give back what it did not use. */
const lookEvery = 5_000

const kind = 'pace'
const key = 'pictures'

/** When pictures were begun, in milliseconds since 1970, and how many. */
type Start = readonly [at: number, pictures: number]

/**
 * One record holds every start of the last minute, and is replaced only as it was read: so it is exact however many
 * processes write it, and of those who meet one always gets through. `inner` keeps the order and how many are drawn
 * at once; it should not count minutes, since what it gives may be cancelled here.
 */
export function createSharedPace(
  inner: Pace,
  options: { records: RecordStore; perMinute: number; clock: Clock },
): Pace {
  const { records, perMinute, clock } = options
  const stopped = new AbortController()

  /** Writes the starts as `change` makes them of what counts now; it may answer with how long to wait instead. */
  async function note(change: (starts: readonly Start[], now: number) => Start[] | number): Promise<number> {
    for (;;) {
      const now = clock.now()
      const found = await records.findRecord(kind, key, now)
      const starts = readStarts(found).filter(([at]) => at + countedFor > now)
      const changed = change(starts, now)
      if (typeof changed === 'number') return changed
      const record = { kind, key, expiresAt: now + 2 * countedFor, body: { starts: changed } }
      const written = found
        ? await records.replaceRecord({ ...record, version: found.version })
        : await records.insertRecord(record, now)
      if (written) return 0
    }
  }

  /** Resolves with when they count from, once so many more are allowed. */
  async function take(pictures: number): Promise<number> {
    for (;;) {
      let at = 0
      const wait = await note((starts, now) => {
        at = Math.ceil(now / grain) * grain
        return add(starts, at, pictures, now)
      })
      if (wait > 0) await clock.sleep(Math.min(wait, lookEvery), stopped.signal)
      else if (clock.now() - at <= longestNoting) return at
      else await giveBack(at, pictures)
    }
  }

  /** The starts with these among them, or how many milliseconds until there may be room. */
  function add(starts: readonly Start[], at: number, pictures: number, now: number): Start[] | number {
    let excess = starts.reduce((sum, start) => sum + start[1], pictures) - perMinute
    for (const [begun, many] of excess > 0 ? starts : []) {
      excess -= many
      if (excess <= 0) return begun + countedFor - now
    }
    return countMore(starts, at, pictures)
  }

  async function giveBack(at: number, pictures: number): Promise<void> {
    await note((starts) => countMore(starts, at, -pictures))
  }

  return {
    async run(pictures, begin) {
      await inner.run(pictures, async () => {
        const at = await take(pictures).catch((error) => {
          throw stopped.signal.aborted ? new CoreError('stopping', {}, { cause: error }) : error
        })
        const work = stopped.signal.aborted ? undefined : begin()
        await (work ?? giveBack(at, pictures))
      })
    },
    stop() {
      stopped.abort()
      inner.stop()
    },
  }
}

/** The starts, oldest first, with so many pictures more at that time. */
function countMore(starts: readonly Start[], at: number, pictures: number): Start[] {
  const counts = new Map(starts)
  counts.set(at, (counts.get(at) ?? 0) + pictures)
  return [...counts].filter(([, many]) => many > 0).sort(([one], [other]) => one - other)
}

function readStarts(record: StoredRecord | undefined): Start[] {
  return (record?.body.starts ?? []) as Start[]
}
