/** Finds orders whose webhooks never came, by asking their provider. */
import type { Clock } from '#core/clock.ts'
import { hasCode } from '#core/errors.ts'
import type { Log } from '#core/log.ts'
import { createRunAlone, type LeasePorts } from '#core/records/lease.ts'
import { createRounds } from '#core/records/rounds.ts'
import { createKeptLook, type Look } from './look.ts'
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

/** One that takes longer is begun anew. Milliseconds. */
const longestLook = 7 * 24 * 60 * 60_000

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
  const kept = createKeptLook(provider.name, options, longestLook)
  let settling: Promise<unknown> = Promise.resolve()
  let lookedAt = 0
  let lookedAtAllAt = Number.NEGATIVE_INFINITY
  let mustLookAtAll = true
  /** Nothing was asked for yet but the look at all that each start begins with. */
  let isStart = true

  function begin(): Omit<Look, 'from'> {
    const startedAt = clock.now()
    const all = mustLookAtAll || startedAt - lookedAtAllAt >= lookAtAllEvery
    mustLookAtAll = false
    return { startedAt, ...(!all && { since: lookedAt - overlap }) }
  }

  /** What came since a look was begun is left to the next, which goes back to that moment. */
  async function look(stopped: AbortSignal, { from, ...begun }: Omit<Look, 'from'> & { from?: string }) {
    const { startedAt, since } = begun
    const all = since === undefined
    let isKept = from !== undefined
    const passed = async (place: string) => {
      await kept.keep({ ...begun, from: place })
      isKept = true
    }
    const outcomes = { settled: 0, 'no-account': 0, 'no-pack': 0, unpaid: 0, failed: 0 }
    for await (const report of provider.listOrders(since, { from, passed })) {
      if (stopped.aborted) return
      const settled = settleOne(report)
      settling = settled.catch(() => undefined)
      outcomes[await settled]++
    }
    if (isKept) await kept.forget()
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

  /** A look that failed before its first page was passed has settled nobody knows what; any other goes on there. */
  async function lookOrMark(stopped: AbortSignal): Promise<void> {
    const broken = await kept.find()
    try {
      if (broken && isStart && broken.since === undefined) mustLookAtAll = false
      isStart = false
      await look(stopped, broken ?? begin())
    } catch (error) {
      if (!(await kept.find().catch(() => undefined))) mustLookAtAll = true
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
      isStart = false
      mustLookAtAll = true
    },
    hurry: rounds.hurry,
    async stop() {
      void rounds.stop()
      await settling
    },
  }
}
