/** One shape for files of one version: early ones have the tables and indexes that their first steps made then. */
import type { DatabaseSync } from 'node:sqlite'
import { findKey } from '#core/store/schema/find-key.ts'
import { decodeText, encodeText } from '#core/store/text.ts'
import { hasColumn } from './has-column.ts'

/** By name, all but those that a table has by its keys. */
const indexes: Readonly<Record<string, string>> = {
  identities_of_account: 'INDEX identities_of_account ON identities (account, linked_at, platform, user)',
  entries_of_order:
    "UNIQUE INDEX entries_of_order ON entries (reference, key) WHERE kind IN ('purchase', 'reversal')",
  generations_slot: 'UNIQUE INDEX generations_slot ON generations (account, slot) WHERE slot IS NOT NULL',
  generations_place: 'UNIQUE INDEX generations_place ON generations (account, place) WHERE place IS NOT NULL',
  generations_spec:
    'UNIQUE INDEX generations_spec ON generations (account, cache_key) WHERE slot IS NOT NULL',
  generations_owned: 'INDEX generations_owned ON generations (account, id)',
  generations_unfinished:
    'INDEX generations_unfinished ON generations (created_at, id) WHERE slot IS NOT NULL',
  generations_history:
    "INDEX generations_history ON generations (account, created_at DESC, id DESC, folded) WHERE status = 'delivered'",
  generations_shown:
    "INDEX generations_shown ON generations (account, cache_key, created_at DESC, id DESC) WHERE status = 'delivered'",
  generations_repeats:
    "INDEX generations_repeats ON generations (repeat_of) WHERE status = 'delivered' AND repeat_of IS NOT NULL",
  records_of_owner: 'INDEX records_of_owner ON records (owner, kind, key) WHERE owner IS NOT NULL',
  records_expiring: 'INDEX records_expiring ON records (expires_at) WHERE expires_at IS NOT NULL',
}

/** A new file has had its steps as they are today. */
export function settleShape(connection: DatabaseSync, isNew: boolean): void {
  if (isNew) return
  if (!hasColumn(connection, 'accounts', 'email_key')) keyAddresses(connection)
  for (const [name, definition] of Object.entries(indexes)) {
    const kept = connection
      .prepare("SELECT sql FROM sqlite_schema WHERE type = 'index' AND name = ?")
      .get(name)
    const wanted = `CREATE ${definition}`
    if (kept && String(kept.sql).replace(/\s+/g, ' ') === wanted) continue
    connection.exec(`DROP INDEX IF EXISTS ${name}; ${wanted}`)
  }
  connection.exec('DROP INDEX IF EXISTS generations_original')
}

/** Of accounts whose addresses lead to one mailbox, the oldest is found by it. */
function keyAddresses(connection: DatabaseSync): void {
  connection.exec(`
    CREATE TABLE keyed_accounts (
      id TEXT PRIMARY KEY,
      email TEXT,
      email_key TEXT UNIQUE,
      created_at INTEGER NOT NULL
    ) STRICT, WITHOUT ROWID
  `)
  const insert = connection.prepare('INSERT INTO keyed_accounts VALUES (?, ?, ?, ?)')
  const find = connection.prepare('SELECT 1 FROM keyed_accounts WHERE email_key = ?')
  const all = connection.prepare('SELECT id, email, created_at FROM accounts ORDER BY created_at, id').all()
  for (const { id, email, created_at } of all) {
    const key = typeof email === 'string' ? encodeText(findKey(decodeText(email))) : null
    const isFree = key === null || find.get(key) === undefined
    insert.run(id ?? null, email ?? null, isFree ? key : null, created_at ?? null)
  }
  connection.exec('DROP TABLE accounts; ALTER TABLE keyed_accounts RENAME TO accounts')
}
