/** What a wallet had when credits last came: by that it is told how much of them is left. */
import type { Entry, LedgerStore } from '#core/credits/ledger-store.ts'

export interface High {
  /** Whole credits. */
  high: number
  /** The sequence of the entry by which credits last came; absent where that is too long ago to be looked for. */
  came?: number
}

/** `share`: how much of them is low, and so worth being looked at closely. */
export type FindHigh = (spend: Entry, share: number) => Promise<High>

/** As of one entry of a wallet. */
interface Known extends High {
  sequence: number
  balance: number
}

/** What a wallet had at the last of so many entries stands for what came before. */
const mostEntries = 2_000
const pageOfEntries = 100
/** Wallets that are remembered. */
const mostKnown = 1_000

/** Remembers what it has read, so that a wallet that this process alone spends from is read once. */
export function createFindHigh(entries: Pick<LedgerStore, 'list'>): FindHigh {
  const remembered = new Map<string, Known>()

  function remember(wallet: string, known: Known): void {
    if (known.sequence <= (remembered.get(wallet)?.sequence ?? 0)) return
    remembered.delete(wallet)
    remembered.set(wallet, known)
    const [oldest] = remembered.keys()
    if (remembered.size > mostKnown && oldest !== undefined) remembered.delete(oldest)
  }

  return async ({ wallet, sequence, balance }, share) => {
    const known = remembered.get(wallet)
    const isNext = sequence === (known?.sequence ?? 0) + 1
    const isFine = known && balance <= known.balance && balance > known.high * share
    if (known && (isFine || isNext || sequence <= known.sequence)) {
      if (isNext) remember(wallet, { ...known, sequence, balance })
      return known
    }
    const found = await read(entries, wallet, sequence, known)
    remember(wallet, { ...found, sequence, balance })
    return found
  }
}

async function read(
  entries: Pick<LedgerStore, 'list'>,
  wallet: string,
  sequence: number,
  known: Known | undefined,
): Promise<High> {
  const { sequence: end = 0 } = known ?? {}
  let before = sequence + 1
  let oldest = 0
  for (let looked = 0; looked < mostEntries && before > end + 1; looked += pageOfEntries) {
    const page = await entries.list(wallet, { before, limit: pageOfEntries })
    if (page.length === 0) break
    const news = page.filter((entry) => entry.sequence > end)
    const came = news.find(({ amount, kind }) => amount > 0 && kind !== 'refund')
    if (came) return { high: came.balance, came: came.sequence }
    const last = page.at(-1)
    before = last?.sequence ?? 0
    oldest = last ? last.balance - last.amount : oldest
  }
  return known ?? { high: oldest }
}
