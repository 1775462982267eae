/** One connection to MongoDB: how it is opened, how work on it is run, and what its failures are called. */

import { AsyncLocalStorage } from 'node:async_hooks'
import { randomUUID } from 'node:crypto'
import { setTimeout as sleep } from 'node:timers/promises'
import type {
  Collection,
  Db,
  DbOptions,
  Document,
  MongoClientOptions,
  OptionalUnlessRequiredId,
} from 'mongodb'
import { MongoBulkWriteError, MongoClient, MongoError, MongoServerError, ReadConcern } from 'mongodb'
import { longestSkew } from '#core/clock.ts'
import { CoreError } from '#core/errors.ts'
import { MissingStoreError } from '#core/store/missing-store.ts'
import { type Opening, VersionError } from '#core/store/opening.ts'
import { schemaVersion } from '#core/store/schema/steps.ts'
import { isDuplicate } from './failures.ts'
import type { CollectionName } from './indexes.ts'
import { needsUpgrade, upgrade } from './upgrade.ts'
import { readVersion } from './version.ts'

export interface Database {
  collection<Kept extends Document>(name: CollectionName): Collection<Kept>
  /**
   * Runs work on the server, again from its start where the server says that others were in its way; its outages
   * become `store-unavailable`.
   */
  run<Answer>(work: () => Promise<Answer>): Promise<Answer>
  /** The same for work that must not begin again, such as reading on. */
  runOnce<Answer>(work: () => Promise<Answer>): Promise<Answer>
  /** Resolves when it can be read and written. */
  check(): Promise<void>
  /** Rejects with `VersionError` where it is a newer program's now. */
  requireVersion(): Promise<void>
  /** By how many milliseconds this machine's clock and the server's differ, at least. */
  measureSkew(): Promise<number>
  close(): Promise<void>
}

/** How long an answer may take: longer than any operation, and for an operator's work through all there is. Milliseconds. */
const answerPatience = { usual: 10_000, operator: 3_600_000 }

/**
 * Given to the database, not to the client: there the URI's `journal` and `readConcernLevel` would go before these.
 * What was read must hold: of several servers, one that steps down takes back what the majority has not seen. What a
 * process itself has written is seen by then, because its writes were answered once the majority had them.
 */
const renderConcerns = (hasMembers: boolean): DbOptions => ({
  readPreference: 'primary',
  readConcern: new ReadConcern(hasMembers ? 'majority' : 'local'),
  writeConcern: { w: 'majority', journal: true, wtimeoutMS: 5_000 },
})

/** What every operation is given: how many ms the server may work on it. A person in chat is waiting. */
export const patience = { maxTimeMS: 5_000 }

/** What reads; any other command may have written when its answer is lost. */
const reading = new Set(['aggregate', 'find', 'getMore', 'hello', 'ping'])

/** Milliseconds before each further attempt at work that met a conflict. */
const pauses = [5, 20, 80, 320]

/** How a server is reached. An upgrade waits for an answer as long as the connection lasts. */
const renderOptions = (socketTimeoutMS: number): MongoClientOptions => ({
  ignoreUndefined: true,
  retryWrites: true,
  retryReads: true,
  serverSelectionTimeoutMS: 3_000,
  connectTimeoutMS: 3_000,
  socketTimeoutMS,
  waitQueueTimeoutMS: 3_000,
  monitorCommands: true,
})

export interface DatabaseOptions extends Opening {
  uri: string
  /** Default: the one the URI names. */
  name?: string | undefined
  asker: keyof typeof answerPatience
}

/**
 * Connects, and brings the database up to date unless `options` say otherwise. Writes are answered once a majority has
 * them on disk, and reads come from the primary, whatever the URI says. Rejects with `store-unavailable`, whose `cause`
 * is the driver's error or a `VersionError`, with `MissingStoreError`, and with a sentence an operator can act on when
 * the server's clock shows another time than this machine's.
 */
export async function openDatabase(options: DatabaseOptions): Promise<Database> {
  const { uri, name, asker } = options
  const client = new MongoClient(uri, renderOptions(answerPatience[asker]))
  const sent = new AsyncLocalStorage<{ write: boolean }>()
  client.on('commandStarted', ({ commandName }) => {
    const here = sent.getStore()
    if (here && !reading.has(commandName)) here.write = true
  })
  let closed = false

  const runOnce = async <Answer>(work: () => Promise<Answer>): Promise<Answer> => {
    // The driver would connect again for work that comes after the end.
    if (closed) throw new CoreError('store-unavailable', { untouched: true })
    const here = { write: false }
    try {
      return await sent.run(here, work)
    } catch (error) {
      const outage = (error instanceof MongoError && !isDuplicate(error)) || error instanceof VersionError
      if (!outage) throw error
      // A write that was sent may have arrived, and its answer been lost.
      throw new CoreError('store-unavailable', here.write ? {} : { untouched: true }, { cause: error })
    }
  }

  const run = <Answer>(work: () => Promise<Answer>) => runOnce(() => repeatAfterConflict(work))

  const close = async () => {
    closed = true
    await client.close()
  }

  try {
    const database = await run(async () => client.db(name, renderConcerns(await hasMembers(client.db(name)))))
    await run(() => bringUpToDate(database, options))
    const probe = randomUUID()
    const measureSkew = () => run(() => measure(database))
    requireSameTime(await measureSkew())
    return {
      collection: (collection) => database.collection(collection),
      run,
      runOnce,
      check: () => run(() => check(database, probe)),
      requireVersion: async () => {
        const { newest } = await run(() => readVersion(database))
        if (newest > schemaVersion) throw new VersionError(newest, schemaVersion)
      },
      measureSkew,
      close,
    }
  } catch (error) {
    await close()
    throw error
  }
}

async function bringUpToDate(database: Db, options: DatabaseOptions): Promise<void> {
  if (options.mustExist && (await readVersion(database)).version === 0) {
    throw new MissingStoreError(`in the database ${database.databaseName} of that MongoDB`)
  }
  if (!(await needsUpgrade(database, options))) return
  const client = new MongoClient(options.uri, renderOptions(0))
  try {
    await upgrade(client.db(options.name, renderConcerns(await hasMembers(database))), options)
  } finally {
    await client.close()
  }
}

/** Whether it is one of several servers that have the same, or stands before such: they keep one time together. */
async function hasMembers(database: Db): Promise<boolean> {
  const { setName, $clusterTime } = await database.command({ hello: 1 })
  return setName !== undefined || $clusterTime !== undefined
}

/** Writes in each of the ways that a server may refuse; nothing of it stays. */
async function check(database: Db, _id: string): Promise<void> {
  const probes = database.collection<{ _id: string; at: number }>('probes')
  await insertNew(probes, { _id, at: Date.now() })
  await probes.findOneAndUpdate({ _id }, { $set: { at: Date.now() } }, patience)
  await probes.updateOne({ _id }, { $set: { at: Date.now() } }, patience)
  await probes.deleteOne({ _id }, patience)
}

/** By how many milliseconds this machine's clock and the server's differ, at least: what the answer took is in doubt. */
async function measure(database: Db): Promise<number> {
  const before = Date.now()
  const { localTime } = await database.command({ hello: 1 })
  const after = Date.now()
  if (!(localTime instanceof Date)) return 0
  return Math.max(0, before - localTime.getTime(), localTime.getTime() - after)
}

function requireSameTime(skew: number): void {
  if (skew <= longestSkew) return
  throw new Error(
    `The clocks of this machine and of the MongoDB server differ by ${(skew / 1_000).toFixed(1)} seconds; set them by NTP.`,
  )
}

/** Writes a document unless a unique index already has what it says; false, and nothing written, then. */
export async function insertNew<Kept extends Document>(
  collection: Collection<Kept>,
  document: OptionalUnlessRequiredId<Kept>,
): Promise<boolean> {
  try {
    await collection.insertOne(document, patience)
    return true
  } catch (error) {
    if (isDuplicate(error)) return false
    throw error
  }
}

/** The same for several, until one is refused; answers with how many were written. */
export async function insertInOrder<Kept extends Document>(
  collection: Collection<Kept>,
  documents: OptionalUnlessRequiredId<Kept>[],
): Promise<number> {
  try {
    await collection.insertMany(documents, { ...patience, ordered: true })
    return documents.length
  } catch (error) {
    if (error instanceof MongoBulkWriteError && isDuplicate(error)) return error.insertedCount
    throw error
  }
}

/**
 * A conflict wrote nothing. A mongod repeats single writes by itself; servers that speak its protocol, and a mongod
 * under load, leave that to us (WriteConflict, github.com/mongodb/mongo/blob/master/src/mongo/base/error_codes.yml).
 */
async function repeatAfterConflict<Answer>(work: () => Promise<Answer>): Promise<Answer> {
  for (const pause of pauses) {
    try {
      return await work()
    } catch (error) {
      if (!(error instanceof MongoServerError) || error.code !== 112) throw error
      await sleep(pause)
    }
  }
  return await work()
}
