/** Tells platforms that what they sold is handed over, once the ledger has it: only then do they sell its buyer the same again. */
import type { Clock } from '#core/clock.ts'
import { type Log, logFailure } from '#core/log.ts'
import type { OrderReport, PlatformProvider, Provider } from './provider.ts'

export interface Handover {
  /** Begins to tell of an order that the ledger has, without being waited for. */
  tell(report: OrderReport): void
  /** Resolves when nothing is being told; whatever was not is told by the next process. */
  stop(): Promise<void>
}

/** Milliseconds before the second, third, … attempt. */
const pauses = [1_000, 5_000, 30_000]

/** What the platform lists says which orders are not handed over, so that nothing needs to be remembered here. */
export function createHandover(ports: {
  providers: readonly Provider[]
  /** An order could not be told of: the next look at all of the provider's orders must try it again. */
  onFailed(provider: string): void
  clock: Clock
  log: Log
}): Handover {
  const { providers, onFailed, clock, log } = ports
  const stopped = new AbortController()
  const underWay = new Map<string, Promise<void>>()

  async function consume(seller: PlatformProvider, order: string): Promise<void> {
    for (const pause of pauses) {
      try {
        return await seller.consume(order)
      } catch (err) {
        log.debug({ provider: seller.name, order, err }, 'An order could not be handed over yet')
      }
      await clock.sleep(pause, stopped.signal)
    }
    await seller.consume(order)
  }

  return {
    tell({ provider, order, isOpen }) {
      const seller = providers.find((each) => each.kind === 'platform' && each.name === provider)
      const key = `${provider}:${order}`
      if (!isOpen || seller?.kind !== 'platform' || underWay.has(key) || stopped.signal.aborted) return
      const told = consume(seller, order)
        .catch((err) => {
          if (stopped.signal.aborted) return
          logFailure(
            log,
            err,
            { provider, order },
            'Its seller could not be told that an order is handed over',
          )
          onFailed(provider)
        })
        .finally(() => underWay.delete(key))
      underWay.set(key, told)
    },
    async stop() {
      stopped.abort()
      await Promise.all(underWay.values())
    },
  }
}
