/** The credits ledger in SQLite. */
import type { Entry, LedgerStore } from '#core/credits/ledger-store.ts'
import { decodeText, encodeText } from '#core/store/text.ts'
import type { Database } from './database.ts'

/** The columns have the fields' names, but that wallets are `account`, as when each was one's. */
export type EntryRow = Omit<Entry, 'wallet'> & { account: string }

export function createLedgerStore(database: Database): LedgerStore {
  const findLast = database.prepare('SELECT * FROM entries WHERE account = ? ORDER BY sequence DESC LIMIT 1')
  const findByKey = database.prepare('SELECT * FROM entries WHERE account = ? AND key = ?')
  const insert = database.prepare(
    `INSERT INTO entries VALUES (:account, :sequence, :key, :kind, :amount, :balance, :reference, :at)
     ON CONFLICT DO NOTHING`,
  )
  const list = database.prepare(
    'SELECT * FROM entries WHERE account = ? AND sequence < ? ORDER BY sequence DESC LIMIT ?',
  )
  const listOrder = database.prepare(
    "SELECT * FROM entries WHERE reference = ? AND kind IN ('purchase', 'reversal')",
  )

  return {
    findLast: (wallet) =>
      database.run(() => {
        const row = findLast.get(encodeText(wallet))
        return row && toEntry(row as EntryRow)
      }),
    findByKey: (wallet, key) =>
      database.run(() => {
        const row = findByKey.get(encodeText(wallet), encodeText(key))
        return row && toEntry(row as EntryRow)
      }),
    insert: (entry) => database.run(() => insert.run(toRow(entry)).changes === 1),
    list: (wallet, { before = Number.MAX_SAFE_INTEGER, limit }) =>
      database.run(() =>
        (list.all(encodeText(wallet), before, Math.max(limit, 0)) as EntryRow[]).map(toEntry),
      ),
    listOrderEntries: (reference) =>
      database.run(() => (listOrder.all(encodeText(reference)) as EntryRow[]).map(toEntry)),
  }
}

/** An entry as a row of its table. */
export function toRow({ wallet, sequence, key, kind, amount, balance, reference, at }: Entry): EntryRow {
  return {
    account: encodeText(wallet),
    sequence,
    key: encodeText(key),
    kind,
    amount,
    balance,
    reference: encodeText(reference),
    at,
  }
}

/** What `toRow` was given. */
export function toEntry({ account, key, reference, ...rest }: EntryRow): Entry {
  return {
    ...rest,
    wallet: decodeText(account),
    key: decodeText(key),
    reference: decodeText(reference),
  }
}
