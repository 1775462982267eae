/** Where the bot keeps things while it is measured: a SQLite file or a MongoDB database, and the real core on it. */
import { randomUUID } from 'node:crypto'
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { MongoClient } from 'mongodb'
import { findSqliteFile } from '#core/config.ts'
import type { Core } from '#core/index.ts'
import { openBot } from '../open-bot.ts'
import { type Filling, fillMongo, fillSqlite } from './fill.ts'

export interface Place {
  /** Before the core is opened. */
  fill(): Promise<Filling>
  open(): Promise<Core>
  remove(): Promise<void>
}

export function createSqlitePlace(): Place {
  const folder = mkdtempSync(join(tmpdir(), 'bench-'))
  return {
    fill: () => fillSqlite(findSqliteFile(folder)),
    open: async () => (await openBot({ DATA_DIR: folder })).core,
    remove: async () => rmSync(folder, { recursive: true }),
  }
}

/** A database of its own on that server. */
export function createMongoPlace(server: string): Place & { uri: string } {
  const folder = mkdtempSync(join(tmpdir(), 'bench-'))
  const uri = Object.assign(new URL(server), { pathname: `/bench-${randomUUID()}` }).href
  return {
    uri,
    fill: () => fillMongo(uri),
    async open() {
      const env = { DATA_DIR: folder, MONGODB_URI: uri, SESSION_SECRET: 's'.repeat(32) }
      return (await openBot(env)).core
    },
    async remove() {
      rmSync(folder, { recursive: true })
      const client = new MongoClient(uri)
      await client.db().dropDatabase()
      await client.close()
    },
  }
}
