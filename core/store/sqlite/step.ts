/** What a step of the schema is to a SQLite file. */
import type { DatabaseSync } from 'node:sqlite'

/** Statements, or what makes them; within a transaction. `isNew`: the file has seen no other program. */
export type SqliteStep = string | ((connection: DatabaseSync, isNew: boolean) => void)
