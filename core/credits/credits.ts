/** The wallet of an account, as its owner sees it. */
import type { Ledger } from './ledger.ts'
import type { Entry, LedgerStore } from './ledger-store.ts'
import { walletOf } from './wallet.ts'

export interface Credits {
  /** Whole credits; below zero only after a provider's refund. */
  findBalance(account: string): Promise<number>
  /** Newest first; `before` is a sequence, exclusive. */
  listEntries(account: string, page: { before?: number; limit: number }): Promise<Entry[]>
}

export function createCredits(ledger: Ledger, store: LedgerStore): Credits {
  return {
    findBalance: (account) => ledger.findBalance(walletOf(account)),
    listEntries: (account, page) => store.list(walletOf(account), page),
  }
}
