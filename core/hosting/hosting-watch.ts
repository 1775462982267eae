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

export function createHostingWatch(ports: { host: ImageHost; clock: Clock; log: Log }): HostingWatch {
  const { host, clock, log } = ports
  const probe = createProbe(host)
  const stopped = new AbortController()
  const waiting = new Set<Job>()
  let outage: Outage | undefined
  let last = { pause: 0, until: 0 }

  const refuse = (cause: unknown) => new CoreError('hosting-down', {}, { cause })

  function tell(error: unknown): void {
    const isRefused = hasCode(error, 'hosting-failed') && error.data.refused === true
    const level = isRefused || mustAct(error) ? 'error' : 'warn'
    log[level](
      { err: error, waiting: waiting.size },
      'Pictures cannot be hosted; none are drawn until they can',
    )
  }

  function fail(error: unknown): void {
    if (outage || stopped.signal.aborted) return
    const now = clock.now()
    const isRelapse = last.until + relapse > now
    outage = { since: now, error, over: new AbortController() }
    tell(error)
    recover(outage, isRelapse ? Math.min(last.pause * 2, longestPause) : firstPause).catch(() => undefined)
  }

  async function recover(current: Outage, first: number): Promise<void> {
    let pause = first
    for (;;) {
      await clock.sleep(Math.max(pause, findAsked(current.error)), stopped.signal)
      try {
        await attempt()
        break
      } catch (error) {
        if (mustAct(error) !== mustAct(current.error)) tell(error)
        current.error = error
        pause = Math.min(pause * 2, longestPause)
      }
    }
    last = { pause, until: clock.now() }
    outage = undefined
    current.over.abort()
    log.info({ failedFor: clock.now() - current.since }, 'Pictures can be hosted again')
    for (const job of [...waiting]) void work(job)
  }

  /** One at a time: resolves when something was hosted, rejects while nothing can be. */
  async function attempt(): Promise<void> {
    for (const job of waiting) {
      const result = await tryJob(job)
      if (result === 'done') return
    }
    await probe()
  }

  /** `refused`: the fault is the job's own. Rejects where it is the host's. */
  async function tryJob(job: Job): Promise<'done' | 'refused'> {
    try {
      await job.work()
      waiting.delete(job)
      return 'done'
    } catch (error) {
      if (await isOutage(error)) throw error
      waiting.delete(job)
      job.reject(error)
      return 'refused'
    }
  }

  async function work(job: Job): Promise<void> {
    await tryJob(job).catch(fail)
  }

  /** A picture that was refused may be at fault itself: whether it is, one that is surely right tells. */
  async function isOutage(error: unknown): Promise<boolean> {
    if (!hasCode(error, 'hosting-failed')) return false
    if (error.data.refused !== true || mustAct(error)) return true
    return await probe().then(
      () => false,
      () => true,
    )
  }

  async function guard<Answer>(act: () => Promise<Answer>): Promise<Answer> {
    if (outage) throw refuse(outage.error)
    try {
      return await act()
    } catch (error) {
      if (!(await isOutage(error))) throw error
      fail(error)
      throw refuse(error)
    }
  }

  function wait<Answer>(act: () => Promise<Answer>, signal: AbortSignal): Promise<Answer> {
    const { promise, resolve, reject } = Promise.withResolvers<Answer>()
    const job: Job = { work: async () => resolve(await act()), reject }
    const leave = () => {
      waiting.delete(job)
      reject(signal.aborted ? signal.reason : new CoreError('stopping', {}))
    }
    const ends = AbortSignal.any([signal, stopped.signal])
    if (ends.aborted) leave()
    else {
      ends.addEventListener('abort', leave, { once: true })
      waiting.add(job)
      // It may have begun to work while the picture was put aside.
      if (!outage) void work(job)
    }
    return promise.finally(() => ends.removeEventListener('abort', leave))
  }

  const findTrouble = () =>
    outage && clock.now() - outage.since >= patience ? refuse(outage.error) : undefined

  return {
    require() {
      if (outage) throw refuse(outage.error)
    },
    async ready(signal) {
      while (outage) {
        const trouble = findTrouble()
        if (trouble) throw trouble
        const left = outage.since + patience - clock.now()
        const ends = AbortSignal.any([signal, outage.over.signal, stopped.signal])
        await clock.sleep(left, ends).catch(() => undefined)
        signal.throwIfAborted()
        if (stopped.signal.aborted) throw new CoreError('stopping', {})
      }
    },
    findTrouble,
    async host(act, { signal, onWait }) {
      if (!outage) {
        try {
          return await act()
        } catch (error) {
          if (!(await isOutage(error))) throw error
          fail(error)
        }
      }
      await onWait()
      return await wait(act, signal)
    },
    guarded: {
      put: (key, bytes, mime) => guard(() => host.put(key, bytes, mime)),
      read: (key) => guard(() => host.read(key)),
      remove: (key) => host.remove(key),
    },
    count: () => ({ failing: outage !== undefined, waiting: waiting.size }),
    stop: () => stopped.abort(),
  }
}

/** Milliseconds. */
function findAsked(error: unknown): number {
  const asked = hasCode(error, 'hosting-failed') ? (error.data.retryAfter ?? 0) : 0
  return Math.min(asked, longestAsked)
}
