/** Small keyed things in SQLite. */
import type { RecordKind } from '#core/records/kinds.ts'
import type { RecordStore, StoredRecord } from '#core/records/record-store.ts'
import { decodeText, encodeText, lastCharacter } from '#core/store/text.ts'
import type { Database } from './database.ts'

/** The table's columns; `body` is JSON. */
export type RecordRow = {
  kind: RecordKind
  key: string
  owner: string | null
  expires_at: number | null
  version: number
  body: string
}

const alive = '(expires_at IS NULL OR expires_at > :now)'

export function createRecordStore(database: Database): RecordStore {
  const insert = database.prepare(`
    INSERT INTO records VALUES (:kind, :key, :owner, :expires_at, :version, :body)
    ON CONFLICT (kind, key) DO UPDATE
      SET owner = excluded.owner, expires_at = excluded.expires_at, version = 1, body = excluded.body
      WHERE expires_at <= :now
  `)
  const find = database.prepare(`SELECT * FROM records WHERE kind = :kind AND key = :key AND ${alive}`)
  const listAll = database.prepare(`SELECT * FROM records WHERE kind = :kind AND ${alive} ORDER BY key`)
  const listOwned = database.prepare(
    `SELECT * FROM records WHERE owner = :owner AND kind = :kind AND ${alive} ORDER BY key`,
  )
  const listBegun = database.prepare(
    `SELECT * FROM records WHERE kind = :kind AND key >= :first AND key < :end AND key > :after AND ${alive}
      ORDER BY key LIMIT :limit`,
  )
  const replace = database.prepare(`
    UPDATE records SET owner = :owner, expires_at = :expires_at, version = version + 1, body = :body
    WHERE kind = :kind AND key = :key AND version = :version
  `)
  const remove = database.prepare(
    'DELETE FROM records WHERE kind = ? AND key = ? AND version = coalesce(?, version)',
  )
  const removeOwned = database.prepare(
    'DELETE FROM records WHERE owner = ? AND kind NOT IN (SELECT value FROM json_each(?))',
  )
  const sweep = database.prepare('DELETE FROM records WHERE expires_at <= ?')

  return {
    insertRecord: (record, now) =>
      database.transact(() => insert.run({ ...toRow({ ...record, version: 1 }), now }).changes === 1),
    findRecord: (kind, key, now) =>
      database.run(() => {
        const row = find.get({ kind, key: encodeText(key), now })
        return row && toRecord(row as RecordRow)
      }),
    listRecords: (kind, owner, now) =>
      database.run(() => {
        const rows =
          owner === undefined
            ? listAll.all({ kind, now })
            : listOwned.all({ kind, owner: encodeText(owner), now })
        return (rows as RecordRow[]).map(toRecord)
      }),
    listRecordsBy: (kind, prefix, now, { after = '', limit } = { limit: -1 }) =>
      database.run(() => {
        const first = encodeText(prefix)
        const range = { first, end: first + lastCharacter, after: encodeText(after) }
        const rows = listBegun.all({ kind, ...range, limit, now })
        return (rows as RecordRow[]).map(toRecord)
      }),
    replaceRecord: (record) => database.transact(() => replace.run(toRow(record)).changes === 1),
    removeRecord: (kind, key, version) =>
      database.transact(() => remove.run(kind, encodeText(key), version ?? null).changes === 1),
    removeOwned: (owner, spared = []) =>
      database.transact(() => void removeOwned.run(encodeText(owner), JSON.stringify(spared))),
    sweepRecords: (now) => database.transact(() => void sweep.run(now)),
  }
}

/** A record as a row of its table. */
export function toRow({ kind, key, owner, expiresAt, version, body }: StoredRecord): RecordRow {
  return {
    kind,
    key: encodeText(key),
    owner: owner === undefined ? null : encodeText(owner),
    expires_at: expiresAt ?? null,
    version,
    // JSON writes lone surrogates and control characters as escapes, so that they survive as they are.
    body: JSON.stringify(body),
  }
}

/** What `toRow` was given. */
export function toRecord({ kind, key, owner, expires_at, version, body }: RecordRow): StoredRecord {
  return {
    kind,
    key: decodeText(key),
    ...(owner !== null && { owner: decodeText(owner) }),
    ...(expires_at !== null && { expiresAt: expires_at }),
    version,
    body: JSON.parse(body) as StoredRecord['body'],
  }
}
