/** The order book: turns what providers report of an order into ledger entries, whatever the order and number of reports. */

import type { Ledger } from '#core/credits/ledger.ts'
import type { Entry, LedgerStore } from '#core/credits/ledger-store.ts'
import type { OrderReport } from './payments.ts'
import type { Bought } from './tellings.ts'

/** `no-account`: nobody here bought it, or the account is deleted. `no-pack`: not in our own table. */
export type OrderOutcome = 'settled' | 'no-account' | 'no-pack'

/** Told of new credits, once per purchase. */
export type OnCredited = (account: string, credits: number, order: OrderReport) => Promise<void>

export interface OrderBook {
  /**
   * Brings the ledger to what the report says: the purchase, and as much of it reversed as of the money was given
   * back. Can be repeated; a report that an earlier one has outdone changes nothing. `bought` is what the ledger then
   * has of it, `isNew` if it was not there before.
   */
  settle(report: OrderReport): Promise<{ outcome: OrderOutcome; bought?: Bought & { isNew: boolean } }>
}

/**
 * The ledger is all the book there is. An order has one entry `purchase:<order>` and reversals numbered from 1, each
 * of what was missing; a key already taken means that somebody else was first, and then the rest is worked out anew.
 * So each step is one write, and a crash between any two is made good by the next report.
 */
export function createOrderBook(ports: {
  ledger: Ledger
  entries: Pick<LedgerStore, 'listOrderEntries'>
  /** The account that now holds what this one bought; undefined when it is deleted or never was. */
  findHolder(account: string): Promise<string | undefined>
  /** Whose an order is that does not say it. */
  findBuyer(report: OrderReport): Promise<string | undefined>
}): OrderBook {
  const { ledger, entries, findHolder, findBuyer } = ports

  async function credit(report: OrderReport, reference: string): Promise<Entry | OrderOutcome> {
    if (!report.purchase) return 'no-pack'
    const buyer = report.account ?? (await findBuyer(report))
    const account = buyer && (await findHolder(buyer))
    if (!account) return 'no-account'
    const { credits } = report.purchase
    return await ledger.append({
      account,
      key: `purchase:${reference}`,
      kind: 'purchase',
      amount: credits,
      reference,
    })
  }

  /** Answers with the credits that are reversed in all. */
  async function reverse(account: string, reference: string, wanted: number, made: Entry[]): Promise<number> {
    let reversed = made.reduce((sum, { amount }) => sum - amount, 0)
    for (let number = made.length + 1; reversed < wanted; number++) {
      const entry = await ledger.append({
        account,
        key: `reversal:${reference}:${number}`,
        kind: 'reversal',
        amount: reversed - wanted,
        reference,
      })
      reversed -= entry.amount
    }
    return reversed
  }

  return {
    async settle(report) {
      const reference = `${report.provider}:${report.order}`
      const written = await entries.listOrderEntries(reference)
      const known = written.find(({ kind }) => kind === 'purchase')
      const purchase = known ?? (await credit(report, reference))
      if (typeof purchase === 'string') return { outcome: purchase }
      const account = known ? await findHolder(known.account) : purchase.account
      if (!account) return { outcome: 'no-account' }
      const made = written.filter(({ kind }) => kind === 'reversal')
      const reversed = await reverse(account, reference, findReversal(purchase.amount, report.refunded), made)
      const credits = purchase.amount - reversed
      return { outcome: 'settled', bought: { account, credits, at: purchase.at, isNew: !known } }
    },
  }
}

/** In proportion, to the nearest whole credit; a full refund takes back exactly what was bought. */
function findReversal(credits: number, refunded: number): number {
  return Math.round(credits * refunded)
}
