/** What a table has. */
import type { DatabaseSync } from 'node:sqlite'

export function hasColumn(connection: DatabaseSync, table: string, column: string): boolean {
  return connection
    .prepare(`PRAGMA table_info(${table})`)
    .all()
    .some(({ name }) => name === column)
}
