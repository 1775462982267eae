/** Buying credits: opens checkouts, takes what any provider says of orders, and tells whoever waits that credits came. */
import type { Account } from '#core/accounts/account.ts'
import type { PlatformName } from '#core/chat.ts'
import type { Clock } from '#core/clock.ts'
import type { Ledger } from '#core/credits/ledger.ts'
import type { LedgerStore } from '#core/credits/ledger-store.ts'
import { CoreError, hasCode } from '#core/errors.ts'
import { createSparseLog, type Log, logFailure } from '#core/log.ts'
import type { Outbound } from '#core/outbound.ts'
import type { LeasePorts } from '#core/records/lease.ts'
import type { DurableSecret } from '#core/secrets/durable-secret.ts'
import { createDurableHash } from '#core/secrets/keyed-hash.ts'
import { createTurns } from '#core/turns.ts'
import { type Checkouts, createCheckouts } from './checkouts.ts'
import { listPacks, type OfferedPack } from './offers.ts'
import { createOrderNotifications, type OrderNotifications } from './order-notifications.ts'
import { createOrderBook, type OrderOutcome, type Settlement } from './orders.ts'
import type { Doubt, OrderReport, Provider, WebhookReading, WebProvider } from './provider.ts'
import { createReconciler } from './reconciler.ts'
import { createUnclaimed } from './unclaimed.ts'

export interface Purchases {
  /** What can be bought by somebody who chats there, or on the web: nothing where there is no shop. */
  listPacks(platform?: PlatformName): readonly OfferedPack[]
  /** Whom to ask for credits where no pack is sold: an address or a name. */
  contact?: string
  /** The providers that send webhooks, as in `/webhooks/<provider>`. */
  webhooks: readonly string[]
  /**
   * Answers with the address where the pack is paid, once, within a day; at the first provider that sells it, where none
   * is named. A pack that is not sold there rejects with `no-pack`, a provider in trouble with `provider-trouble`.
   */
  openCheckout(account: Account, pack: string, returnUrl: string, provider?: string): Promise<string>
  /**
   * Takes the bytes of a webhook as they came. `done` also for what changes nothing: only then must the provider
   * stop sending. Rejects with `store-unavailable`, and then the provider must send it again; with `no-provider` where
   * none of that name sends any.
   */
  receiveWebhook(
    provider: string,
    body: Uint8Array,
    header: (name: string) => string | undefined,
  ): Promise<'done' | 'forged' | 'unreadable'>
  /**
   * Takes what a provider says of an order, from wherever it was heard. May be repeated, in any order; when it rejects,
   * all orders of the provider are looked through again.
   */
  report(report: OrderReport): Promise<OrderOutcome>
  /** How many paid orders credit nobody, by provider. */
  countUnclaimed(): Promise<Readonly<Record<string, number>>>
  /** From now on compares orders with each provider, and tells buyers of new credits, once per purchase. */
  start(): void
  /** Resolves when nothing is being settled or told any more. */
  stop(): Promise<void>
}

export interface PurchasesPorts extends LeasePorts {
  /** In the order in which they are offered; empty where nothing is sold. */
  providers: readonly Provider[]
  outbound: Pick<Outbound, 'credited'>
  contact?: string
  ledger: Ledger
  entries: Pick<LedgerStore, 'listOrderEntries'>
  /** The account that now has this one's wallet; undefined when it is deleted or never was. */
  resolveAlias(account: string): Promise<string | undefined>
  clock: Clock
  log: Log
  /** Keys the digests of buyers' addresses. */
  durableSecret: DurableSecret
  /** Told once of each order that was credited and is not paid any more. */
  onDoubt?: (provider: string, doubt: Doubt) => void
}

interface Offer {
  site: WebProvider
  pack: WebProvider['packs'][number]
}

/** How long a checkout can be paid, in milliseconds. */
const checkoutLife = 24 * 60 * 60_000

export function createPurchases(ports: PurchasesPorts): Purchases {
  const { providers, log } = ports
  const sites = providers.filter((provider) => provider.kind === 'web')
  const checkouts = createCheckouts({ ...ports, hash: createDurableHash(ports.durableSecret) })
  const unclaimed = createUnclaimed(ports)
  const book = createOrderBook({
    ...ports,
    unclaimed,
    findBuyer: checkouts.findAccount,
  })
  const takeTurn = createTurns()
  const settling = new Set<Promise<unknown>>()
  const notifications = createOrderNotifications(ports)
  const sparse = createSparseLog(ports.clock)

  async function settle(report: OrderReport): Promise<OrderOutcome> {
    const work = takeTurn(`${report.provider}:${report.order}`, () => book.settle(report))
    settling.add(work)
    try {
      const settlement = await work
      await tell(log, notifications, settlement, report)
      return settlement.outcome
    } finally {
      settling.delete(work)
    }
  }

  const reconcilers = new Map(
    providers.map((provider) => [provider.name, createReconciler({ ...ports, provider, settle })]),
  )

  async function takeReport(report: OrderReport): Promise<OrderOutcome> {
    try {
      return await settle(report)
    } catch (error) {
      reconcilers.get(report.provider)?.lookAtAll()
      throw error
    }
  }

  return {
    listPacks: (platform) => listPacks(providers, platform),
    ...(ports.contact && { contact: ports.contact }),
    webhooks: sites.map((site) => site.name),
    openCheckout: async (account, pack, returnUrl, provider) =>
      openCheckout(ports, checkouts, account, findOffer(sites, pack, provider), returnUrl),
    async receiveWebhook(provider, body, header) {
      const site = sites.find((each) => each.name === provider)
      if (!site) throw new CoreError('no-provider', { provider })
      const reading = site.readWebhook(body, header)
      if (reading.kind === 'forged') sparse(provider, (refused) => tellForged(log, site, refused))
      else tellReading(log, provider, reading)
      if (reading.kind === 'forged' || reading.kind === 'unreadable') return reading.kind
      if (reading.kind === 'order') await takeReport(reading.report)
      return 'done'
    },
    report: takeReport,
    async countUnclaimed() {
      const counts = Object.fromEntries(providers.map(({ name }) => [name, 0]))
      for (const { provider } of await unclaimed.list()) counts[provider] = (counts[provider] ?? 0) + 1
      return counts
    },
    start() {
      notifications.start()
      for (const reconciler of reconcilers.values()) reconciler.start()
    },
    async stop() {
      await Promise.all([...reconcilers.values()].map((reconciler) => reconciler.stop()))
      await Promise.allSettled(settling)
      await notifications.stop()
    },
  }
}

/** The pack at the first provider that sells it. */
function findOffer(sites: readonly WebProvider[], name: string, provider: string | undefined): Offer {
  const named = sites.filter((site) => provider === undefined || site.name === provider)
  const [offer] = named.flatMap((site) =>
    site.packs.filter((pack) => pack.name === name).map((pack) => ({ site, pack })),
  )
  if (!offer) throw new CoreError('no-pack', { pack: name })
  return offer
}

/** Notes the checkout, so that its order is known by its address, and answers with where it is paid. */
async function openCheckout(
  { clock, log }: PurchasesPorts,
  checkouts: Checkouts,
  { id, email }: Account,
  { site, pack }: Offer,
  returnUrl: string,
): Promise<string> {
  const expiresAt = clock.now() + checkoutLife
  const request = { account: id, pack, returnUrl, expiresAt }
  if (!email) return await site.createCheckout(request)
  await checkouts.note({ provider: site.name, account: id, email, pack: pack.name, expiresAt })
  try {
    return await site.createCheckout({ ...request, email })
  } catch (error) {
    // What it refuses may be the address, which is only filled in for the buyer's ease.
    if (!hasCode(error, 'provider-trouble') || error.data.problem !== 'refused') throw error
    const why = 'A checkout was refused, and is asked for without an address'
    logFailure(log, error, { provider: site.name }, why)
    return await site.createCheckout(request)
  }
}

/** Tells the log, and whoever waits, what became of an order. */
async function tell(
  log: Log,
  notifications: OrderNotifications,
  settlement: Settlement,
  report: OrderReport,
): Promise<void> {
  const { provider, order, doubt } = report
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
  if (bought && bought.credits > 0) notifications.notify(bought, report)
  // What is seen to be fraudulent before anybody could spend it harms nobody.
  const isHarmless = doubt === 'fraudulent' ? bought?.isNew : left === 0
  if (doubt && !isHarmless) await notifications.alarm(report, doubt, left)
}

/** A wrong secret looks as an attack does, so that both are named. */
function tellForged(log: Log, { name: provider, secretVariable }: WebProvider, refused: number): void {
  const advice =
    secretVariable &&
    `Its signature does not match ${secretVariable}: compare that with the webhook's settings there, unless it came from elsewhere`
  log.warn({ provider, problem: 'forged', refused, ...(advice && { advice }) }, 'A webhook was refused')
}

/** Says in the log why a webhook changes nothing. */
function tellReading(log: Log, provider: string, reading: WebhookReading): void {
  const { kind } = reading
  if (kind === 'unreadable') {
    const { order, cause } = reading
    log.error({ provider, order, err: cause }, 'A signed webhook could not be read: look its order up')
  }
  if (kind === 'irrelevant') {
    const { order, reason } = reading
    log.info({ provider, reason, order }, 'A webhook changes nothing')
  }
}
