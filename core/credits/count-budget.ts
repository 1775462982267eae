/** Counts what an entry makes of its budgets, and holds a spend to their caps. */
import { CoreError } from '#core/errors.ts'
import type { BudgetClaim, Caps, CountedBudget } from './budget.ts'
import type { Entry, LedgerStore } from './ledger-store.ts'
import { teamOf } from './wallet.ts'

/** Whether an entry must be of somebody's budget; no other may. */
export const hasBudget = ({ wallet, kind }: Pick<Entry, 'wallet' | 'kind'>) =>
  teamOf(wallet) !== undefined && (kind === 'spend' || kind === 'refund')

/**
 * Counts on from the wallet's entries. Whoever writes the answer must have read the wallet's last entry before: then what
 * is written meanwhile takes the place after it, and all is read again. `refusal`: a spend that is over a cap.
 */
export async function countBudget(
  { findSpent }: Pick<LedgerStore, 'findSpent'>,
  { wallet, kind, amount }: Pick<Entry, 'wallet' | 'kind' | 'amount'>,
  { tookOver = [], ...budget }: BudgetClaim,
): Promise<{ counted: CountedBudget; refusal?: CoreError<'cap-reached'> }> {
  const { month, member, channel, caps = {} } = budget
  const [own, ofChannel, ...ofOthers] = await Promise.all([
    findSpent(wallet, { month, member }),
    channel === undefined ? 0 : findSpent(wallet, { month, channel }),
    ...tookOver.map((other) => findSpent(wallet, { month, member: other })),
  ])
  const spent = { member: ofOthers.reduce((sum, each) => sum + each, own), channel: ofChannel }
  const counted = {
    ...budget,
    memberSpent: own - amount,
    ...(channel !== undefined && { channelSpent: ofChannel - amount }),
  }
  const refusal = kind === 'spend' ? findReached(caps, spent, -amount) : undefined
  return { counted, ...(refusal && { refusal }) }
}

function findReached(caps: Caps, spent: Required<Caps>, price: number): CoreError<'cap-reached'> | undefined {
  for (const cap of ['member', 'channel'] as const) {
    const limit = caps[cap] ?? Number.POSITIVE_INFINITY
    if (spent[cap] + price <= limit) continue
    return new CoreError('cap-reached', { cap, limit, spent: spent[cap], price })
  }
  return undefined
}
