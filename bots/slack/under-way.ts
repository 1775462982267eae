/** What came from Slack and is still being handled. */
import type { Log } from '#core/index.ts'
import { traceFault } from '../trace-fault.ts'
import { createTurns } from './turns.ts'

export interface UnderWay {
  /** Begins the work in its turn; what it fails at is logged. */
  track(work: () => Promise<void>): void
  /** Resolves when no work is left. */
  settle(): Promise<void>
}

export function createUnderWay(log: Log): UnderWay {
  const underWay = new Set<Promise<void>>()
  const turns = createTurns()
  return {
    track(work) {
      const { promise, resolve } = Promise.withResolvers<void>()
      const done = promise
        .catch((error) => log.error({ fault: traceFault(error) }, 'An event from Slack could not be handled'))
        .finally(() => underWay.delete(done))
      underWay.add(done)
      turns(() => resolve(work()))
    },
    async settle() {
      while (underWay.size > 0) await Promise.allSettled(underWay)
    },
  }
}
