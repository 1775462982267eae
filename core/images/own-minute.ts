/** The minute of one process that shares its store with no other. */
import type { Clock } from '#core/clock.ts'
import { createMinute, type Minute, type Start } from './minute.ts'

const countedFor = 60_000

export function createOwnMinute(perMinute: number, clock: Clock): Minute {
  let starts: readonly Start[] = []
  return createMinute(
    {
      countedFor,
      grain: 1,
      longestLate: 0,
      async change(change) {
        const now = clock.now()
        starts = starts.filter(([at]) => at + countedFor > now)
        starts = change(starts, now) ?? starts
      },
    },
    perMinute,
    clock,
  )
}
