/** The store in MongoDB, for any number of machines. */
import type { Opening } from '#core/store/opening.ts'
import type { Store } from '#core/store/store.ts'
import { createAccountStore } from './accounts.ts'
import { openDatabase } from './database.ts'
import { createDumpStore } from './dump.ts'
import { createGenerationStore } from './generations.ts'
import { createLedgerStore } from './ledger.ts'
import { createOwnedGenerations } from './owned-generations.ts'
import { createRecordStore } from './records.ts'

export interface MongoOptions extends Opening {
  /** Atlas, a replica set or one server by itself (mongodb.com/docs/manual/reference/connection-string). */
  uri: string
  /** Default: the one the URI names, and `test` when it names none. */
  database?: string
  /** For an operator's work through all there is, which takes longer than a person in chat waits. */
  isOperator?: boolean
}

/**
 * Connects, and brings an older database up to date. Every write is one document's, so that no server is asked
 * for transactions. Rejects with `store-unavailable` within some seconds when no primary can be reached.
 */
export async function createMongoStore(options: MongoOptions): Promise<Store> {
  const { database: name, isOperator = false } = options
  const database = await openDatabase({ ...options, name, asker: isOperator ? 'operator' : 'usual' })
  return {
    isShared: true,
    accounts: createAccountStore(database),
    ledger: createLedgerStore(database),
    generations: createGenerationStore(database),
    records: createRecordStore(database),
    dump: createDumpStore(database),
    owned: createOwnedGenerations(database),
    // Its files are the server's own business.
    scrub: async () => undefined,
    check: () => database.check(),
    requireVersion: () => database.requireVersion(),
    measureSkew: () => database.measureSkew(),
    close: () => database.close(),
  }
}
