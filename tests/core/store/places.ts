/** Empty databases for the stores' tests. */

import { randomUUID } from 'node:crypto'
import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { type Db, MongoClient } from 'mongodb'
import { inject, onTestFinished, TestRunner } from 'vitest'
import { indexes } from '#core/store/mongodb/indexes.ts'
import { createMongoStore } from '#core/store/mongodb/mongo-store.ts'
import { needsUpgrade } from '#core/store/mongodb/upgrade.ts'
import type { Store } from '#core/store/store.ts'
import type { StorePlace } from '#tests/contracts/store.ts'
import { openSqliteStore } from './new-sqlite.ts'

export async function createSqlitePlace(): Promise<StorePlace & { file: string }> {
  const folder = await mkdtemp(join(tmpdir(), 'store-'))
  const file = join(folder, 'store.sqlite')
  return { file, open: () => openSqliteStore(file), remove: () => rm(folder, { recursive: true }) }
}

/** Databases that tests have left empty, by server: making one takes longer than most tests. */
const emptied = new Map<string, string[]>()

/** An empty database that nobody else uses, on the server that `MONGODB_URI` names. */
export async function createMongoPlace(
  uri = process.env.MONGODB_URI ?? '',
  { fresh = false } = {},
): Promise<StorePlace & { database: string }> {
  const free = emptied.get(uri) ?? []
  emptied.set(uri, free)
  const database = (fresh ? undefined : free.pop()) ?? `${inject('databases')}${randomUUID().slice(0, 8)}`
  return {
    database,
    open: () => createMongoStore({ uri, database }),
    remove: async () => {
      const client = new MongoClient(uri)
      const db = client.db(database)
      if (!hasFailed() && (await isAsMade(db))) {
        await Promise.all(names.map((name) => db.collection(name).deleteMany({})))
        free.push(database)
      } else {
        await db.dropDatabase()
      }
      await client.close()
    },
  }
}

/** For tests of what is the same on both stores; on MongoDB where there is a server. */
export const bothPlaces: readonly { name: string; create: () => Promise<StorePlace> }[] = [
  { name: 'SQLite', create: createSqlitePlace },
  ...(process.env.MONGODB_URI ? [{ name: 'MongoDB', create: () => createMongoPlace() }] : []),
]

/** A store of one test's own, gone after it. */
export async function openStore(
  createPlace: () => Promise<Pick<StorePlace, 'open' | 'remove'>> = createSqlitePlace,
): Promise<Store> {
  const place = await createPlace()
  const store = await place.open()
  onTestFinished(async () => {
    await store.close()
    await place.remove()
  })
  return store
}

/** The same on MongoDB, reached at this address of the server. */
export const openStoreAt = (uri: string): Promise<Store> =>
  openStore(async () => {
    const { database, remove } = await createMongoPlace()
    return { open: () => createMongoStore({ uri, database }), remove }
  })

const names = Object.keys(indexes)

/** What a test that failed has begun may still be written. */
const hasFailed = () => TestRunner.getCurrentTest()?.result?.state === 'fail'

/** Whether it holds what today's program makes and nothing else, so that the next test finds it like a fresh one. */
async function isAsMade(db: Db): Promise<boolean> {
  const found = await db.listCollections({}, { nameOnly: true }).toArray()
  const isOurs = found.every(({ name }) => name === 'schema' || names.includes(name))
  return isOurs && !(await needsUpgrade(db, { upgrades: true }).catch(() => true))
}
