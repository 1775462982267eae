/** All that is kept, in SQLite. */
import type { DumpStore, Shelf } from '#core/store/dump-store.ts'
import { encodeText } from '#core/store/text.ts'
import { toAccount, toAccountRow, toIdentity, toIdentityRow } from './accounts.ts'
import type { Database } from './database.ts'
import { toGeneration, toRow as toGenerationRow } from './generation-row.ts'
import { toEntry, toRow as toEntryRow } from './ledger.ts'
import { toRecord, toRow as toRecordRow } from './records.ts'

type Value = string | number | null
type Row = Readonly<Record<string, Value>>

/** Few enough that the process can do something else in between. */
const pageSize = 500

export function createDumpStore(database: Database): DumpStore {
  const listed = (parameter: string) => `(SELECT value FROM json_each(${parameter}))`
  const renderList = (texts: readonly string[]) => JSON.stringify(texts.map(encodeText))

  return {
    accounts: createShelf(database, 'accounts', ['id'], { toRow: toAccountRow, toItem: toAccount }),
    identities: createShelf(database, 'identities', ['platform', 'user'], {
      toRow: toIdentityRow,
      toItem: toIdentity,
    }),
    entries: createShelf(database, 'entries', ['account', 'sequence'], {
      toRow: toEntryRow,
      toItem: toEntry,
    }),
    generations: createShelf(database, 'generations', ['account', 'id'], {
      toRow: toGenerationRow,
      toItem: toGeneration,
      place: ['id'],
    }),
    records: createShelf(database, 'records', ['kind', 'key'], { toRow: toRecordRow, toItem: toRecord }),
    findGenerations: (ids) =>
      database.run(() => {
        const find = database.prepare(`SELECT * FROM generations WHERE id IN ${listed('?')}`)
        const rows = find.all(renderList(ids))
        return rows.map((row) => toGeneration(row as Parameters<typeof toGeneration>[0]))
      }),
    findEntries: (wallets, keys) =>
      database.run(() => {
        const find = database.prepare(
          `SELECT * FROM entries WHERE account IN ${listed(':wallets')} AND key IN ${listed(':keys')}`,
        )
        const rows = find.all({ wallets: renderList(wallets), keys: renderList(keys) })
        return rows.map((row) => toEntry(row as Parameters<typeof toEntry>[0]))
      }),
  }
}

/** `place` is what tells rows apart, if it is less than what they are sorted by. */
function createShelf<Item, Kept extends Row>(
  database: Database,
  table: string,
  order: readonly (keyof Kept & string)[],
  {
    toRow,
    toItem,
    place = order,
  }: {
    toRow: (item: Item) => Kept
    toItem: (row: Kept) => Item
    place?: readonly (keyof Kept & string)[]
  },
): Shelf<Item> {
  const sorted = order.join(', ')
  const marks = order.map(() => '?').join(', ')
  const page = `ORDER BY ${sorted} LIMIT ${pageSize}`

  return {
    async *readAll() {
      const first = database.prepare(`SELECT * FROM ${table} ${page}`)
      const next = database.prepare(`SELECT * FROM ${table} WHERE (${sorted}) > (${marks}) ${page}`)
      let last: Kept | undefined
      do {
        const after = last
        const rows = (await database.run(() =>
          after ? next.all(...order.map((column) => after[column] as Value)) : first.all(),
        )) as Kept[]
        yield* rows.map(toItem)
        last = rows.at(-1)
      } while (last)
    },
    async writeAll(items) {
      const rows = items.map(toRow)
      const columns = Object.keys(rows[0] ?? {})
      if (columns.length === 0) return
      const put = database.prepare(`
        INSERT INTO ${table} (${columns.join(', ')}) VALUES (${columns.map((name) => `:${name}`).join(', ')})
        ON CONFLICT (${place.join(', ')}) DO UPDATE
          SET ${columns.map((name) => `${name} = excluded.${name}`).join(', ')}
      `)
      await database.transact(() => {
        for (const row of rows) put.run(row)
      })
    },
  }
}
