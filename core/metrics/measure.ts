/** Ports that tell the metrics what goes through them, so that nothing else in the core knows of metrics. */
import type { Clock } from '#core/clock.ts'
import { CoreError, hasCode } from '#core/errors.ts'
import type { ImageHost } from '#core/hosting/image-host.ts'
import { findVendorCost } from '#core/images/charging/vendor-cost.ts'
import { endStatuses, type Generation } from '#core/images/generation.ts'
import type { ImageModel } from '#core/images/image-model.ts'
import type { Models } from '#core/images/models.ts'
import type { Purchases } from '#core/payments/purchases.ts'
import type { Store } from '#core/store/store.ts'
import type { Metrics } from './metrics.ts'

interface Measured extends Models {
  store: Store
  host: ImageHost
}

/** The same ports, measured. */
export function measurePorts<Ports extends Measured>(ports: Ports, metrics: Metrics, clock: Clock): Ports {
  const { store, model, otherModels, host } = ports

  async function time<Answer>(vendor: 'model' | 'host', work: () => Promise<Answer>): Promise<Answer> {
    const began = clock.now()
    let outcome = 'done'
    try {
      return await work()
    } catch (error) {
      outcome = readCode(error)
      throw error
    } finally {
      metrics.asked(vendor, outcome, clock.now() - began)
    }
  }

  const measureModel = (model: ImageModel): ImageModel => ({
    ...model,
    async draw(request, options) {
      const drawing = await time('model', () => model.draw(request, options))
      const cost = findVendorCost(model.id, drawing.usage)
      if (cost !== undefined) metrics.spent(model.id, cost)
      return drawing
    },
  })

  return {
    ...ports,
    store: measureStore(store, metrics),
    model: measureModel(model),
    ...(otherModels && { otherModels: otherModels.map(measureModel) }),
    host: {
      ...host,
      put: (key, bytes, mime) => time('host', () => host.put(key, bytes, mime)),
    },
  }
}

function measureStore(store: Store, metrics: Metrics): Store {
  const { ledger, generations } = store
  const tellEnd = ({ failure, repeatOf }: Generation) =>
    metrics.ended(failure?.code ?? (repeatOf === undefined ? 'delivered' : 'repeated'))

  return {
    ...store,
    ledger: {
      ...ledger,
      async insert(entry) {
        const isWritten = await ledger.insert(entry)
        if (isWritten) metrics.moved(entry.kind, entry.amount)
        return isWritten
      },
      async insertAll(entries) {
        const written = await ledger.insertAll(entries)
        for (const { kind, amount } of entries.slice(0, written)) metrics.moved(kind, amount)
        return written
      },
    },
    generations: {
      ...generations,
      async create(...asked) {
        const creation = await generations.create(...asked)
        if (creation.outcome === 'created' && isEnded(creation.generation)) tellEnd(creation.generation)
        return creation
      },
      async change(id, guard, change) {
        const changed = await generations.change(id, guard, change)
        // A change that ends it is told; later ones of what has ended, such as sharing, are not.
        if (changed && change.status && isEnded(changed)) tellEnd(changed)
        return changed
      },
    },
  }
}

/** The same purchases, whose webhooks are counted. */
export function measurePurchases(purchases: Purchases, metrics: Metrics): Purchases {
  return {
    ...purchases,
    async receiveWebhook(provider, body, header) {
      try {
        const outcome = await purchases.receiveWebhook(provider, body, header)
        metrics.received(provider, outcome)
        return outcome
      } catch (error) {
        if (!hasCode(error, 'no-provider')) metrics.received(provider, 'failed')
        throw error
      }
    },
  }
}

const isEnded = ({ status }: Generation) => endStatuses.includes(status)
const readCode = (error: unknown) => (error instanceof CoreError ? error.code : 'fault')
