/** How long pictures took this process within the last hour: what is told of those that wait rests on it. */
import type { Clock } from '#core/clock.ts'
import type { Quality } from '#core/images/asked.ts'

export interface Durations {
  /** That a generation of that quality took so many milliseconds from its request to being hosted. */
  note(quality: Quality, took: number): void
  /** Within how many milliseconds three of four were done, of that quality or of all; undefined where there were none. */
  find(quality?: Quality): number | undefined
}

/** Milliseconds. */
const rememberedFor = 60 * 60_000
/** More tell no more. */
const mostRemembered = 200

export function createDurations(clock: Pick<Clock, 'now'>): Durations {
  let known: { at: number; quality: Quality; took: number }[] = []
  // Everybody who waits is told of it at once: it is worked out anew only when what is known has changed.
  const found = new Map<Quality | undefined, number | undefined>()

  const workOut = (quality: Quality | undefined) => {
    const fitting = known.filter((each) => (quality ?? each.quality) === each.quality)
    const sorted = fitting.map(({ took }) => took).sort((one, other) => one - other)
    return sorted[Math.ceil(sorted.length * 0.75) - 1]
  }

  return {
    note(quality, took) {
      known = [...known.slice(1 - mostRemembered), { at: clock.now(), quality, took }]
      found.clear()
    },
    find(quality) {
      const since = clock.now() - rememberedFor
      if (known.some(({ at }) => at < since)) {
        known = known.filter(({ at }) => at >= since)
        found.clear()
      }
      if (!found.has(quality)) found.set(quality, workOut(quality))
      return found.get(quality)
    },
  }
}
