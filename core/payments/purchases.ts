/** Buying credits: opens checkouts, takes what any provider says of orders, and tells whoever waits that credits came. */
import type { Account } from '#core/accounts/account.ts'
import type { ChatUser, PlatformName } from '#core/chat.ts'
import type { Clock } from '#core/clock.ts'
import type { Ledger } from '#core/credits/ledger.ts'
import type { LedgerStore } from '#core/credits/ledger-store.ts'
import { CoreError } from '#core/errors.ts'
import { createSparseLog, type Log } from '#core/log.ts'
import type { Outbound } from '#core/outbound.ts'
import type { LeasePorts } from '#core/records/lease.ts'
import type { DurableSecret } from '#core/secrets/durable-secret.ts'
import { createDurableHash } from '#core/secrets/keyed-hash.ts'
import type { TellTeam } from '#core/teams/team-notes.ts'
import { createTurns } from '#core/turns.ts'
import { createCheckouts } from './checkouts.ts'
import { createHandover } from './handover.ts'
import { listPacks, type OfferedPack } from './offers.ts'
import { type CheckoutWishes, openCheckout, requireOffer } from './open-checkout.ts'
import { createOrderNotifications } from './order-notifications.ts'
import { createOrderBook, type OrderOutcome, type Settlement } from './orders.ts'
import { createPlatformSales, type PlatformSales } from './platform-sales.ts'
import type { Doubt, OrderReport, Provider } from './provider.ts'
import { createReceipts, noteTeamOrder, type Receipts } from './receipts.ts'
import { createReconciler } from './reconciler.ts'
import { tellForged, tellReading, tellSettlement } from './tell-orders.ts'
import { createUnclaimed } from './unclaimed.ts'

export interface Purchases extends PlatformSales, Receipts {
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
  openCheckout(account: Account, pack: string, returnUrl: string, wishes?: CheckoutWishes): Promise<string>
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
  outbound: Pick<Outbound, 'credited' | 'waiting'>
  tellTeam: TellTeam
  contact?: string
  ledger: Ledger
  entries: Pick<LedgerStore, 'listOrderEntries'>
  /** The account that now has this one's wallet; undefined when it is deleted or never was. */
  resolveAlias(account: string): Promise<string | undefined>
  /** Whether what was held for this account's want of credits is placed with those of a purchase, by the key of its entry. */
  placeBought(account: string, purchase: string): Promise<boolean>
  /** The account that this chat user is tied to. */
  findHolder(user: Pick<ChatUser, 'platform' | 'user'>): Promise<string | undefined>
  clock: Clock
  log: Log
  /** Keys the digests by which buyers are known. */
  durableSecret: DurableSecret
  /** Told once of each order that was credited and is not paid any more. */
  onDoubt?: (provider: string, doubt: Doubt) => void
}

export function createPurchases(ports: PurchasesPorts): Purchases {
  const { providers, clock, log } = ports
  const sites = providers.filter((provider) => provider.kind === 'web')
  const hash = createDurableHash(ports.durableSecret)
  const checkouts = createCheckouts({ ...ports, hash })
  const unclaimed = createUnclaimed({ ...ports, hash })
  const book = createOrderBook({
    ...ports,
    unclaimed,
    findBuyer: (report) => (report.user ? ports.findHolder(report.user) : checkouts.findPayer(report)),
  })
  const takeTurn = createTurns()
  const settling = new Set<Promise<unknown>>()
  const notifications = createOrderNotifications(ports)
  const sparse = createSparseLog(ports.clock)

  async function settleAndNote(report: OrderReport): Promise<Settlement> {
    const settlement = await book.settle(report)
    await noteTeamOrder({ ...ports, checkouts }, report, settlement)
    return settlement
  }

  async function settle(report: OrderReport): Promise<OrderOutcome> {
    const work = takeTurn(`${report.provider}:${report.order}`, () => settleAndNote(report))
    settling.add(work)
    try {
      const settlement = await work
      if (settlement.outcome === 'settled') handover.tell(report)
      await tellSettlement({ log, notifications }, settlement, report)
      return settlement.outcome
    } finally {
      settling.delete(work)
    }
  }

  const reconcilers = new Map(
    providers.map((provider) => [provider.name, createReconciler({ ...ports, provider, settle })]),
  )

  const lookAtAll = (provider: string) => reconcilers.get(provider)?.lookAtAll()
  const handover = createHandover({ ...ports, onFailed: lookAtAll })
  const lookNow = (provider: string) => reconcilers.get(provider)?.hurry()
  const sales = createPlatformSales({ ...ports, unclaimed, settle, lookAtAll, lookNow })

  async function takeReport(report: OrderReport): Promise<OrderOutcome> {
    try {
      return await settle(report)
    } catch (error) {
      lookAtAll(report.provider)
      throw error
    }
  }

  return {
    listPacks: (platform) => listPacks(providers, platform),
    ...(ports.contact && { contact: ports.contact }),
    webhooks: sites.map((site) => site.name),
    openCheckout: async (account, pack, returnUrl, { provider, team } = {}) =>
      openCheckout({ clock, log, checkouts }, account, requireOffer(sites, pack, provider), returnUrl, team),
    async receiveWebhook(provider, body, header) {
      const site = sites.find((each) => each.name === provider)
      if (!site) throw new CoreError('no-provider', { provider })
      const reading = site.readWebhook(body, header)
      if (reading.kind === 'forged') sparse(provider, (refused) => tellForged(log, site, refused))
      else tellReading(log, provider, reading, 'A webhook')
      if (reading.kind === 'forged' || reading.kind === 'unreadable') return reading.kind
      if (reading.kind === 'order') await takeReport(reading.report)
      return 'done'
    },
    report: takeReport,
    ...sales,
    ...createReceipts(ports),
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
      await handover.stop()
      await notifications.stop()
    },
  }
}
