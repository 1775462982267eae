/** Counts what an entry makes of its budgets, and holds a spend to their caps. */
import { CoreError } from '#core/errors.ts'
import type { BudgetClaim, BudgetName, Caps, CountedBudget } from './budget.ts'
import type { Entry } from './ledger-store.ts'
import { teamOf } from './wallet.ts'

/** Whether an entry must be of somebody's budget; no other may. */
export const hasBudget = ({ wallet, kind }: Pick<Entry, 'wallet' | 'kind'>) =>
  teamOf(wallet) !== undefined && (kind === 'spend' || kind === 'refund')

/** `spent`: of each of the claim's budgets, in the order of `listBudgets`. `refusal`: a spend that is over a cap. */
export function countBudget(
  { kind, amount }: Pick<Entry, 'kind' | 'amount'>,
  { tookOver = [], caps: given, ...budget }: BudgetClaim,
  [own = 0, ...others]: readonly number[],
): { counted: CountedBudget; refusal: CoreError | undefined } {
  const caps = kind === 'spend' ? given : undefined
  const ofOthers = others.slice(0, tookOver.length)
  const ofChannel = others[tookOver.length] ?? 0
  const spent = { member: ofOthers.reduce((sum, each) => sum + each, own), channel: ofChannel }
  const counted = {
    ...budget,
    ...(caps && { caps }),
    memberSpent: own - amount,
    ...(budget.channel !== undefined && { channelSpent: ofChannel - amount }),
  }
  // Where no channel is named, none has a budget.
  const held = caps && budget.channel === undefined ? { ...caps, channel: Number.POSITIVE_INFINITY } : caps
  return { counted, refusal: held && findReached(held, spent, -amount) }
}

/** The member's, those of whom it took over, the channel's. */
export const listBudgets = ({ month, member, tookOver = [], channel }: BudgetClaim): BudgetName[] => [
  ...[member, ...tookOver].map((each) => ({ month, member: each })),
  ...(channel === undefined ? [] : [{ month, channel }]),
]

function findReached(caps: Caps, spent: Required<Caps>, price: number): CoreError<'cap-reached'> | undefined {
  for (const cap of ['member', 'channel'] as const) {
    const limit = caps[cap] ?? Number.POSITIVE_INFINITY
    if (spent[cap] + price <= limit) continue
    return new CoreError('cap-reached', { cap, limit, spent: spent[cap], price })
  }
  return undefined
}
