/** What a step of the schema is to a MongoDB. */
import type { Db } from 'mongodb'

/** What becomes of the documents; it may be cut off anywhere, and is begun again then. Indexes are as `indexes.ts` says. */
export type MongoStep = (database: Db) => Promise<void>
