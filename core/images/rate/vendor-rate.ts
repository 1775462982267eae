/** How fast the vendor is asked: so many pictures in any minute, so many at once. */
import Bottleneck from 'bottleneck'
import type { Clock } from '#core/clock.ts'
import { CoreError } from '#core/errors.ts'
import type { RateWindow } from './window.ts'

/**
 * Awaited before each request to the vendor: the first, which may have been long in coming, and each that repeats it.
 * Rejects with `stopping` after the rate's end.
 */
export type Turn = () => Promise<void>

export interface VendorRate {
  /**
   * Calls `begin` once `pictures` more may be drawn, and resolves when the work it began has ended; when it
   * answers undefined nothing was begun and nothing counts. Fewer pictures go before more; else what is given
   * here first begins first. Rejects with `queue-full` when far too much waits here, with `stopping` after `stop`.
   */
  run(pictures: number, begin: (turn: Turn) => Promise<void> | undefined): Promise<void>
  /** Milliseconds until there may be room for whoever is first, as it was last found out; 0 where nobody waits for that. */
  findOpening(): number
  /** Whether pictures wait for that in other processes too, as it was last found out. */
  hasOthers(): boolean
  /** What has not begun never will; what has is not waited for. */
  stop(): void
}

/** Far above what fair-queue lets wait here: one at a time, those cancelled meanwhile, and what is asked again. */
const mostWaiting = 100
/** The longest that a full window is believed, in milliseconds: another process may give back what it did not use. */
const lookEvery = 5_000

interface Waiter {
  pictures: number
  /** In milliseconds since 1970. */
  since: number
  resolve(at: number): void
  reject(error: unknown): void
}

interface Rate {
  window: RateWindow
  clock: Clock
  /** Those who wait for room in the window, fewest pictures first. */
  waiting: Waiter[]
  /** Aborts when somebody else is first, or pictures were given back. */
  changed: AbortController
  isServing: boolean
  hasOthers: boolean
  /** When there may be room, in milliseconds since 1970. */
  opensAt: number
  stopped: AbortSignal
}

export function createVendorRate(
  { atOnce }: { atOnce: number },
  window: RateWindow,
  clock: Clock,
): VendorRate {
  const limiter = new Bottleneck({ maxConcurrent: atOnce })
  const stop = new AbortController()
  const state = {
    waiting: [],
    changed: new AbortController(),
    isServing: false,
    hasOthers: false,
    opensAt: 0,
  }
  const rate: Rate = { window, clock, ...state, stopped: stop.signal }

  return {
    async run(pictures, work) {
      try {
        const at = await take(rate, pictures)
        const place = { weight: pictures, priority: pictures }
        await limiter.schedule(place, () => begin(rate, pictures, at, work))
      } catch (error) {
        throw explain(rate, error)
      }
    },
    findOpening: () => (rate.waiting.length > 0 ? Math.max(0, rate.opensAt - clock.now()) : 0),
    hasOthers: () => rate.waiting.length > 0 && rate.hasOthers,
    stop() {
      stop.abort()
      // It would wait for work under way, which is not the rate's to wait for.
      limiter.stop({ dropWaitingJobs: true }).catch(() => undefined)
    },
  }
}

async function begin(
  rate: Rate,
  pictures: number,
  at: number,
  work: Parameters<VendorRate['run']>[1],
): Promise<void> {
  const begun = rate.stopped.aborted ? undefined : work(createTurn(rate, at, pictures))
  await (begun ?? giveBack(rate, at, pictures))
}

/** What is begun counts from its request, also when that comes late; each further request counts for itself. */
function createTurn(rate: Rate, first: number, pictures: number): Turn {
  const { window } = rate
  let given: number | undefined = first
  return async () => {
    try {
      let at = given ?? (await take(rate, pictures))
      given = undefined
      for (let now = await window.renew(at, pictures); now !== at; now = await window.renew(at, pictures)) {
        at = now ?? (await take(rate, pictures))
      }
      rate.stopped.throwIfAborted()
    } catch (error) {
      throw explain(rate, error)
    }
  }
}

async function giveBack(rate: Rate, at: number, pictures: number): Promise<void> {
  await rate.window.giveBack(at, pictures)
  rate.changed.abort()
}

/** Resolves with when they count from. */
async function take(rate: Rate, pictures: number): Promise<number> {
  const { waiting, clock } = rate
  if (waiting.length > mostWaiting) throw new CoreError('queue-full', {})
  const { promise, ...waiter } = Promise.withResolvers<number>()
  const place = waiting.findIndex((each) => each.pictures > pictures)
  waiting.splice(place < 0 ? waiting.length : place, 0, { pictures, since: clock.now(), ...waiter })
  rate.changed.abort()
  if (!rate.isServing) void serve(rate)
  return promise
}

async function serve(rate: Rate): Promise<void> {
  const { window, waiting, clock, stopped } = rate
  rate.isServing = true
  for (let first = waiting[0]; first; first = waiting[0]) {
    rate.changed = new AbortController()
    try {
      stopped.throwIfAborted()
      const taken = await window.take(first.pictures, first.since)
      rate.opensAt = 'at' in taken ? 0 : clock.now() + taken.wait
      rate.hasOthers = 'wait' in taken && taken.hasOthers
      if ('at' in taken) end(rate, first).resolve(taken.at)
      else await rest(rate, Math.min(taken.wait, lookEvery))
    } catch (error) {
      end(rate, first).reject(error)
    }
  }
  rate.isServing = false
  // What is not removed here runs out.
  await window.leave().catch(() => undefined)
}

function end({ waiting }: Rate, waiter: Waiter): Waiter {
  waiting.splice(waiting.indexOf(waiter), 1)
  return waiter
}

/** Until time has passed, somebody else is first, or the rate ends. */
async function rest({ clock, changed, stopped }: Rate, ms: number): Promise<void> {
  await clock.sleep(ms, AbortSignal.any([changed.signal, stopped])).catch(() => undefined)
}

const explain = ({ stopped }: Rate, error: unknown) =>
  stopped.aborted ? new CoreError('stopping', {}, { cause: error }) : error
