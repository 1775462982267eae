/** All generations of an account, in SQLite. */
import type { OwnedGenerations } from '#core/images/owned-generations.ts'
import { encodeText } from '#core/store/text.ts'
import type { Database } from './database.ts'
import { type GenerationRow, toGeneration } from './generation-row.ts'

export function createOwnedGenerations(database: Database): OwnedGenerations {
  const list = database.prepare('SELECT * FROM generations WHERE account = ? AND id > ? ORDER BY id LIMIT ?')
  const move = database.prepare('UPDATE generations SET account = ? WHERE account = ? AND slot IS NULL')
  const remove = database.prepare(
    'DELETE FROM generations WHERE account = ? AND slot IS NULL AND id IN (SELECT value FROM json_each(?))',
  )

  return {
    list: (owner, { after = '', limit }) =>
      database.run(() => {
        const rows = list.all(encodeText(owner), encodeText(after), Math.max(limit, 0))
        return (rows as GenerationRow[]).map(toGeneration)
      }),
    move: (from, to) => database.transact(() => void move.run(encodeText(to), encodeText(from))),
    remove: (owner, ids) =>
      database.transact(() => void remove.run(encodeText(owner), JSON.stringify(ids.map(encodeText)))),
  }
}
