/** A clock that stands still until it is told to go on. */
import type { Clock } from '#core/clock.ts'

export interface VirtualClock extends Clock {
  /** Moves time on and wakes, in order, everything whose time has come. */
  advance(ms: number): void
  /** When the next of those who sleep is to be woken; undefined when nobody sleeps. */
  findNextWake(): number | undefined
}

/** Far ahead of the real time, by which a MongoDB would remove what has expired; a month ends in three hours. */
const future = Date.UTC(2100, 0, 31, 21)

export function createVirtualClock(start = future): VirtualClock {
  let time = start
  const sleepers = new Set<{ at: number; wake: () => void }>()

  return {
    now: () => time,
    sleep: (ms, signal) =>
      new Promise((resolve, reject) => {
        const sleeper = { at: time + ms, wake: resolve }
        if (signal?.aborted) return reject(signal.reason)
        sleepers.add(sleeper)
        signal?.addEventListener('abort', () => {
          sleepers.delete(sleeper)
          reject(signal.reason)
        })
      }),
    advance(ms) {
      time += ms
      const due = [...sleepers].filter(({ at }) => at <= time).sort((one, other) => one.at - other.at)
      for (const sleeper of due) {
        sleepers.delete(sleeper)
        sleeper.wake()
      }
    },
    findNextWake: () => (sleepers.size > 0 ? Math.min(...[...sleepers].map(({ at }) => at)) : undefined),
  }
}
