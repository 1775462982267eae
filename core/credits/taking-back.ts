/** Taking back what was given without a payment: as an entry of its own, once, and never more than there is. */

import type { NewEntry } from './ledger.ts'
import type { Entry } from './ledger-store.ts'

const prefix = 'back:'

/** The entry that takes `amount` of a grant back out of a wallet. Each grant can be taken back once, from whatever wallet. */
export function renderTakingBack(grant: Entry, wallet: string, amount: number): NewEntry {
  return {
    wallet,
    key: `${prefix}${grant.key}`,
    kind: 'reversal',
    amount: -amount,
    reference: renderReference(grant),
  }
}

/** Whether an entry takes a grant back. */
export const isTakenBack = ({ key }: Pick<Entry, 'key'>) => key.startsWith(prefix)

/** Unique among all wallets, as a grant's key alone is not. */
export function renderReference({ wallet, key }: Pick<Entry, 'wallet' | 'key'>): string {
  return `${wallet}:${key}`
}

/** The wallet and the key of the grant that an entry takes back; undefined for any other entry. */
export function readTakingBack({ key, reference }: Pick<Entry, 'key' | 'reference'>) {
  if (!isTakenBack({ key })) return undefined
  const grant = key.slice(prefix.length)
  return { wallet: reference.slice(0, -1 - grant.length), key: grant }
}
