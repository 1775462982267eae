/** Reads what an entry is to follow, and what budgets have come to by then. */
import type { BudgetClaim, BudgetName } from './budget.ts'
import { listBudgets } from './count-budget.ts'
import type { Entry, LedgerStore } from './ledger-store.ts'

/** How a wallet was found: an entry written after its last one takes all of this into account, or takes no place. */
export interface Reading {
  last: Entry | undefined
  /** Of each of a claim's budgets, in the order of `listBudgets`. */
  spent: readonly number[]
}

export interface WalletReader {
  /** `before`: an earlier reading for the same claim. */
  read(wallet: string, claim: BudgetClaim | undefined, before?: Reading): Promise<Reading>
  /** What this process has seen in a team's wallet, for its next reading. */
  note(entry: Pick<Entry, 'wallet' | 'sequence'>): void
}

/** As many others may come between, until all is read anew. */
const mostBetween = 32
/** So many wallets are noted. */
const mostNoted = 1_000

/**
 * What is read must be no older than the last entry that was read: what is written from then on takes the place after it.
 * So the totals are read after that, or before it and after some other, and the entries since bring them up to date. That
 * takes one question less between reading and writing, in which another process may come.
 */
export function createWalletReader(
  store: Pick<LedgerStore, 'findLast' | 'findSpent' | 'list'>,
): WalletReader {
  const noted = new Map<string, number>()

  return {
    async read(wallet, claim, before) {
      if (!claim) return { last: await store.findLast(wallet), spent: [] }
      const names = listBudgets(claim)
      const readSpent = () => Promise.all(names.map((name) => store.findSpent(wallet, name)))
      const from = before ? (before.last?.sequence ?? 0) : noted.get(wallet)
      if (from !== undefined) {
        const earlier = before?.spent ?? (await readSpent())
        const newest = await store.list(wallet, { limit: mostBetween })
        const since = newest.filter(({ sequence }) => sequence > from)
        const spent = names.map((name, index) => findTotal(since, name) ?? earlier[index] ?? 0)
        if (since.length < mostBetween) return { last: newest[0], spent }
      }
      const last = await store.findLast(wallet)
      return { last, spent: await readSpent() }
    },
    note({ wallet, sequence }) {
      noted.delete(wallet)
      noted.set(wallet, sequence)
      for (const first of noted.keys()) if (noted.size > mostNoted) noted.delete(first)
    },
  }
}

/** In the newest that has it. */
function findTotal(newestFirst: readonly Entry[], of: BudgetName): number | undefined {
  const found = newestFirst.find(({ budget }) =>
    'member' in of
      ? budget?.month === of.month && budget.member === of.member
      : budget?.month === of.month && budget.channel === of.channel,
  )
  return 'member' in of ? found?.budget?.memberSpent : found?.budget?.channelSpent
}
