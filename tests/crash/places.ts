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
  /** Makes it empty; nobody has it open. */
  clear(): Promise<void>
  remove(): Promise<void>
}

/** A folder of its own; in memory where the system has a place for that. */
export function createSqlitePlace(): Place {
  const folder = mkdtempSync(join(existsSync('/dev/shm') ? '/dev/shm' : tmpdir(), 'imgsrc-'))
  const file = join(folder, 'store.sqlite')
  return {
    open: () => openSqliteStore(file),
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
  return {
    open: () => createMongoStore({ uri, database }),
    async clear() {
      const collections = Object.keys(indexes).map((name) => client.db(database).collection(name))
      await Promise.all(collections.map((collection) => collection.deleteMany({})))
    },
    async remove() {
      await client.db(database).dropDatabase()
      await client.close()
    },
  }
}
