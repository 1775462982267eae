/** What a wallet had when credits last came: by that it is told how much of them is left. */
import type { Entry, LedgerStore } from '#core/credits/ledger-store.ts'

/** Answers with whole credits. `share`: how much of them is low, and so worth being looked at closely. */
export type FindHigh = (spend: Entry, share: number) => Promise<number>

/** As of one entry of a wallet. */
interface Known {
  sequence: number
  balance: number
  high: number
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
      if (isNext) remember(wallet, { sequence, balance, high: known.high })
      return known.high
    }
    const high = await read(entries, wallet, sequence, known)
    remember(wallet, { sequence, balance, high })
    return high
  }
}

async function read(
  entries: Pick<LedgerStore, 'list'>,
  wallet: string,
  sequence: number,
  known: Known | undefined,
): Promise<number> {
  const { sequence: end = 0, high = 0 } = known ?? {}
  let before = sequence + 1
  let oldest = high
  for (let looked = 0; looked < mostEntries && before > end + 1; looked += pageOfEntries) {
    const page = await entries.list(wallet, { before, limit: pageOfEntries })
    if (page.length === 0) break
    const news = page.filter((entry) => entry.sequence > end)
    const came = news.find(({ amount, kind }) => amount > 0 && kind !== 'refund')
    if (came) return came.balance
    const last = page.at(-1)
    before = last?.sequence ?? 0
    oldest = last ? last.balance - last.amount : oldest
  }
  return known ? high : oldest
}
