/** Reckons what of a wallet can be given away: not what is left of credits that were given without a payment. */
import { readGift } from './gift.ts'
import type { Entry, LedgerStore } from './ledger-store.ts'
import { isTakenBack } from './taking-back.ts'

/** As it stands after an entry. What came for free is spent first, and comes back with what is given back. */
interface Reckoning {
  /** What is left of welcome credits and of grants. */
  free: number
  /** Of what moved on to another account, how much was free; by key. */
  moved: ReadonlyMap<string, number>
}

type Entries = Pick<LedgerStore, 'list'>

const pageSize = 100

/**
 * How many of the credits in the wallet, after that entry, came for free and are not spent. What a merge brought along is
 * followed into the wallets that it came from.
 */
export async function countFree(entries: Entries, last: Entry): Promise<number> {
  return (await reckon(entries, last.wallet, last.sequence, { taken: new Map(), seen: new Set() })).free
}

/** `taken`: what each generation cost of what was free. `seen`: the wallets being gone through, each within the one before. */
interface Known {
  taken: Map<string, number>
  seen: Set<string>
}

async function reckon(entries: Entries, wallet: string, until: number, known: Known): Promise<Reckoning> {
  known.seen.add(wallet)
  const moved = new Map<string, number>()
  let free = 0
  for (const entry of await readOldestFirst(entries, wallet, until)) {
    const { amount, key } = entry
    if (amount > 0) free += await findFreePart(entries, entry, known)
    else if (takesFreeFirst(entry)) {
      const taken = Math.min(free, -amount)
      free -= taken
      if (entry.kind === 'spend') known.taken.set(entry.reference, taken)
      if (entry.kind === 'transfer') moved.set(key, taken)
    }
    free = Math.min(free, Math.max(entry.balance, 0))
  }
  return { free, moved }
}

/** A payment that was returned takes what was paid for, and a gift is of that alone. */
const takesFreeFirst = (entry: Entry) => (entry.kind === 'reversal' ? isTakenBack(entry) : !readGift(entry))

/** Of what comes into a wallet. */
async function findFreePart(entries: Entries, entry: Entry, known: Known): Promise<number> {
  const { kind, key, amount, reference } = entry
  if (kind === 'grant') return amount
  if (kind === 'refund') return known.taken.get(reference) ?? amount
  const from = kind === 'transfer' && findMerged(key)
  if (!from || known.seen.has(from)) return 0
  const { moved } = await reckon(entries, from, Number.MAX_SAFE_INTEGER, known)
  // It may have moved more, later.
  known.seen.delete(from)
  return moved.get(key) ?? 0
}

/** The account that was taken over by what a merge moves. */
const findMerged = (key: string) => /^merge:(.+):\d+$/s.exec(key)?.[1]

async function readOldestFirst(entries: Entries, wallet: string, until: number): Promise<Entry[]> {
  const all: Entry[] = []
  for (let before = Math.min(until, Number.MAX_SAFE_INTEGER - 1) + 1; ; ) {
    const page = await entries.list(wallet, { before, limit: pageSize })
    all.push(...page)
    before = page.at(-1)?.sequence ?? 0
    if (page.length < pageSize) return all.reverse()
  }
}
