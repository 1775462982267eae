/** The wallet of an account, as its owner sees it. */
import type { Ledger } from './ledger.ts'
import type { Entry, EntryKind, LedgerStore } from './ledger-store.ts'
import { findSpan, openCalendar } from './month.ts'
import { walkEntries } from './walk.ts'
import { walletOf } from './wallet.ts'

export interface EntriesPage {
  entries: readonly Entry[]
  /** Give it back as `before` for the next, older page; absent on the last. */
  older?: number
}

export interface Credits {
  /** Whole credits; below zero only after a provider's refund. */
  findBalance(account: string): Promise<number>
  /** Newest first; `before` is a sequence, exclusive. */
  listEntries(account: string, page: { before?: number; limit: number }): Promise<Entry[]>
  /** The same, of some kinds where these are named: a page may then have fewer than there is room for, and others after it. */
  pageEntries(
    account: string,
    page: { before?: number; limit: number; kinds?: readonly EntryKind[] },
  ): Promise<EntriesPage>
  /** All of them, newest first, or those of a month by UTC. */
  walkEntries(account: string, month?: string): AsyncIterable<Entry>
}

/** So many that looking through them for a kind holds nobody up. */
const mostLooked = 2_000
const looksAtOnce = 500

export function createCredits(ledger: Ledger, store: LedgerStore): Credits {
  return {
    findBalance: (account) => ledger.findBalance(walletOf(account)),
    listEntries: (account, page) => store.list(walletOf(account), page),
    pageEntries: (account, page) => pageEntries(store, walletOf(account), page),
    walkEntries: (account, month) => walkMonth(store, walletOf(account), month),
  }
}

async function pageEntries(
  store: LedgerStore,
  wallet: string,
  { before, limit, kinds }: { before?: number; limit: number; kinds?: readonly EntryKind[] },
): Promise<EntriesPage> {
  const entries: Entry[] = []
  let next = before
  for (let looked = 0; looked < mostLooked; looked += looksAtOnce) {
    const most = kinds ? looksAtOnce : limit + 1
    const page = await store.list(wallet, { limit: most, ...(next !== undefined && { before: next }) })
    for (const entry of page) {
      if (kinds && !kinds.includes(entry.kind)) continue
      const last = entries.at(-1)
      if (entries.length === limit && last) return { entries, older: last.sequence }
      entries.push(entry)
    }
    const last = page.at(-1)
    if (page.length < most || !last) return { entries }
    next = last.sequence
  }
  return { entries, ...(next !== undefined && { older: next }) }
}

async function* walkMonth(store: LedgerStore, wallet: string, month?: string): AsyncGenerator<Entry> {
  if (month === undefined) return yield* walkEntries(store, wallet)
  const readDay = openCalendar('UTC')
  for await (const entry of walkEntries(store, wallet, findSpan(month)))
    if (readDay(entry.at).month === month) yield entry
}
