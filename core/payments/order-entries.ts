/** The port through which an order's own ledger entries are found, in whatever wallet they are. */
import type { Entry } from '#core/credits/ledger-store.ts'

export interface OrderEntryStore {
  /** The entries of kind `purchase` and `reversal` that have this reference, in the order they were written. */
  listOrderEntries(reference: string): Promise<Entry[]>
}
