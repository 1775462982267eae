/** The rate window of one process that shares its store with no other. */
import type { Clock } from '#core/clock.ts'
import { createRateWindow, type Kept, type RateWindow } from './window.ts'

const countedFor = 60_000

export function createLocalWindow(perMinute: number, clock: Clock): RateWindow {
  let kept: Kept = { starts: [], waiters: [] }
  return createRateWindow(
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
