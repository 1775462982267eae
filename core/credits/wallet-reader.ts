/** Reads what an entry is to follow, and what budgets have come to by then; remembers what this process wrote last. */
import type { BudgetClaim, BudgetName } from './budget.ts'
import { listBudgets } from './count-budget.ts'
import type { Entry, LedgerStore } from './ledger-store.ts'

/** How a wallet was found, or left: an entry written after its last one takes all of this into account, or takes no place. */
export interface Reading {
  last: Entry | undefined
  /** What budgets have come to, by `nameBudget`; those that are not there are not known. */
  spent: ReadonlyMap<string, number>
}

export interface WalletReader {
  read(wallet: string): Promise<Reading>
  /** As this process has left it: others may have written since, and then nothing takes a place after it. */
  recall(wallet: string): Reading | undefined
  remember(wallet: string, reading: Reading): void
  forget(wallet: string): void
  /** With what others have written since. */
  catchUp(wallet: string, reading: Reading): Promise<Reading>
  /** With the totals of these claims. */
  complete(wallet: string, reading: Reading, claims: readonly (BudgetClaim | undefined)[]): Promise<Reading>
}

/** As many others may come between, until all is read anew. */
const mostBetween = 32
/** So many wallets are remembered, and so many budgets of each. */
const mostWallets = 1_000
const mostBudgets = 1_000

/**
 * What is read must be no older than the last entry that was read: what is written from then on takes the place after it.
 * So the totals are read after that, or later than some earlier entry, and the entries since bring them up to date.
 */
export function createWalletReader(
  store: Pick<LedgerStore, 'findLast' | 'findSpent' | 'list'>,
): WalletReader {
  const known = new Map<string, Reading>()
  const read = async (wallet: string) => ({ last: await store.findLast(wallet), spent: new Map() })

  return {
    read,
    recall: (wallet) => known.get(wallet),
    remember(wallet, reading) {
      known.delete(wallet)
      known.set(wallet, reading.spent.size > mostBudgets ? { ...reading, spent: new Map() } : reading)
      for (const first of known.keys()) if (known.size > mostWallets) known.delete(first)
    },
    forget: (wallet) => void known.delete(wallet),
    async catchUp(wallet, reading) {
      if (reading.spent.size === 0) return await read(wallet)
      const from = reading.last?.sequence ?? 0
      const newest = await store.list(wallet, { limit: mostBetween })
      const since = newest.filter(({ sequence }) => sequence > from)
      if (since.length < mostBetween) return follow(reading, since.toReversed())
      return { last: newest[0], spent: new Map() }
    },
    async complete(wallet, reading, claims) {
      const names = claims.flatMap((claim) => (claim ? listBudgets(claim) : []))
      const wanted = new Map(names.map((name) => [nameBudget(name), name]))
      for (const known of reading.spent.keys()) wanted.delete(known)
      if (wanted.size === 0) return reading
      const found = await Promise.all(
        [...wanted].map(async ([key, name]) => [key, await store.findSpent(wallet, name)] as const),
      )
      return { ...reading, spent: new Map([...reading.spent, ...found]) }
    },
  }
}

/** How it is after these entries, in their order. */
export function follow({ last, spent }: Reading, entries: readonly Entry[]): Reading {
  const totals = new Map(spent)
  for (const { budget } of entries) {
    if (!budget) continue
    const { month, member, channel, memberSpent, channelSpent = 0 } = budget
    totals.set(nameBudget({ month, member }), memberSpent)
    if (channel !== undefined) totals.set(nameBudget({ month, channel }), channelSpent)
  }
  return { last: entries.at(-1) ?? last, spent: totals }
}

export const nameBudget = (of: BudgetName): string => JSON.stringify([of.month, of])
