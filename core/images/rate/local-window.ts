/** The minute of one process that shares its store with no other. */
import type { Clock } from '#core/clock.ts'
import { createMinute, type Kept, type Minute } from './window.ts'

const countedFor = 60_000

export function createOwnMinute(perMinute: number, clock: Clock): Minute {
  let kept: Kept = { starts: [], waiters: [] }
  return createMinute(
    {
      owner: 'this process',
      countedFor,
      grain: 1,
      longestLate: 0,
      async change(change) {
        const now = clock.now()
        kept = { ...kept, starts: kept.starts.filter(([at]) => at + countedFor > now) }
        kept = change(kept, now) ?? kept
      },
    },
    perMinute,
    clock,
  )
}
