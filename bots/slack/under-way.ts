/** What came from Slack and is still being handled, begun a piece at a time: what comes in meanwhile is acknowledged before it. */
import type { Log } from '#core/index.ts'
import { traceFault } from '../trace-fault.ts'

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

/** Each piece starts in a turn of the event loop of its own, in order; between two of them the network is served. */
function createTurns(): (start: () => void) => void {
  const waiting: (() => void)[] = []

  function next(): void {
    const start = waiting.shift()
    if (waiting.length > 0) setImmediate(next)
    start?.()
  }

  return (start) => {
    waiting.push(start)
    if (waiting.length === 1) setImmediate(next)
  }
}
