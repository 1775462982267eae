/** Goes through a wallet's entries, the newest first, however many there are. */
import type { Entry, LedgerStore } from './ledger-store.ts'

const pageOfEntries = 200

type Reader = Pick<LedgerStore, 'list'>

/** Times are milliseconds since 1970; `end` is exclusive. All where neither is given. */
export async function* walkEntries(
  ledger: Reader,
  wallet: string,
  { from = 0, end = Number.POSITIVE_INFINITY }: { from?: number; end?: number } = {},
): AsyncGenerator<Entry> {
  let before = await findEnd(ledger, wallet, end)
  for (;;) {
    const page = await ledger.list(wallet, { before, limit: pageOfEntries })
    for (const entry of page) {
      if (entry.at < from) return
      yield entry
    }
    const last = page.at(-1)
    if (page.length < pageOfEntries || !last) return
    before = last.sequence
  }
}

/** The sequence of the first entry that is not before `end`, or one more than the last. */
async function findEnd(ledger: Reader, wallet: string, end: number): Promise<number> {
  const [last] = await ledger.list(wallet, { limit: 1 })
  let [low, high] = [1, (last?.sequence ?? 0) + 1]
  if (!last || last.at < end) return high
  while (low < high) {
    const middle = Math.floor((low + high) / 2)
    const [entry] = await ledger.list(wallet, { before: middle + 1, limit: 1 })
    if (entry && entry.at < end) low = middle + 1
    else high = middle
  }
  return low
}
