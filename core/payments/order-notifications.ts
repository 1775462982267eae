/** Has each purchase told to its buyer, and each order that was credited and is in doubt to the operator: once, also after a crash. */

import type { Clock } from '#core/clock.ts'
import type { Ledger } from '#core/credits/ledger.ts'
import { teamOf, walletOf } from '#core/credits/wallet.ts'
import { type Log, logFailure } from '#core/log.ts'
import type { Outbound } from '#core/outbound.ts'
import type { RecordStore } from '#core/records/record-store.ts'
import type { TellTeam } from '#core/teams/team-notes.ts'
import { type Bought, purchaseKey } from './orders.ts'
import type { Doubt, OrderReport } from './provider.ts'

export interface OrderNotifications {
  /** Says that credits wait for a chat user to be tied to an account; who was told already, or bought them long ago, is not told. */
  notifyWaiting(report: OrderReport): void
  /** Says that the ledger has the purchase; who was told already, or bought it long ago, is not told. */
  notify(bought: Bought, report: OrderReport): void
  /** Says that an order was credited, and is not paid; `left` of its credits are not taken back. */
  alarm(report: OrderReport, doubt: Doubt, left: number): Promise<void>
  /** From now on buyers are told. */
  start(): void
  /** Resolves when nobody is being told. */
  stop(): Promise<void>
}

interface News {
  /** By which it is known whether it was told. */
  key: string
  owner?: string
  /** Milliseconds since 1970. */
  at: number
  tell(): Promise<void>
}

/** Older purchases are no news: whoever is to be told of one is told within the day. Milliseconds. */
const newsFor = 24 * 60 * 60_000
/** How long telling may take; after that, another may try. Milliseconds. */
const claimLife = 2 * 60_000
/** Longer than it is news. Milliseconds. */
const rememberedFor = 3 * newsFor
/** How long an order is known to have been alarmed about. Milliseconds. */
const alarmedFor = 365 * newsFor

export function createOrderNotifications(ports: {
  records: RecordStore
  outbound: Pick<Outbound, 'credited' | 'waiting'>
  tellTeam: TellTeam
  ledger: Pick<Ledger, 'findBalance'>
  /** Whether what was held for this account's want of credits is placed with those of a purchase, by the key of its entry in the ledger. */
  placeBought(account: string, purchase: string): Promise<boolean>
  clock: Clock
  log: Log
  /** Counts the alarms. */
  onDoubt?: (provider: string, doubt: Doubt) => void
}): OrderNotifications {
  const { records, outbound, tellTeam, ledger, placeBought, clock, log, onDoubt = () => undefined } = ports
  const underWay = new Set<Promise<void>>()
  let isStarted = false
  const keyOf = ({ provider, order }: OrderReport) => `${provider}:${order}`

  /** One process tells; it is remembered as told even where telling failed, so that nobody is told twice. */
  async function tellOnce(news: News, { order }: OrderReport): Promise<void> {
    const { key, owner, tell } = news
    const now = clock.now()
    const record = { kind: 'told' as const, key, ...(owner && { owner }), body: {} }
    if (!(await records.insertRecord({ ...record, expiresAt: now + claimLife }, now))) return
    await tell().catch((err) =>
      logFailure(log, err, { account: owner, order }, 'The buyer could not be told'),
    )
    await records.replaceRecord({ ...record, version: 1, expiresAt: now + rememberedFor })
  }

  function begin(news: News, report: OrderReport): void {
    if (!isStarted || clock.now() - news.at >= newsFor) return
    const told = tellOnce(news, report)
      .catch((err) => logFailure(log, err, { order: report.order }, 'The buyer must be told again'))
      .finally(() => underWay.delete(told))
    underWay.add(told)
  }

  return {
    notifyWaiting(report) {
      const { user, purchase, provider, isTest, createdAt: at } = report
      if (!user || !purchase) return
      const tell = () => outbound.waiting(user, purchase.credits, { provider, ...(isTest && { isTest }) })
      begin({ key: `${keyOf(report)}:waiting`, at, tell }, report)
    },
    notify({ payer, credits, at }, report) {
      const { provider, isTest } = report
      const sale = { provider, ...(isTest && { isTest }) }
      const team = teamOf(payer)
      if (team === undefined) {
        // What was held for them shows by itself that they came.
        const tell = async () => {
          if (!(await placeBought(payer, purchaseKey(keyOf(report)))))
            await outbound.credited(payer, credits, sale)
        }
        return begin({ key: keyOf(report), owner: payer, at, tell }, report)
      }
      const tell = async () => {
        const balance = await ledger.findBalance(walletOf(payer))
        await tellTeam(team, `bought/${keyOf(report)}`, { kind: 'bought', credits, balance, ...sale })
      }
      begin({ key: keyOf(report), at, tell }, report)
    },
    async alarm(report, doubt, left) {
      const { provider, order } = report
      const now = clock.now()
      const key = `${keyOf(report)}:${doubt}`
      if (!(await records.insertRecord({ kind: 'doubt', key, expiresAt: now + alarmedFor, body: {} }, now)))
        return
      onDoubt(provider, doubt)
      log.error({ provider, order, doubt, left }, 'An order was credited, and is not paid any more')
    },
    start() {
      isStarted = true
    },
    async stop() {
      await Promise.allSettled(underWay)
    },
  }
}
