/** How far the clocks of machines that share a store may be apart, and who is told when they are farther. */
import { type Clock, longestSkew } from '#core/clock.ts'
import type { Log } from '#core/log.ts'
import { createRounds, type Rounds } from '#core/records/rounds.ts'
import type { Store } from './store.ts'

/** Milliseconds. A clock that is not corrected drifts by far less meanwhile. */
const lookEvery = 60_000

/**
 * Warns, as long as it lasts, when this machine's clock has drifted from the store's since the start, which a store
 * refuses on such a machine. Undefined where the store has no clock of its own.
 */
export function watchSkew(ports: {
  store: Pick<Store, 'measureSkew'>
  clock: Clock
  log: Log
}): Rounds | undefined {
  const { measureSkew } = ports.store
  if (!measureSkew) return undefined
  const round = async () => {
    const skew = await measureSkew().catch(() => 0)
    if (skew <= longestSkew) return
    ports.log.warn(
      { skew },
      "The clocks of this machine and of the store's server differ too much: set them by NTP",
    )
  }
  return createRounds({ ...ports, round, every: lookEvery })
}
