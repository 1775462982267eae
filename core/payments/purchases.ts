/** Buying credits: opens checkouts, takes webhooks, and tells whoever waits that credits came. */
import type { Account } from '#core/accounts/account.ts'
import type { Clock } from '#core/clock.ts'
import type { Ledger } from '#core/credits/ledger.ts'
import type { LedgerStore } from '#core/credits/ledger-store.ts'
import { CoreError, hasCode } from '#core/errors.ts'
import { type Log, logFailure } from '#core/log.ts'
import type { LeasePorts } from '#core/records/lease.ts'
import type { DurableSecret } from '#core/secrets/durable-secret.ts'
import { createDurableHash } from '#core/secrets/keyed-hash.ts'
import { createCheckouts } from './checkouts.ts'
import { createOrderBook, type OnCredited, type OrderOutcome, type Settlement } from './orders.ts'
import type { Pack } from './packs.ts'
import type { Doubt, OrderReport, Payments } from './payments.ts'
import { createReconciler } from './reconciler.ts'
import { createTellings } from './tellings.ts'
import { createUnclaimed } from './unclaimed.ts'

export interface Purchases {
  /** As configured: the order in which they are offered. */
  packs: readonly Pack[]
  /** Whom to ask for credits where no pack is sold: an address or a name. */
  contact?: string
  /** The provider's name, as in `/webhooks/<provider>`. */
  provider: string
  /**
   * Answers with the address where the pack is paid, once, within a day. An unknown pack rejects with `not-found`,
   * a provider in trouble with one of the vendor errors.
   */
  openCheckout(account: Account, pack: string, returnUrl: string): Promise<string>
  /**
   * Takes the bytes of a webhook as they came. `done` also for what changes nothing: only then must the provider
   * stop sending. Rejects with `store-unavailable`, and then the provider must send it again.
   */
  receiveWebhook(
    body: Uint8Array,
    header: (name: string) => string | undefined,
  ): Promise<'done' | 'forged' | 'unreadable'>
  /** How many paid orders credit nobody. */
  countUnclaimed(): Promise<number>
  /** From now on compares orders with the provider, and tells `onCredited` of new credits. */
  start(onCredited: OnCredited): void
  /** Resolves when nothing is being settled or told any more. */
  stop(): Promise<void>
}

export interface PurchasesPorts extends LeasePorts {
  payments: Payments
  packs: readonly Pack[]
  contact?: string
  ledger: Ledger
  entries: Pick<LedgerStore, 'listOrderEntries'>
  /** The account that now has this one's wallet; undefined when it is deleted or never was. */
  findHolder(account: string): Promise<string | undefined>
  clock: Clock
  log: Log
  /** Keys the digests of buyers' addresses. */
  durableSecret: DurableSecret
  /** Told once of each order that was credited and is not paid any more. */
  onDoubt?: (doubt: Doubt) => void
}

/** How long a checkout can be paid, in milliseconds. */
const checkoutLife = 24 * 60 * 60_000

export function createPurchases(ports: PurchasesPorts): Purchases {
  const { payments, packs, clock, log } = ports
  const { provider } = payments
  const checkouts = createCheckouts({ ...ports, hash: createDurableHash(ports.durableSecret) })
  const unclaimed = createUnclaimed(ports)
  const book = createOrderBook({
    ...ports,
    unclaimed,
    findBuyer: checkouts.findAccount,
  })
  // The last thing being done about each order: reports of one order are taken one after the other.
  const turns = new Map<string, Promise<unknown>>()
  const tellings = createTellings(ports)

  async function settle(report: OrderReport): Promise<OrderOutcome> {
    const before = turns.get(report.order)
    const turn = (before ?? Promise.resolve()).catch(() => undefined).then(() => book.settle(report))
    turns.set(report.order, turn)
    try {
      const settlement = await turn
      await tell(settlement, report)
      return settlement.outcome
    } finally {
      if (turns.get(report.order) === turn) turns.delete(report.order)
    }
  }

  async function tell(settlement: Settlement, report: OrderReport): Promise<void> {
    const { order, doubt } = report
    if (settlement.outcome !== 'settled') {
      const { outcome, isNews } = settlement
      const isLost = outcome !== 'unpaid' && report.refunded < 1
      if (isNews && isLost) log.warn({ provider, order, outcome }, 'An order was paid that credits nobody')
      if (outcome === 'unpaid')
        log.debug({ provider, reason: outcome, order }, 'A report of an order changes nothing')
      return
    }
    const { bought, left } = settlement
    if (bought?.isNew) {
      const { account, credits } = bought
      log.info({ account, credits, provider, order }, 'Credits were bought')
    }
    if (bought && bought.credits > 0) tellings.tell(bought, report)
    // What is seen to be fraudulent before anybody could spend it harms nobody.
    const isHarmless = doubt === 'fraudulent' ? bought?.isNew : left === 0
    if (doubt && !isHarmless) await tellings.alarm(report, doubt, left)
  }

  const reconciler = createReconciler({ ...ports, settle })

  return {
    packs,
    ...(ports.contact && { contact: ports.contact }),
    provider,
    async openCheckout(account, name, returnUrl) {
      const pack = packs.find((each) => each.name === name)
      if (!pack) throw new CoreError('not-found', { id: name })
      const { id, email } = account
      const expiresAt = clock.now() + checkoutLife
      if (email) await checkouts.note({ provider, account: id, email, pack: name, expiresAt })
      const request = { account: id, pack, returnUrl, expiresAt }
      if (!email) return await payments.createCheckout(request)
      try {
        return await payments.createCheckout({ ...request, email })
      } catch (error) {
        // What it refuses may be the address, which is only filled in for the buyer's ease.
        if (!hasCode(error, 'vendor-refused')) throw error
        logFailure(log, error, { provider }, 'A checkout was refused, and is asked for without an address')
        return await payments.createCheckout(request)
      }
    },
    async receiveWebhook(body, header) {
      const reading = payments.readWebhook(body, header)
      if (reading.kind === 'forged' || reading.kind === 'unreadable') {
        log.warn({ provider, problem: reading.kind }, 'A webhook was refused')
        return reading.kind
      }
      if (reading.kind === 'irrelevant') {
        log.info({ provider, reason: reading.reason, order: reading.order }, 'A webhook changes nothing')
        return 'done'
      }
      await settle(reading.report).catch((error) => {
        reconciler.lookAtAll()
        throw error
      })
      return 'done'
    },
    countUnclaimed: async () => (await unclaimed.list()).length,
    start(listener) {
      tellings.onCredited(listener)
      reconciler.start()
    },
    async stop() {
      await reconciler.stop()
      await Promise.allSettled(turns.values())
      await tellings.stop()
    },
  }
}
