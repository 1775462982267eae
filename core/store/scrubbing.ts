/** Scrubs the store soon after somebody deleted something, once for all that was deleted at about that time. */
import type { Clock } from '#core/clock.ts'
import type { Log } from '#core/log.ts'
import type { Store } from './store.ts'

/** Milliseconds. */
const soon = 1_000

/** Answers with whom to tell that something was deleted. Once `stopped`, closing the store does it. */
export function createScrubbing(ports: {
  store: Pick<Store, 'scrub'>
  clock: Clock
  log: Log
  stopped: AbortSignal
}): () => void {
  const { store, clock, log, stopped } = ports
  let isDue = false

  async function scrub(): Promise<void> {
    try {
      await clock.sleep(soon, stopped)
      isDue = false
      await store.scrub()
    } catch (err) {
      if (!stopped.aborted) log.warn({ err }, 'What was deleted is overwritten later')
    }
  }

  return () => {
    if (isDue || stopped.aborted) return
    isDue = true
    void scrub()
  }
}
