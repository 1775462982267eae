/** Weighs an entry: what it makes of its wallet and budgets, and whether it may. */
import { CoreError } from '#core/errors.ts'
import type { BudgetClaim, CountedBudget } from './budget.ts'
import { countBudget, listBudgets } from './count-budget.ts'
import type { Entry } from './ledger-store.ts'
import { nameBudget, type Reading } from './wallet-reader.ts'

/** Kinds that may never be larger than the balance. */
const covered: readonly Entry['kind'][] = ['spend', 'transfer']

/** What it makes of its budget after what was read, and why it may not; `kept` of the balance is not to be taken. */
export function weigh(
  { budget: claim, ...entry }: Pick<Entry, 'kind' | 'amount'> & { budget?: BudgetClaim | undefined },
  { last, spent }: Reading,
  kept = 0,
): { budget: CountedBudget | undefined; refusal: CoreError | undefined } {
  const totals = claim && listBudgets(claim).map((name) => spent.get(nameBudget(name)) ?? 0)
  const budget = claim && countBudget(entry, claim, totals ?? [])
  const refusal = findShortfall(entry, (last?.balance ?? 0) - kept) ?? budget?.refusal
  return { budget: budget?.counted, refusal }
}

function findShortfall(
  { kind, amount }: Pick<Entry, 'kind' | 'amount'>,
  balance: number,
): CoreError | undefined {
  const isCovered = amount >= 0 || balance + amount >= 0 || !covered.includes(kind)
  return isCovered ? undefined : new CoreError('insufficient-credits', { balance, price: -amount })
}
