/** Empty databases for the stores' tests. */
import { randomUUID } from 'node:crypto'
import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { MongoClient } from 'mongodb'
import { createMongoStore } from '#core/store/mongodb/mongo-store.ts'
import { createSqliteStore } from '#core/store/sqlite/sqlite-store.ts'
import type { StorePlace } from '#tests/contracts/store.ts'

export async function createSqlitePlace(): Promise<StorePlace & { file: string }> {
  const folder = await mkdtemp(join(tmpdir(), 'store-'))
  const file = join(folder, 'store.sqlite')
  return {
    file,
    open: () => createSqliteStore({ file }),
    remove: () => rm(folder, { recursive: true }),
  }
}

/** A database of its own on the server that `MONGODB_URI` names. */
export async function createMongoPlace(
  uri = process.env.MONGODB_URI ?? '',
): Promise<StorePlace & { database: string }> {
  const database = `test-${randomUUID()}`
  return {
    database,
    open: () => createMongoStore({ uri, database }),
    remove: async () => {
      const client = new MongoClient(uri)
      await client.db(database).dropDatabase()
      await client.close()
    },
  }
}
