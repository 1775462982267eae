/** The server or workspace of a chat user, by name. */
import type { DatabaseSync } from 'node:sqlite'
import { hasColumn } from './has-column.ts'

/** Files whose fifth step was this one have it. */
export function addIdentityTeam(connection: DatabaseSync): void {
  if (!hasColumn(connection, 'identities', 'team'))
    connection.exec('ALTER TABLE identities ADD COLUMN team TEXT')
}
