/** The database's shape, as the steps that lead to it; a step once released never changes. */
import type { DatabaseSync } from 'node:sqlite'
import { accountsStep } from './schema/accounts.ts'
import { generationsStep } from './schema/generations.ts'
import { historySearchStep } from './schema/history-search.ts'
import { identityTeamStep } from './schema/identity-team.ts'
import { ledgerStep } from './schema/ledger.ts'
import { placesStep } from './schema/places.ts'
import { recordsStep } from './schema/records.ts'

/** SQLite's `user_version` is how many of these a file has seen. */
const steps: readonly string[] = [
  accountsStep,
  ledgerStep,
  generationsStep,
  recordsStep,
  historySearchStep,
  placesStep,
  identityTeamStep,
]

/**
 * Brings a file up to date, each step in a transaction of its own. Several processes may do so at once: each
 * step is taken by whoever holds the write lock first. Throws when the file was written by a newer program.
 */
export function migrate(connection: DatabaseSync): void {
  while (readVersion(connection) !== steps.length) {
    connection.exec('BEGIN IMMEDIATE')
    try {
      const version = readVersion(connection)
      if (version > steps.length) {
        throw new Error(`The database has version ${version}; this program knows ${steps.length}`)
      }
      const step = steps[version]
      if (step) connection.exec(`${step}; PRAGMA user_version = ${version + 1}`)
      connection.exec('COMMIT')
    } catch (error) {
      if (connection.isTransaction) connection.exec('ROLLBACK')
      throw error
    }
  }
}

function readVersion(connection: DatabaseSync): number {
  return Number(connection.prepare('PRAGMA user_version').get()?.user_version)
}
