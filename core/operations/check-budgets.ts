/** Checks the running totals of teams' budgets: that each is the sum of its entries, and that no spend was over its cap. */
import type { Budget, CountedBudget } from '#core/credits/budget.ts'
import { hasBudget } from '#core/credits/count-budget.ts'
import type { Entry } from '#core/credits/ledger-store.ts'
import type { Fault } from './fault.ts'

/** Takes the entries of wallet after wallet, each in its sequence. */
export function createBudgetCheck(say: (fault: Fault) => void): (entry: Entry) => void {
  let wallet: string | undefined
  let sums = new Map<string, number>()

  const count = (name: readonly string[], amount: number) => {
    const key = JSON.stringify(name)
    const sum = (sums.get(key) ?? 0) - amount
    sums.set(key, sum)
    return sum
  }

  return (entry) => {
    if (entry.wallet !== wallet) sums = new Map()
    wallet = entry.wallet
    const { sequence, amount, budget } = entry
    if ((budget !== undefined) !== hasBudget(entry)) say({ fault: 'budget', wallet, sequence })
    if (!budget) return
    for (const { of, name, spent } of listTotals(budget)) {
      const { month } = budget
      const sum = count([month, of, name], amount)
      if (spent !== sum) say({ fault: 'total', wallet, sequence, month, of: name, spent, sum })
      const limit = budget.caps?.[of] ?? Number.POSITIVE_INFINITY
      if (sum > limit) say({ fault: 'cap', wallet, sequence, month, of: name, spent: sum, limit })
    }
  }
}

/** A total that is not there is none. */
function listTotals({ member, memberSpent, channel, channelSpent = 0 }: CountedBudget) {
  return [
    { of: 'member', name: member, spent: memberSpent } as const,
    ...(channel === undefined ? [] : [{ of: 'channel', name: channel, spent: channelSpent } as const]),
  ]
}

/** Whether what was given back counts where it had been spent. */
export const isSameBudget = (one: Budget | undefined, other: Budget | undefined) =>
  one?.month === other?.month && one?.member === other?.member && one?.channel === other?.channel
