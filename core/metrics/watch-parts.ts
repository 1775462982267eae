/** Has the metrics ask the parts of the core, whenever somebody reads them. */
import type { Metrics } from './metrics.ts'

export function watchParts(
  metrics: Metrics,
  parts: {
    providers: readonly { name: string }[]
    purchases: { countUnclaimed: Parameters<Metrics['watchUnclaimed']>[0] }
    worker: { count: Parameters<Metrics['watchQueue']>[0] }
    hosting: { count: Parameters<Metrics['watchHosting']>[0] }
    store: { findTrouble(): unknown }
  },
): void {
  const { providers, purchases, worker, hosting, store } = parts
  metrics.expectProviders(providers.map(({ name }) => name))
  metrics.watchUnclaimed(purchases.countUnclaimed)
  metrics.watchQueue(worker.count)
  metrics.watchHosting(hosting.count)
  metrics.watchStore(() => store.findTrouble() !== undefined)
}
