/** Where worlds keep their store: one after another on the same place, each finding it empty. */

import { randomUUID } from 'node:crypto'
import { existsSync, mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { MongoClient } from 'mongodb'
import { indexes } from '#core/store/mongodb/indexes.ts'
import { createMongoStore } from '#core/store/mongodb/mongo-store.ts'
import type { Store } from '#core/store/store.ts'
import { openSqliteStore } from '../core/store/new-sqlite.ts'

export interface Place {
  open(): Promise<Store>
  /** Does something in between, beside all who have it open. */
  visit(work: (store: Store) => Promise<unknown>): Promise<void>
  /** Makes it empty; nobody has it open. */
  clear(): Promise<void>
  remove(): Promise<void>
}

/** A folder of its own; in memory where the system has a place for that. */
export function createSqlitePlace(): Place {
  const folder = mkdtempSync(join(existsSync('/dev/shm') ? '/dev/shm' : tmpdir(), 'imgsrc-'))
  const file = join(folder, 'store.sqlite')
  const open = () => openSqliteStore(file)
  return {
    open,
    async visit(work) {
      const store = await open()
      await work(store).finally(store.close)
    },
    async clear() {
      for (const ending of ['', '-wal', '-shm']) rmSync(`${file}${ending}`, { force: true })
    },
    remove: async () => rmSync(folder, { recursive: true, force: true }),
  }
}

/** A database of its own, whose collections and indexes stay when it is cleared: making them takes longest. */
export function createMongoPlace(uri: string): Place {
  const database = `crash-${randomUUID()}`
  const client = new MongoClient(uri)
  const open = () => createMongoStore({ uri, database })
  let beside: Promise<Store> | undefined
  return {
    open,
    async visit(work) {
      // Connecting takes longer than what is done.
      beside ??= open()
      await work(await beside)
    },
    async clear() {
      const collections = Object.keys(indexes).map((name) => client.db(database).collection(name))
      await Promise.all(collections.map((collection) => collection.deleteMany({})))
    },
    async remove() {
      await (await beside)?.close()
      await client.db(database).dropDatabase()
      await client.close()
    },
  }
}
