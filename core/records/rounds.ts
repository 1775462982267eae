/** What a process does again and again in the background: a round, a pause, the next round, until it stops. */
import type { Clock } from '#core/clock.ts'
import { type Log, logFailure } from '#core/log.ts'

export interface Rounds {
  /** The first round is now; resolves when it is done, and never rejects. */
  start(): Promise<void>
  /** The first round is after a pause: where what comes first is another's work. */
  startLater(): void
  /** Has the next round begin now; what is under way is another, which may have missed what this is for. */
  hurry(): void
  /** No round begins any more. Resolves when none is under way: within one, it must not be waited for. */
  stop(): Promise<void>
}

export function createRounds(options: {
  /** One that answers `false` could not be done for now. It need not end its work when `stopped`, but may. */
  round(stopped: AbortSignal): Promise<unknown>
  /** Milliseconds from the end of a round to the next. */
  every: number
  /** The same after a round that failed or could not be done; `every` where absent. */
  again?: number
  /** What is logged of a round that rejects, unless stopped meanwhile; nothing where absent. */
  failure?: string
  fields?: object
  clock: Clock
  log: Log
}): Rounds {
  const { round, every, again = every, failure, fields = {}, clock, log } = options
  const stopped = new AbortController()
  let pausing = new AbortController()
  let underWay: Promise<unknown> = Promise.resolve()

  /** Answers with the milliseconds to the next. */
  async function work(): Promise<number> {
    try {
      return (await round(stopped.signal)) === false ? again : every
    } catch (err) {
      if (failure && !stopped.signal.aborted) logFailure(log, err, fields, failure)
      return again
    }
  }

  async function repeat(pause: number): Promise<void> {
    const signal = AbortSignal.any([stopped.signal, pausing.signal])
    await clock.sleep(pause, signal).catch(() => undefined)
    pausing = new AbortController()
    if (stopped.signal.aborted) return
    const round = work()
    underWay = round
    void repeat(await round)
  }

  return {
    async start() {
      if (stopped.signal.aborted) return
      const first = work()
      underWay = first
      void repeat(await first)
    },
    startLater: () => void repeat(every),
    hurry: () => pausing.abort(),
    async stop() {
      stopped.abort()
      await underWay
    },
  }
}
