/** One connection to MongoDB: how it is opened, how work on it is run, and what its failures are called. */
import { AsyncLocalStorage } from 'node:async_hooks'
import { setTimeout as sleep } from 'node:timers/promises'
import type { Collection, Db, DbOptions, Document, OptionalUnlessRequiredId } from 'mongodb'
import { MongoClient, MongoError, MongoServerError, ReadConcern } from 'mongodb'
import { CoreError } from '#core/errors.ts'
import { MissingStoreError } from '#core/store/missing-store.ts'
import { longestSkew } from '#core/store/skew.ts'
import { type CollectionName, indexes } from './indexes.ts'

export interface Database {
  collection<Kept extends Document>(name: CollectionName): Collection<Kept>
  /**
   * Runs work on the server, again from its start where the server says that others were in its way; its outages
   * become `store-unavailable`.
   */
  run<Answer>(work: () => Promise<Answer>): Promise<Answer>
  /** The same for work that must not begin again, such as reading on. */
  runOnce<Answer>(work: () => Promise<Answer>): Promise<Answer>
  ping(): Promise<void>
  /** By how many milliseconds this machine's clock and the server's differ, at least: what the answer took is in doubt. */
  measureSkew(): Promise<number>
  close(): Promise<void>
}

/** How long an answer may take: longer than any operation, and for an operator's work through all there is. Milliseconds. */
const answerPatience = { usual: 10_000, operator: 3_600_000 }

/** Given to the database, not to the client: there the URI's `journal` and `readConcernLevel` would go before these. */
const concerns: DbOptions = {
  readPreference: 'primary',
  readConcern: new ReadConcern('local'),
  writeConcern: { w: 'majority', journal: true, wtimeoutMS: 5_000 },
}

/** What every operation is given: how many ms the server may work on it. A person in chat is waiting. */
export const patience = { maxTimeMS: 5_000 }

/** What reads; any other command may have written when its answer is lost. */
const reading = new Set(['aggregate', 'find', 'getMore', 'hello', 'ping'])

/** Milliseconds before each further attempt at work that met a conflict. */
const pauses = [5, 20, 80, 320]

/**
 * Connects and creates the indexes that are missing. Writes are answered once a majority has them on disk, and reads
 * come from the primary, whatever the URI says. Rejects with `store-unavailable`, whose `cause` is the driver's error,
 * and with a sentence an operator can act on when the server's clock shows another time than this machine's. Where it
 * `mustExist` and does not, nothing is made, and it rejects with `MissingStoreError`.
 */
export async function openDatabase(
  uri: string,
  name: string | undefined,
  asker: keyof typeof answerPatience,
  mustExist = false,
): Promise<Database> {
  const client = new MongoClient(uri, {
    ignoreUndefined: true,
    retryWrites: true,
    retryReads: true,
    serverSelectionTimeoutMS: 3_000,
    connectTimeoutMS: 3_000,
    socketTimeoutMS: answerPatience[asker],
    waitQueueTimeoutMS: 3_000,
    monitorCommands: true,
  })
  const database = client.db(name, concerns)
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
      const outage = error instanceof MongoError && !isDuplicate(error)
      if (!outage) throw error
      // A write that was sent may have arrived, and its answer been lost.
      throw new CoreError('store-unavailable', here.write ? {} : { untouched: true }, { cause: error })
    }
  }

  const run = <Answer>(work: () => Promise<Answer>) => runOnce(() => repeatAfterConflict(work))

  async function measureSkew(): Promise<number> {
    const before = Date.now()
    const { localTime } = await run(() => database.command({ hello: 1 }))
    const after = Date.now()
    if (!(localTime instanceof Date)) return 0
    return Math.max(0, before - localTime.getTime(), localTime.getTime() - after)
  }

  const close = async () => {
    closed = true
    await client.close()
  }

  try {
    if (mustExist) await run(() => requireOurs(database))
    await run(async () => {
      for (const [collection, wanted] of Object.entries(indexes)) {
        await database.collection(collection).createIndexes(wanted)
      }
    })
    requireSameTime(await measureSkew())
  } catch (error) {
    await close()
    throw error
  }

  return {
    collection: (collection) => database.collection(collection),
    run,
    runOnce,
    ping: () =>
      run(async () => {
        await database.command({ ping: 1, ...patience })
      }),
    measureSkew,
    close,
  }
}

/** Every start of the bot makes all collections; these two tell its database from another. */
async function requireOurs(database: Db): Promise<void> {
  const found = await database.listCollections({}, { nameOnly: true }).toArray()
  const ours: readonly CollectionName[] = ['entries', 'generations']
  if (ours.every((name) => found.some((each) => each.name === name))) return
  throw new MissingStoreError(`in the database ${database.databaseName} of that MongoDB`)
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

/** Whether a unique index refused a write; which one it was, servers tell differently or not at all. */
export function isDuplicate(error: unknown): boolean {
  return error instanceof MongoServerError && error.code === 11_000
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
