/** A clock that stands still until it is told to go on. */
import type { Clock } from '#core/clock.ts'

export interface SettableClock extends Clock {
  /** Moves on by that many milliseconds and wakes, in order, who has slept long enough. */
  advance(ms: number): Promise<void>
  /** The longest that anybody still has to sleep; 0 when nobody does. */
  readonly sleeping: number
}

export function createSettableClock(start = 1_800_000_000_000): SettableClock {
  let now = start
  let sleepers: { until: number; wake(): void }[] = []

  return {
    now: () => now,
    sleep(ms, signal) {
      return new Promise((resolve, reject) => {
        if (signal?.aborted) return reject(signal.reason)
        const sleeper = { until: now + ms, wake: resolve }
        sleepers.push(sleeper)
        signal?.addEventListener('abort', () => {
          sleepers = sleepers.filter((one) => one !== sleeper)
          reject(signal.reason)
        })
      })
    },
    get sleeping() {
      return Math.max(0, ...sleepers.map((one) => one.until - now))
    },
    async advance(ms) {
      now += ms
      const due = sleepers.filter((one) => one.until <= now).sort((a, b) => a.until - b.until)
      sleepers = sleepers.filter((one) => one.until > now)
      for (const sleeper of due) sleeper.wake()
      await new Promise((resolve) => setImmediate(resolve))
    },
  }
}
