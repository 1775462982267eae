/** Remembers for a while what was handled, so that what Slack delivers twice is handled once. */
import type { Clock } from './web-api.ts'

export interface Once {
  /** True the first time for this key within `life` milliseconds. */
  claim(key: string, life: number): boolean
  /** Lets a key be claimed again. */
  release(key: string): void
}

/** Beyond that many the oldest are forgotten. */
const most = 50_000

export function createOnce(clock: Pick<Clock, 'now'>): Once {
  const ends = new Map<string, number>()

  return {
    claim(key, life) {
      const now = clock.now()
      if ((ends.get(key) ?? 0) > now) return false
      ends.delete(key)
      ends.set(key, now + life)
      for (const [oldest, end] of ends) {
        if (end > now && ends.size <= most) break
        ends.delete(oldest)
      }
      return true
    },
    release: (key) => void ends.delete(key),
  }
}
