/**
 * What stores had in them at every version of the schema that there was, as programs of the time left it: people with
 * pictures, credits, links and records, and generations in their middle, whose process died.
 */
import { randomUUID } from 'node:crypto'
import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { DatabaseSync } from 'node:sqlite'
import { BSON, type Db, type Document, type IndexDescription, MongoClient } from 'mongodb'
import { onTestFinished } from 'vitest'

export const numberOf = (version: string) => Number.parseInt(version, 10)

/**
 * The number is SQLite's version. Where programs of one number made different shapes, a word tells them apart: what
 * came with it. Of MongoDB there is what the same program made, which said of no version.
 *
 * - 3: accounts with addresses that are no keys; entries; generations
 * - 4: records; `4-orders`: an index of orders' entries; `4-shown`: another of what was shown; `4-addresses`: accounts
 *   are found by the key of their address; `4-order-once`: an order's entries once each
 * - 5: prompts in the index of the history; `5-teams`: instead, the team of an identity
 * - 6: places beside slots, and an order's entries once each
 * - 7: the team of an identity too
 * - 9: of what picture each came; 10: what a history is narrowed by, and favourites. Both databases say of the version.
 */
export const keptVersions = readdirSync(join(import.meta.dirname, 'kept'))
  .filter((name) => /^\d.*\.sql$/.test(name))
  .map((name) => name.replace('.sql', ''))
  .sort((one, other) => numberOf(one) - numberOf(other) || (one < other ? -1 : 1))

/**
 * What a whole program of version 8 left of people in the middle of everything: somebody with pictures of every kind, two
 * accounts merged, one deleted, an order that waits for its payment, codes and links half typed. Names what only they knew.
 */
export const readPeople = () => JSON.parse(read('people.json')) as typeof import('./kept/people.json')

const read = (name: string) => readFileSync(join(import.meta.dirname, 'kept', name), 'utf8')

/** The file as it was. */
export function restoreSqlite(version: string, file: string): void {
  const database = new DatabaseSync(file)
  database.exec('PRAGMA journal_mode = WAL')
  database.exec(read(`${version}.sql`))
  database.close()
}

interface Line {
  collection: string
  indexes?: (IndexDescription & { name: string })[]
  document?: Document
}

function readLines(version: string): Line[] {
  const lines = read(`${version}.jsonl`).trimEnd().split('\n')
  return lines.map((line) => BSON.EJSON.parse(line) as Line)
}

/** A database with nothing in it, which goes with the test. */
export function openDatabase(uri: string): Db {
  const client = new MongoClient(uri)
  const database = client.db(`test-${randomUUID()}`)
  onTestFinished(async () => {
    await database.dropDatabase()
    await client.close()
  })
  return database
}

/** The database as it was. */
export async function restoreMongo(version: string, database: Db): Promise<void> {
  await makeIndexes(version, database)
  const lines = readLines(version)
  for (const collection of new Set(lines.map((line) => line.collection))) {
    const documents = lines.flatMap((line) =>
      line.collection === collection && line.document ? [line.document] : [],
    )
    if (documents.length > 0) await database.collection(collection).insertMany(documents)
  }
}

const order = ['accounts', 'identities', 'entries', 'generations', 'records']

/** What a program of the time did to a database at each of its starts, before anything else. */
export async function makeIndexes(version: string, database: Db): Promise<void> {
  const all = readLines(version).filter(({ indexes = [] }) => indexes.length > 0)
  all.sort((one, other) => order.indexOf(one.collection) - order.indexOf(other.collection))
  for (const { collection, indexes = [] } of all) {
    await database.collection(collection).createIndexes(indexes)
  }
}
