/**
 * Knows whether pictures can be hosted, so that none is bought meanwhile. Once hosting fails, it is tried by itself at
 * growing pauses, with what waits to be hosted or else with a picture of one pixel, until it works again.
 */
import type { Clock } from '#core/clock.ts'
import { CoreError, hasCode } from '#core/errors.ts'
import type { Log } from '#core/log.ts'
import { mustAct } from '#core/operator-fault.ts'
import type { ImageHost } from './image-host.ts'
import { createProbe } from './probe.ts'

export interface HostingWatch {
  /** Throws `hosting-down` while hosting is known to fail. */
  require(): void
  /** Resolves as soon as hosting works, as far as is known; rejects with `hosting-down` when it has failed for long. */
  ready(signal: AbortSignal): Promise<void>
  /** Why what waits for its turn should not wait any more; undefined while it may. */
  findTrouble(): CoreError<'hosting-down'> | undefined
  /**
   * Does work that hosts, now, or, after `onWait`, as soon as hosting works. Rejects as the work does, where its own
   * picture is what the host refuses; with the signal's reason; and with `stopping`.
   */
  host<Answer>(
    work: () => Promise<Answer>,
    wait: { signal: AbortSignal; onWait(): Promise<void> },
  ): Promise<Answer>
  /** The same host for those who are not to wait for it: while it is known to fail they get `hosting-down` at once. */
  guarded: ImageHost
  count(): { failing: boolean; waiting: number }
  /** Rejects what waits with `stopping`. */
  stop(): void
}

/** Milliseconds. */
const firstPause = 5_000
const longestPause = 60_000
/** The longest pause the host may ask for: Cloudflare's own block lasts five minutes. Milliseconds. */
const longestAsked = 5 * 60_000
/** How long those who would buy wait for hosting to work again, from when it began to fail. Milliseconds. */
const patience = 30_000
/** Failing again so soon, it is tried less often. Milliseconds. */
const relapse = 2 * 60_000

interface Job {
  work(): Promise<void>
  reject(error: unknown): void
}

interface Outage {
  since: number
  error: unknown
  over: AbortController
}

interface Watch {
  clock: Clock
  log: Log
  probe(): Promise<void>
  stopped: AbortSignal
  waiting: Set<Job>
  outage?: Outage | undefined
  last: { pause: number; until: number }
}

export function createHostingWatch(ports: { host: ImageHost; clock: Clock; log: Log }): HostingWatch {
  const { host, clock, log } = ports
  const stop = new AbortController()
  const waiting = new Set<Job>()
  const last = { pause: 0, until: 0 }
  const watch: Watch = { clock, log, probe: createProbe(host), stopped: stop.signal, waiting, last }

  return {
    require() {
      if (watch.outage) throw refuse(watch.outage)
    },
    ready: (signal) => outlast(watch, signal),
    findTrouble: () => findTrouble(watch),
    async host(act, { signal, onWait }) {
      if (!watch.outage) {
        try {
          return await act()
        } catch (error) {
          if (!(await isOutage(watch, error))) throw error
          fail(watch, error)
        }
      }
      await onWait()
      return await wait(watch, act, signal)
    },
    guarded: {
      put: (key, bytes, mime) => guard(watch, () => host.put(key, bytes, mime)),
      read: (key, origin) => guard(watch, () => host.read(key, origin)),
      remove: (key) => host.remove(key),
    },
    count: () => ({ failing: watch.outage !== undefined, waiting: waiting.size }),
    stop: () => stop.abort(),
  }
}

const refuse = ({ error: cause }: Pick<Outage, 'error'>) => new CoreError('hosting-down', {}, { cause })

function findTrouble({ outage, clock }: Watch): CoreError<'hosting-down'> | undefined {
  return outage && clock.now() - outage.since >= patience ? refuse(outage) : undefined
}

/** Until hosting works, or those who would buy have waited long enough. */
async function outlast(watch: Watch, signal: AbortSignal): Promise<void> {
  const { clock, stopped } = watch
  while (watch.outage) {
    const trouble = findTrouble(watch)
    if (trouble) throw trouble
    const left = watch.outage.since + patience - clock.now()
    const ends = AbortSignal.any([signal, watch.outage.over.signal, stopped])
    await clock.sleep(left, ends).catch(() => undefined)
    signal.throwIfAborted()
    if (stopped.aborted) throw new CoreError('stopping', {})
  }
}

async function guard<Answer>(watch: Watch, act: () => Promise<Answer>): Promise<Answer> {
  if (watch.outage) throw refuse(watch.outage)
  try {
    return await act()
  } catch (error) {
    if (!(await isOutage(watch, error))) throw error
    fail(watch, error)
    throw refuse({ error })
  }
}

function fail(watch: Watch, error: unknown): void {
  if (watch.outage || watch.stopped.aborted) return
  const now = watch.clock.now()
  const { pause, until } = watch.last
  watch.outage = { since: now, error, over: new AbortController() }
  tell(watch, error)
  const first = until + relapse > now ? Math.min(pause * 2, longestPause) : firstPause
  recover(watch, watch.outage, first).catch(() => undefined)
}

function tell({ log, waiting }: Watch, error: unknown): void {
  const isRefused = hasCode(error, 'hosting-failed') && error.data.refused === true
  const level = isRefused || mustAct(error) ? 'error' : 'warn'
  log[level](
    { err: error, waiting: waiting.size },
    'Pictures cannot be hosted; none are drawn until they can',
  )
}

async function recover(watch: Watch, outage: Outage, first: number): Promise<void> {
  const { clock, log } = watch
  let pause = first
  for (;;) {
    await clock.sleep(Math.max(pause, findAsked(outage.error)), watch.stopped)
    try {
      await attempt(watch)
      break
    } catch (error) {
      if (mustAct(error) !== mustAct(outage.error)) tell(watch, error)
      outage.error = error
      pause = Math.min(pause * 2, longestPause)
    }
  }
  watch.last = { pause, until: clock.now() }
  watch.outage = undefined
  outage.over.abort()
  log.info({ failedFor: clock.now() - outage.since }, 'Pictures can be hosted again')
  for (const job of [...watch.waiting]) void work(watch, job)
}

/** One at a time: resolves when something was hosted, rejects while nothing can be. */
async function attempt(watch: Watch): Promise<void> {
  for (const job of watch.waiting) {
    const result = await tryJob(watch, job)
    if (result === 'done') return
  }
  await watch.probe()
}

/** Puts work aside until hosting works. */
function wait<Answer>(watch: Watch, act: () => Promise<Answer>, signal: AbortSignal): Promise<Answer> {
  const { promise, resolve, reject } = Promise.withResolvers<Answer>()
  const job: Job = { work: async () => resolve(await act()), reject }
  const leave = () => {
    watch.waiting.delete(job)
    reject(signal.aborted ? signal.reason : new CoreError('stopping', {}))
  }
  const ends = AbortSignal.any([signal, watch.stopped])
  if (ends.aborted) leave()
  else {
    ends.addEventListener('abort', leave, { once: true })
    watch.waiting.add(job)
    // It may have begun to work while the picture was put aside.
    if (!watch.outage) void work(watch, job)
  }
  return promise.finally(() => ends.removeEventListener('abort', leave))
}

async function work(watch: Watch, job: Job): Promise<void> {
  await tryJob(watch, job).catch((error) => fail(watch, error))
}

/** `refused`: the fault is the job's own. Rejects where it is the host's. */
async function tryJob(watch: Watch, job: Job): Promise<'done' | 'refused'> {
  try {
    await job.work()
    watch.waiting.delete(job)
    return 'done'
  } catch (error) {
    if (await isOutage(watch, error)) throw error
    watch.waiting.delete(job)
    job.reject(error)
    return 'refused'
  }
}

/** A picture that was refused may be at fault itself: whether it is, one that is surely right tells. */
async function isOutage({ probe }: Watch, error: unknown): Promise<boolean> {
  if (!hasCode(error, 'hosting-failed')) return false
  if (error.data.refused !== true || mustAct(error)) return true
  return await probe().then(
    () => false,
    () => true,
  )
}

/** Milliseconds. */
function findAsked(error: unknown): number {
  const asked = hasCode(error, 'hosting-failed') ? (error.data.retryAfter ?? 0) : 0
  return Math.min(asked, longestAsked)
}
