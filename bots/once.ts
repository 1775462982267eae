/** Remembers for a while what was handled, so that what comes twice is handled once. */
import type { Ports } from '#core/index.ts'

export interface Once {
  /** True the first time for this key within `life` milliseconds. */
  claim(key: string, life: number): boolean
  /** Whether it was claimed, and is still remembered. */
  has(key: string): boolean
}

/** Longer than any platform goes on delivering an event again, and than any token lives. Milliseconds. */
export const eventLife = 3_600_000
/** Two presses of one button by one person within this are one double click. Milliseconds. */
export const doubleClick = 1_500

/** Beyond that many the oldest are forgotten. */
const most = 50_000

export function createOnce(clock: Pick<Ports['clock'], 'now'>): Once {
  const ends = new Map<string, number>()
  const has = (key: string) => (ends.get(key) ?? 0) > clock.now()

  return {
    has,
    claim(key, life) {
      const now = clock.now()
      if (has(key)) return false
      ends.delete(key)
      ends.set(key, now + life)
      for (const [oldest, end] of ends) {
        if (end > now && ends.size <= most) break
        ends.delete(oldest)
      }
      return true
    },
  }
}
