/** Gives work up at a moment, whatever it waits for. */
import type { Clock } from '#core/clock.ts'

/**
 * Answers as `work` does, which is given a signal that is aborted when `signal` is, or at `at` with `late()`. Then it
 * rejects with that also if the work goes on.
 * @param at milliseconds since 1970
 */
export async function endBy<Answer>(
  { clock, at, signal, late }: { clock: Clock; at: number; signal: AbortSignal; late: () => Error },
  work: (signal: AbortSignal) => Promise<Answer>,
): Promise<Answer> {
  const ended = new AbortController()
  const over = new AbortController()
  const { promise: overdue, reject } = Promise.withResolvers<never>()
  clock.sleep(Math.max(0, at - clock.now()), ended.signal).then(
    () => {
      const error = late()
      over.abort(error)
      reject(error)
    },
    () => undefined,
  )
  try {
    return await Promise.race([work(AbortSignal.any([signal, over.signal])), overdue])
  } finally {
    ended.abort()
  }
}
