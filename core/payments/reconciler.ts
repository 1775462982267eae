/** Finds orders whose webhooks never came, by asking their provider. */
import type { Clock } from '#core/clock.ts'
import { hasCode } from '#core/errors.ts'
import type { Log } from '#core/log.ts'
import { createRunAlone, type LeasePorts } from '#core/records/lease.ts'
import { createRounds } from '#core/records/rounds.ts'
import type { OrderOutcome } from './orders.ts'
import type { OrderReport, Provider } from './provider.ts'

export interface Reconciler {
  /** Looks now and every ten minutes, without being waited for. */
  start(): void
  /** Has the next look go through all orders: one of any age may not have been settled. */
  lookAtAll(): void
  /** Has the next look begin now. */
  hurry(): void
  /** Resolves when no order is being settled any more. */
  stop(): Promise<void>
}

/** Milliseconds from the end of one look to the next. */
const lookEvery = 10 * 60_000

/** Milliseconds to the next attempt when another process is looking, or the look failed. */
const tryAgainAfter = 60_000

/** Orders younger than this at the last look are asked for again: a payment may take its time. Milliseconds. */
const overlap = 24 * 60 * 60_000

/** Refunds of older orders show in a look at all there are, at start and then this often. Milliseconds. */
const lookAtAllEvery = 24 * 60 * 60_000

export function createReconciler(
  options: LeasePorts & {
    provider: Provider
    settle(report: OrderReport): Promise<OrderOutcome>
    clock: Clock
    log: Log
  },
): Reconciler {
  const { provider, settle, clock, log } = options
  const runAlone = createRunAlone(options)
  let settling: Promise<unknown> = Promise.resolve()
  let lookedAt = 0
  let lookedAtAllAt = Number.NEGATIVE_INFINITY
  let mustLookAtAll = true

  async function look(stopped: AbortSignal): Promise<void> {
    const startedAt = clock.now()
    const all = mustLookAtAll || startedAt - lookedAtAllAt >= lookAtAllEvery
    mustLookAtAll = false
    const outcomes = { settled: 0, 'no-account': 0, 'no-pack': 0, unpaid: 0, failed: 0 }
    for await (const report of all ? provider.listOrders() : provider.listOrders(lookedAt - overlap)) {
      if (stopped.aborted) return
      const settled = settleOne(report)
      settling = settled.catch(() => undefined)
      outcomes[await settled]++
    }
    lookedAt = startedAt
    if (all) lookedAtAllAt = startedAt
    log.debug({ provider: provider.name, all, outcomes }, 'Orders were compared with the provider')
  }

  /** One order that cannot be settled must not keep the others from it. */
  async function settleOne(report: OrderReport): Promise<OrderOutcome | 'failed'> {
    try {
      return await settle(report)
    } catch (err) {
      if (hasCode(err, 'store-unavailable')) throw err
      log.error({ provider: report.provider, order: report.order, err }, 'An order could not be settled')
      return 'failed'
    }
  }

  /** A look that failed has settled nobody knows what. */
  async function lookOrMark(stopped: AbortSignal): Promise<void> {
    try {
      await look(stopped)
    } catch (error) {
      mustLookAtAll = true
      throw error
    }
  }

  const rounds = createRounds({
    round: (stopped) => runAlone(`orders:${provider.name}`, () => lookOrMark(stopped), stopped),
    every: lookEvery,
    again: tryAgainAfter,
    failure: 'Orders could not be compared with the provider yet',
    fields: { provider: provider.name },
    clock,
    log,
  })

  return {
    start: () => void rounds.start(),
    lookAtAll() {
      mustLookAtAll = true
    },
    hurry: rounds.hurry,
    async stop() {
      void rounds.stop()
      await settling
    },
  }
}
