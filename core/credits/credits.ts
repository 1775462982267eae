/** The wallet of an account. */
import type { Entry } from './ledger-store.ts'

export interface Credits {
  /** Whole credits; below zero only after a provider's refund. */
  findBalance(account: string): Promise<number>
  /** Newest first; `before` is a sequence, exclusive. */
  listEntries(account: string, page: { before?: number; limit: number }): Promise<Entry[]>
}
