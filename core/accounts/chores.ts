/** Takes up what was left of merges, deletions and mails, and sweeps away what has expired: one process at a time. */
import type { Clock } from '#core/clock.ts'
import { type Log, logFailure } from '#core/log.ts'
import { createRunAlone, type LeasePorts } from '#core/records/lease.ts'
import type { Job } from './job.ts'

export interface Chores {
  /** Does them now, and again every minute. Resolves when the first round is done; a store that is down rejects nothing. */
  start(): Promise<void>
  /** Resolves when no round is under way. */
  stop(): Promise<void>
}

/** Milliseconds. */
const repeatEvery = 60_000

export function createChores(
  ports: LeasePorts & {
    jobs: readonly Job[]
    clock: Clock
    log: Log
  },
): Chores {
  const { jobs, records, clock, log } = ports
  const runAlone = createRunAlone(ports)
  const stopped = new AbortController()
  let underWay: Promise<void> = Promise.resolve()

  const warn = (err: unknown) => logFailure(log, err, {}, 'A chore on accounts must be done again')

  const round = () => runAlone('accounts', work).then(() => undefined, warn)

  async function work(): Promise<void> {
    const chores = [() => records.sweepRecords(clock.now()), ...jobs.map(({ run }) => run)]
    for (const chore of chores) {
      await chore().catch(warn)
    }
  }

  async function repeat(): Promise<void> {
    while (!stopped.signal.aborted) {
      await clock.sleep(repeatEvery, stopped.signal)
      underWay = round()
      await underWay
    }
  }

  return {
    async start() {
      underWay = round()
      await underWay
      repeat().catch(() => undefined)
    },
    async stop() {
      stopped.abort()
      await underWay
    },
  }
}
