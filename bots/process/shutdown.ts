/** Bounds what a process that is to end still waits for. */
import { CoreError } from '#core/errors.ts'
import type { Ports } from '#core/index.ts'

export interface Shutdown {
  /** In `ms` milliseconds what is under way is given up; what begins later has a moment of its own. */
  hurry(ms: number): void
  /** Whether that time is over, so that nothing is worth trying again. */
  isOver(): boolean
  /** Rejects with `stopping` once the work is given up; its signal then ends it, where it can be ended. */
  within<Result>(work: (signal: AbortSignal) => Promise<Result>): Promise<Result>
}

/** For a last word to people: many such moments one after another must fit into the end of a process. Milliseconds. */
const lastMoment = 2_000

export function createShutdown(clock: Pick<Ports['clock'], 'sleep'>): Shutdown {
  // Each piece of work has its own signal: whatever listens to one signal for all would never be let go.
  const underWay = new Set<AbortController>()
  let isOver = false

  return {
    hurry(ms) {
      void clock.sleep(ms).then(() => {
        isOver = true
        for (const work of underWay) work.abort()
      })
    },
    isOver: () => isOver,
    async within(work) {
      const given = new AbortController()
      const done = new AbortController()
      const { promise: givenUp, reject } = Promise.withResolvers<never>()
      given.signal.addEventListener('abort', () => reject(given.signal.reason), { once: true })
      underWay.add(given)
      if (isOver) {
        clock.sleep(lastMoment, done.signal).then(
          () => given.abort(),
          () => undefined,
        )
      }
      try {
        return await Promise.race([work(given.signal), givenUp])
      } catch (cause) {
        throw given.signal.aborted ? new CoreError('stopping', {}, { cause }) : cause
      } finally {
        done.abort()
        underWay.delete(given)
      }
    },
  }
}
