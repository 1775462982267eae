/** Takes up what was left of merges, deletions and mails, and sweeps away what has expired: one process at a time. */
import type { Clock } from '#core/clock.ts'
import { type Log, logFailure } from '#core/log.ts'
import { createRunAlone, type LeasePorts } from '#core/records/lease.ts'
import { createRounds, type Rounds } from '#core/records/rounds.ts'
import type { Job } from './job.ts'

/** Milliseconds. */
const repeatEvery = 60_000
const failure = 'A chore on accounts must be done again'

export function createChores(
  ports: LeasePorts & {
    jobs: readonly Job[]
    clock: Clock
    log: Log
  },
): Rounds {
  const { jobs, records, clock, log } = ports
  const runAlone = createRunAlone(ports)
  async function work(): Promise<void> {
    const chores = [() => records.sweepRecords(clock.now()), ...jobs.map(({ run }) => run)]
    for (const chore of chores) {
      await chore().catch((err) => logFailure(log, err, {}, failure))
    }
  }

  return createRounds({ ...ports, round: () => runAlone('accounts', work), every: repeatEvery, failure })
}
