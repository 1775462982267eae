/** The port through which the credits ledger is kept: entries are added, never changed. */
import type { BudgetName, CountedBudget } from './budget.ts'

/** Why credits moved. Purchase, refund and grant add; spend and reversal take; transfer does either. */
export type EntryKind = 'purchase' | 'spend' | 'refund' | 'reversal' | 'grant' | 'transfer'

/** One movement of whole credits in one wallet. */
export interface Entry {
  wallet: string
  /** 1 for a wallet's first entry, then one more each. */
  sequence: number
  /** Unique in its wallet for ever: writing it again changes nothing. */
  key: string
  kind: EntryKind
  /** Whole credits; negative when they are taken. */
  amount: number
  /** The balance after this entry: the sum of all amounts so far. */
  balance: number
  /** What it was for: a generation's id, an order's id, an operator's reason. */
  reference: string
  /** Milliseconds since 1970. */
  at: number
  /** Of a team's wallet: each spend and each refund has one, and nothing else. */
  budget?: CountedBudget
}

/** What a month came to in one wallet, less what was given back; by account, and by channel. */
export interface MonthTotals {
  members: ReadonlyMap<string, number>
  channels: ReadonlyMap<string, number>
}

export interface LedgerStore {
  /** The wallet's entry with the highest sequence. */
  findLast(wallet: string): Promise<Entry | undefined>
  findByKey(wallet: string, key: string): Promise<Entry | undefined>
  /**
   * Writes the entry if both (wallet, sequence) and (wallet, key) are free, atomically and durably; a purchase or
   * a reversal only if no wallet has one of that reference and key. False, and nothing written, otherwise.
   */
  insert(entry: Entry): Promise<boolean>
  /**
   * Writes entries of one wallet as `insert` does each, one after another until one cannot be; answers with how many it has
   * written: those before that.
   */
  insertAll(entries: readonly Entry[]): Promise<number>
  /** Newest first; `before` is a sequence, exclusive. */
  list(wallet: string, page: { before?: number; limit: number }): Promise<Entry[]>
  /** The purchases and reversals with this reference, in whatever wallets they are; in no promised order. */
  listOrderEntries(reference: string): Promise<Entry[]>
  /** The running total in the wallet's last entry that is of this member's, or this channel's, budget; 0 where none is. */
  findSpent(wallet: string, of: BudgetName): Promise<number>
  /** For reports: it goes through the month's entries. */
  listTotals(wallet: string, month: string): Promise<MonthTotals>
  /** The entries of whatever teams' wallets that are of a member's budgets, by wallet and sequence; `after` is exclusive. */
  listOfMember(
    member: string,
    page: { after?: Pick<Entry, 'wallet' | 'sequence'>; limit: number },
  ): Promise<Entry[]>
}
