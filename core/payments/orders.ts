/** The order book: turns what providers report of an order into ledger entries, whatever the order and number of reports. */
import type { Ledger } from '#core/credits/ledger.ts'
import type { Entry, LedgerStore } from '#core/credits/ledger-store.ts'
import { accountOf, walletOf } from '#core/credits/wallet.ts'
import type { OrderReport } from './provider.ts'
import type { Unclaim, Unclaimed } from './unclaimed.ts'

export type OrderOutcome = 'settled' | Unclaim

export type Settlement =
  /** `bought`: what the ledger has of it, `isNew` if it was not there before; absent where its buyer has left. */
  | { outcome: 'settled'; left: number; bought?: Bought & { isNew: boolean } }
  /** `isNews`: nobody has heard of it before. */
  | { outcome: Unclaim; isNews: boolean }

export interface OrderBook {
  /**
   * Brings the ledger to what was ever reported: the purchase, if it was ever paid, and as much of it reversed as of the
   * money was given back. Can be repeated; a report that an earlier one has outdone changes nothing. A purchase is
   * reversed also where its buyer's account is deleted: the books keep to what the provider has.
   */
  settle(report: OrderReport): Promise<Settlement>
}

/**
 * The ledger is all the book there is of what was credited. An order has one entry `purchase:<order>` and reversals
 * numbered from 1, each of what was missing; a key already taken means that somebody else was first, and then the rest
 * is worked out anew. What was given back before anybody is credited is noted with the unclaimed. Whoever credits looks
 * there afterwards, and whoever notes looks into the ledger afterwards: one of the two finds the other's. So each step is
 * one write, and a crash between any two is made good by the next report.
 */
export function createOrderBook(ports: {
  ledger: Ledger
  entries: Pick<LedgerStore, 'listOrderEntries'>
  unclaimed: Unclaimed
  /** The account that now holds what this one bought; undefined when it is deleted or never was. */
  resolveAlias(account: string): Promise<string | undefined>
  /** Whose an order is that does not say it: an account, or a team. */
  findBuyer(report: OrderReport): Promise<string | undefined>
}): OrderBook {
  const { ledger, entries, unclaimed, resolveAlias, findBuyer } = ports

  async function credit(report: OrderReport, reference: string): Promise<Entry | Unclaim> {
    if (report.doubt === 'unpaid') return 'unpaid'
    if (!report.purchase) return 'no-pack'
    const buyer = report.payer ?? report.account ?? (await findBuyer(report))
    const payer = buyer && (await findHolder(buyer))
    if (!payer) return 'no-account'
    const { credits } = report.purchase
    return await ledger.append({
      wallet: walletOf(payer),
      key: purchaseKey(reference),
      kind: 'purchase',
      amount: credits,
      reference,
    })
  }

  /** What is bought for a team stays in its wallet. */
  async function findHolder(payer: string): Promise<string | undefined> {
    return accountOf(payer) === undefined ? payer : await resolveAlias(payer)
  }

  /** Answers with the credits that are reversed in all. */
  async function reverse(wallet: string, reference: string, wanted: number, made: Entry[]): Promise<number> {
    let reversed = made.reduce((sum, { amount }) => sum - amount, 0)
    for (let number = made.length + 1; reversed < wanted; number++) {
      const entry = await ledger.append({
        wallet,
        key: `reversal:${reference}:${number}`,
        kind: 'reversal',
        amount: reversed - wanted,
        reference,
      })
      reversed -= entry.amount
    }
    return reversed
  }

  /** `written`: all that the ledger had of the order when the purchase was found, or none. */
  async function settlePurchase(report: OrderReport, purchase: Entry, written: Entry[]): Promise<Settlement> {
    const { provider, order } = report
    const owner = await findHolder(purchase.wallet)
    const wallet = owner === undefined ? purchase.wallet : walletOf(owner)
    const noted = await unclaimed.find(provider, order)
    const refunded = Math.max(report.refunded, noted?.refunded ?? 0)
    const made = written.filter(({ kind }) => kind === 'reversal')
    const wanted = findReversal(purchase.amount, refunded)
    const reversed = await reverse(wallet, purchase.reference, wanted, made)
    if (noted) await unclaimed.remove(provider, order)
    const left = purchase.amount - reversed
    if (!owner) return { outcome: 'settled', left }
    const isNew = !written.includes(purchase)
    return { outcome: 'settled', left, bought: { payer: owner, credits: left, at: purchase.at, isNew } }
  }

  /** Whoever ties the buyer to an account takes up what is noted; what is noted after that is taken up here. */
  async function isTied({ user, ...report }: OrderReport): Promise<boolean> {
    const buyer = user && (await findBuyer({ ...report, user }))
    return buyer !== undefined && (await resolveAlias(buyer)) !== undefined
  }

  const book: OrderBook = {
    async settle(report) {
      const reference = `${report.provider}:${report.order}`
      const before = await entries.listOrderEntries(reference)
      const known = before.find(isPurchase)
      if (known) return await settlePurchase(report, known, before)
      const credited = await credit(report, reference)
      if (typeof credited !== 'string') return await settlePurchase(report, credited, [])
      const isNews = await unclaimed.note(report, credited)
      const after = await entries.listOrderEntries(reference)
      const other = after.find(isPurchase)
      const isLinked = !other && credited === 'no-account' && (await isTied(report))
      if (isLinked) return await book.settle(report)
      return other ? await settlePurchase(report, other, after) : { outcome: credited, isNews }
    },
  }
  return book
}

/** The key of an order's purchase in the ledger, by its reference. */
export const purchaseKey = (reference: string) => `purchase:${reference}`

const isPurchase = ({ kind }: Entry) => kind === 'purchase'

/** In proportion, to the nearest whole credit; a full refund takes back exactly what was bought. */
function findReversal(credits: number, refunded: number): number {
  return Math.round(credits * refunded)
}

/** A purchase as the ledger has it. */
export interface Bought {
  /** Whose they are: an account, or a team as `payerOfTeam` names it. */
  payer: string
  /** Less what was given back. */
  credits: number
  /** When it came into the ledger, in milliseconds since 1970. */
  at: number
}
