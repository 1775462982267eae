/** How fast the vendor is asked: so many pictures in any minute, so many at once. */
import Bottleneck from 'bottleneck'
import type { Clock } from '#core/clock.ts'
import { CoreError } from '#core/errors.ts'
import type { Minute } from './window.ts'

/**
 * Awaited before each request to the vendor: the first, which may have been long in coming, and each that repeats it.
 * Rejects with `stopping` after the pace's end.
 */
export type Turn = () => Promise<void>

export interface Pace {
  /**
   * Calls `begin` once `pictures` more may be drawn, and resolves when the work it began has ended; when it
   * answers undefined nothing was begun and nothing counts. Fewer pictures go before more; else what is given
   * here first begins first. Rejects with `vendor-busy` when far too much waits here, with `stopping` after `stop`.
   */
  run(pictures: number, begin: (turn: Turn) => Promise<void> | undefined): Promise<void>
  /** What has not begun never will; what has is not waited for. */
  stop(): void
}

/** Far above what fair-queue lets wait here: one at a time, those cancelled meanwhile, and what is asked again. */
const mostWaiting = 100
/** The longest that a full minute is believed, in milliseconds: another process may give back what it did not use. */
const lookEvery = 5_000

interface Waiter {
  pictures: number
  /** In milliseconds since 1970. */
  since: number
  resolve(at: number): void
  reject(error: unknown): void
}

export function createPace({ atOnce }: { atOnce: number }, minute: Minute, clock: Clock): Pace {
  const limiter = new Bottleneck({ maxConcurrent: atOnce })
  const stopped = new AbortController()
  // Those who wait for room in the minute, fewest pictures first.
  const waiting: Waiter[] = []
  let changed = new AbortController()
  let serving = false

  /** Resolves with when they count from. */
  async function take(pictures: number): Promise<number> {
    if (waiting.length > mostWaiting) throw new CoreError('vendor-busy', {})
    const { promise, ...waiter } = Promise.withResolvers<number>()
    const place = waiting.findIndex((each) => each.pictures > pictures)
    waiting.splice(place < 0 ? waiting.length : place, 0, { pictures, since: clock.now(), ...waiter })
    changed.abort()
    if (!serving) void serve()
    return promise
  }

  async function serve(): Promise<void> {
    serving = true
    for (let first = waiting[0]; first; first = waiting[0]) {
      changed = new AbortController()
      try {
        stopped.signal.throwIfAborted()
        const taken = await minute.take(first.pictures, first.since)
        if ('at' in taken) end(first).resolve(taken.at)
        else await rest(Math.min(taken.wait, lookEvery))
      } catch (error) {
        end(first).reject(error)
      }
    }
    serving = false
    // What is not removed here runs out.
    await minute.leave().catch(() => undefined)
  }

  function end(waiter: Waiter): Waiter {
    waiting.splice(waiting.indexOf(waiter), 1)
    return waiter
  }

  /** Until time has passed, somebody else is first, or the pace ends. */
  async function rest(ms: number): Promise<void> {
    await clock.sleep(ms, AbortSignal.any([changed.signal, stopped.signal])).catch(() => undefined)
  }

  /** What is begun counts from its request, also when that comes late; each further request counts for itself. */
  function createTurn(first: number, pictures: number): Turn {
    let given: number | undefined = first
    return async () => {
      try {
        let at = given ?? (await take(pictures))
        given = undefined
        for (let now = await minute.renew(at, pictures); now !== at; now = await minute.renew(at, pictures)) {
          at = now ?? (await take(pictures))
        }
        stopped.signal.throwIfAborted()
      } catch (error) {
        throw explain(error)
      }
    }
  }

  const explain = (error: unknown) =>
    stopped.signal.aborted ? new CoreError('stopping', {}, { cause: error }) : error

  async function begin(pictures: number, at: number, work: Parameters<Pace['run']>[1]): Promise<void> {
    const begun = stopped.signal.aborted ? undefined : work(createTurn(at, pictures))
    await (begun ?? giveBack(at, pictures))
  }

  async function giveBack(at: number, pictures: number): Promise<void> {
    await minute.giveBack(at, pictures)
    changed.abort()
  }

  return {
    async run(pictures, work) {
      try {
        const at = await take(pictures)
        const place = { weight: pictures, priority: pictures }
        await limiter.schedule(place, () => begin(pictures, at, work))
      } catch (error) {
        throw explain(error)
      }
    },
    stop() {
      stopped.abort()
      // It would wait for work under way, which is not the pace's to wait for.
      limiter.stop({ dropWaitingJobs: true }).catch(() => undefined)
    },
  }
}
