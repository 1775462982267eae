/** The least that a ledger can be: one durable transaction that inserts one row, without a question asked. */
import { join } from 'node:path'
import { DatabaseSync } from 'node:sqlite'
import { ledgerStep } from '#core/store/sqlite/schema/ledger.ts'

export interface RawLedger {
  write(account: string): void
  close(): void
}

/** A file of its own, kept as durably as the store's, with the same table. */
export function createRawLedger(folder: string): RawLedger {
  const database = new DatabaseSync(join(folder, 'raw.sqlite'))
  database.exec(`PRAGMA journal_mode = WAL; PRAGMA synchronous = FULL; ${ledgerStep}`)
  const insert = database.prepare('INSERT INTO entries VALUES (?, ?, ?, ?, ?, ?, ?, ?)')
  let sequence = 0
  return {
    write(account) {
      sequence += 1
      const reference = `order:${sequence}`
      database.exec('BEGIN IMMEDIATE')
      insert.run(
        account,
        sequence,
        `purchase:${reference}`,
        'purchase',
        10,
        sequence * 10,
        reference,
        Date.now(),
      )
      database.exec('COMMIT')
    },
    close: () => database.close(),
  }
}
