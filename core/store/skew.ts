/** How far the clocks of machines that share a store may be apart, and who is told when they are farther. */

import type { Clock } from '#core/clock.ts'
import { longestSkew } from '#core/clock.ts'
import type { Log } from '#core/log.ts'
import type { Store } from './store.ts'

/** Milliseconds. A clock that is not corrected drifts by far less meanwhile. */
const lookEvery = 60_000

/**
 * Warns, as long as it lasts, when this machine's clock has drifted from the store's since the start, which a store
 * refuses on such a machine. Resolves when `stopped`.
 */
export async function watchSkew(
  ports: { store: Pick<Store, 'measureSkew'>; clock: Clock; log: Log },
  stopped: AbortSignal,
): Promise<void> {
  const { store, clock, log } = ports
  if (!store.measureSkew) return
  for (;;) {
    const isOver = await clock.sleep(lookEvery, stopped).then(
      () => false,
      () => true,
    )
    if (isOver) return
    const skew = await store.measureSkew().catch(() => 0)
    if (skew > longestSkew) {
      log.warn(
        { skew },
        "The clocks of this machine and of the store's server differ too much: set them by NTP",
      )
    }
  }
}
