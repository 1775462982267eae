/** The machine's time, and a clock that stands still until it is told to go on. */
import { setTimeout as sleep } from 'node:timers/promises'

export interface Clock {
  /** Milliseconds since 1970. */
  now(): number
  /** Resolves after `ms` milliseconds; rejects with the signal's reason when it aborts first. */
  sleep(ms: number, signal?: AbortSignal): Promise<void>
}

export const systemClock: Clock = {
  now: () => Date.now(),
  sleep: (ms, signal) => sleep(ms, undefined, { ...(signal && { signal }) }),
}

/** Time moves only by `advance`. */
export interface SettableClock extends Clock {
  /** Moves on by that many milliseconds and wakes, in order, who has slept long enough. */
  advance(ms: number): Promise<void>
  /** Resolves once somebody has that long, exactly, still to sleep. */
  untilSleeping(ms: number): Promise<void>
}

/** `start` is in milliseconds since 1970. */
export function createSettableClock(start = 1_800_000_000_000): SettableClock {
  let now = start
  let sleepers: { until: number; wake(): void }[] = []
  let watchers: { ms: number; tell(): void }[] = []

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
        for (const watcher of watchers.filter((one) => one.ms === ms)) watcher.tell()
        watchers = watchers.filter((one) => one.ms !== ms)
      })
    },
    async advance(ms) {
      now += ms
      const due = sleepers.filter((one) => one.until <= now).sort((a, b) => a.until - b.until)
      sleepers = sleepers.filter((one) => one.until > now)
      for (const sleeper of due) sleeper.wake()
      await new Promise((resolve) => setImmediate(resolve))
    },
    untilSleeping(ms) {
      if (sleepers.some((one) => one.until - now === ms)) return Promise.resolve()
      return new Promise((resolve) => watchers.push({ ms, tell: resolve }))
    },
  }
}
