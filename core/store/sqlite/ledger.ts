/** The credits ledger in SQLite. */
import type { CountedBudget } from '#core/credits/budget.ts'
import type { Entry, LedgerStore } from '#core/credits/ledger-store.ts'
import { decodeText, encodeText } from '#core/store/text.ts'
import type { Database } from './database.ts'

/**
 * The columns have the fields' names, but that wallets are `account`, as when each was one's. `budget` is JSON, of which the
 * table's other columns are read.
 */
export type EntryRow = Omit<Entry, 'wallet' | 'budget'> & { account: string; budget: string | null }

export function createLedgerStore(database: Database): LedgerStore {
  const findLast = database.prepare('SELECT * FROM entries WHERE account = ? ORDER BY sequence DESC LIMIT 1')
  const findByKey = database.prepare('SELECT * FROM entries WHERE account = ? AND key = ?')
  const insert = database.prepare(
    `INSERT INTO entries VALUES (:account, :sequence, :key, :kind, :amount, :balance, :reference, :at, :budget)
     ON CONFLICT DO NOTHING`,
  )
  const list = database.prepare(
    'SELECT * FROM entries WHERE account = ? AND sequence < ? ORDER BY sequence DESC LIMIT ?',
  )
  const listOrder = database.prepare(
    "SELECT * FROM entries WHERE reference = ? AND kind IN ('purchase', 'reversal')",
  )
  const findMemberSpent = database.prepare(
    `SELECT member_spent AS spent FROM entries WHERE account = ? AND month = ? AND member = ?
     ORDER BY sequence DESC LIMIT 1`,
  )
  const findChannelSpent = database.prepare(
    `SELECT channel_spent AS spent FROM entries WHERE account = ? AND month = ? AND channel = ?
     ORDER BY sequence DESC LIMIT 1`,
  )
  const sumMembers = database.prepare(
    `SELECT member AS name, -sum(amount) AS spent FROM entries
     WHERE account = ? AND month = ? AND member IS NOT NULL GROUP BY member`,
  )
  const sumChannels = database.prepare(
    `SELECT channel AS name, -sum(amount) AS spent FROM entries
     WHERE account = ? AND month = ? AND channel IS NOT NULL GROUP BY channel`,
  )
  const listOfMember = database.prepare(
    `SELECT * FROM entries WHERE member = ? AND (account, sequence) > (?, ?)
     ORDER BY account, sequence LIMIT ?`,
  )
  const readTotals = (rows: unknown[]) =>
    new Map((rows as { name: string; spent: number }[]).map(({ name, spent }) => [decodeText(name), spent]))

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
    insert: (entry) => database.transact(() => insert.run(toRow(entry)).changes === 1),
    insertAll: (entries) =>
      database.transact(() => {
        const refused = entries.findIndex((entry) => insert.run(toRow(entry)).changes !== 1)
        return refused < 0 ? entries.length : refused
      }),
    list: (wallet, { before = Number.MAX_SAFE_INTEGER, limit }) =>
      database.run(() =>
        (list.all(encodeText(wallet), before, Math.max(limit, 0)) as EntryRow[]).map(toEntry),
      ),
    listOrderEntries: (reference) =>
      database.run(() => (listOrder.all(encodeText(reference)) as EntryRow[]).map(toEntry)),
    findSpent: (wallet, of) =>
      database.run(() => {
        const [find, name] = 'member' in of ? [findMemberSpent, of.member] : [findChannelSpent, of.channel]
        return Number(find.get(encodeText(wallet), encodeText(of.month), encodeText(name))?.spent ?? 0)
      }),
    listTotals: (wallet, month) =>
      database.run(() => {
        const of = [encodeText(wallet), encodeText(month)]
        return { members: readTotals(sumMembers.all(...of)), channels: readTotals(sumChannels.all(...of)) }
      }),
    listOfMember: (member, { after = { wallet: '', sequence: 0 }, limit }) =>
      database.run(() => {
        const from = [encodeText(after.wallet), after.sequence, Math.max(limit, 0)]
        return (listOfMember.all(encodeText(member), ...from) as EntryRow[]).map(toEntry)
      }),
  }
}

/** An entry as a row of its table. */
export function toRow({ wallet, key, reference, budget, ...rest }: Entry): EntryRow {
  return {
    account: encodeText(wallet),
    sequence: rest.sequence,
    key: encodeText(key),
    kind: rest.kind,
    amount: rest.amount,
    balance: rest.balance,
    reference: encodeText(reference),
    at: rest.at,
    budget: budget ? JSON.stringify(budget, translate(encodeText)) : null,
  }
}

/** What `toRow` was given. */
export function toEntry(row: EntryRow): Entry {
  const { sequence, kind, amount, balance, at, budget } = row
  return {
    wallet: decodeText(row.account),
    sequence,
    key: decodeText(row.key),
    kind,
    amount,
    balance,
    reference: decodeText(row.reference),
    at,
    ...(budget !== null && { budget: JSON.parse(budget, translate(decodeText)) as CountedBudget }),
  }
}

/** Of every text in JSON. */
const translate = (change: (text: string) => string) => (_: string, value: unknown) =>
  typeof value === 'string' ? change(value) : value
