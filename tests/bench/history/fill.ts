/** Fills empty stores with what a crowd made, in the form in which the stores keep it, faster than they would be asked to. */
import { DatabaseSync } from 'node:sqlite'
import { type Collection, type Document, MongoClient } from 'mongodb'
import { toAccountDocument } from '#core/store/mongodb/accounts.ts'
import { encode, toDocument } from '#core/store/mongodb/document.ts'
import { indexes } from '#core/store/mongodb/indexes.ts'
import { toDocument as toEntryDocument } from '#core/store/mongodb/ledger.ts'
import { createDumpStore } from '#core/store/sqlite/dump.ts'
import { createSqliteStore } from '#core/store/sqlite/sqlite-store.ts'
import { type Deed, type Person, toAccount, toIdentity } from './crowd.ts'

/** One store being filled. */
export interface Filling {
  addPeople(people: readonly Person[]): Promise<void>
  addDeeds(deeds: readonly Deed[]): Promise<void>
  close(): Promise<void>
}

/** The store's own shelves, on a connection that flushes nothing and keeps much in memory. */
export async function fillSqlite(file: string): Promise<Filling> {
  const shaping = await createSqliteStore({ file })
  await shaping.close()
  const connection = new DatabaseSync(file)
  connection.exec('PRAGMA synchronous = OFF; PRAGMA cache_size = -1000000')
  const run = async <Answer>(work: () => Answer) => work()
  const dump = createDumpStore({
    prepare: (sql) => connection.prepare(sql),
    run,
    async transact(work) {
      connection.exec('BEGIN')
      const answer = work()
      connection.exec('COMMIT')
      return answer
    },
    close: async () => connection.close(),
  })
  return {
    async addPeople(people) {
      await dump.accounts.writeAll(people.map(toAccount))
      await dump.identities.writeAll(people.map(toIdentity))
    },
    async addDeeds(deeds) {
      await dump.generations.writeAll(deeds.map(({ generation }) => generation))
      await dump.entries.writeAll(deeds.flatMap(({ entries }) => entries))
    },
    async close() {
      connection.exec('PRAGMA wal_checkpoint(TRUNCATE)')
      connection.close()
    },
  }
}

/** Plain inserts: the shelves of this store look for the document that each would replace. */
export async function fillMongo(uri: string): Promise<Filling> {
  const client = new MongoClient(uri, { ignoreUndefined: true })
  const database = client.db()
  const insert = async (name: string, documents: Document[]) => {
    const collection: Collection = database.collection(name)
    if (documents.length > 0) await collection.insertMany(documents, { ordered: false })
  }
  return {
    async addPeople(people) {
      await insert('accounts', people.map(toAccount).map(toAccountDocument))
      await insert('identities', people.map(toIdentity).map(encode))
    },
    async addDeeds(deeds) {
      await Promise.all([
        insert(
          'generations',
          deeds.map(({ generation }) => toDocument(generation)),
        ),
        insert(
          'entries',
          deeds.flatMap(({ entries }) => entries.map(toEntryDocument)),
        ),
      ])
    },
    async close() {
      // The store creates what is missing, and at this size would not wait for it.
      for (const [name, wanted] of Object.entries(indexes)) {
        await database.collection(name).createIndexes(wanted)
      }
      await client.close()
    },
  }
}
