/** Giving back what was spent: to whoever paid, in the month that it was paid in. */
import type { NewCharge } from './ledger.ts'
import type { Entry } from './ledger-store.ts'

/** `wallet`: of whoever has now what paid. */
export function renderRefund({ amount, reference, budget }: Entry, wallet: string): NewCharge {
  const entry = { wallet, key: `refund:${reference}`, kind: 'refund', amount: -amount, reference } as const
  if (!budget) return entry
  const { month, member, channel } = budget
  return { ...entry, budget: { month, member, ...(channel !== undefined && { channel }) } }
}
