/** MongoDBs of every version that there was are brought up to date, whatever comes between, and then refuse what was before. */

import { type Db, type Document, MongoClient } from 'mongodb'
import { describe, expect, it, onTestFinished } from 'vitest'
import { createMongoStore } from '#core/store/mongodb/mongo-store.ts'
import { schemaVersion, unversioned } from '#core/store/schema/steps.ts'
import { silent } from '#tests/kept-log.ts'
import { createRefusingWay } from '../mongodb/refusing-way.ts'
import { keptVersions, makeIndexes, numberOf, openDatabase, restoreMongo } from './kept.ts'
import { serve } from './serve.ts'

const uri = process.env.MONGODB_URI ?? ''

interface Mark {
  _id: string
  owner?: string
  until?: number
  version?: number
  next?: number
}
const findSchema = (database: Db) => database.collection<Mark>('schema')

async function openPlace() {
  const database = openDatabase(uri)
  const open = (options: object = {}) =>
    createMongoStore({ uri, database: database.databaseName, ...options }).then((store) => {
      onTestFinished(() => store.close())
      return store
    })
  return { database, open, schema: findSchema(database) }
}

async function restore(version: string) {
  const place = await openPlace()
  await restoreMongo(version, place.database)
  return place
}

const collections = ['accounts', 'identities', 'entries', 'generations', 'records']

/** Version and indexes; what they are called tells only whether it says that they refuse. */
async function readShape(database: Db) {
  const shapes = collections.map(async (collection) => {
    const indexes = await database.collection(collection).listIndexes().toArray()
    const described = indexes.map(({ key, unique, partialFilterExpression, expireAfterSeconds }) =>
      JSON.stringify({ key, unique, partialFilterExpression, expireAfterSeconds }),
    )
    return [collection, described.sort()]
  })
  const version = await findSchema(database).findOne({ _id: 'version' })
  return { version, indexes: await Promise.all(shapes) }
}

/** Making a database takes longer than most tests. */
let fresh: ReturnType<typeof readShape> | undefined
const readFresh = () => {
  fresh ??= openPlace().then(async ({ database, open }) => {
    await open()
    return await readShape(database)
  })
  return fresh
}

const older = { code: 'store-unavailable', cause: { name: 'VersionError', known: schemaVersion } }

/** What there is, to the last document. */
async function readAll(database: Db): Promise<Document[]> {
  const names = (await database.listCollections({}, { nameOnly: true }).toArray()).map(({ name }) => name)
  const found = names.sort().map(async (name) => {
    const indexes = await database.collection(name).listIndexes().toArray()
    const documents = await database.collection(name).find().sort({ _id: 1 }).toArray()
    return [name, documents, indexes.map((index) => index.name).sort()]
  })
  return await Promise.all(found)
}

describe.skipIf(!uri)('with a server', () => {
  describe.each(keptVersions)('version %s', (version) => {
    it('serves, has the shape of a new one, and refuses programs of every version before', {
      timeout: 180_000,
    }, async () => {
      const { database, open } = await restore(version)
      const store = await open()
      expect(await readShape(database)).toEqual(await readFresh())
      const before = await readAll(database)
      // Later ones look at the version.
      for (const past of keptVersions.filter((each) => numberOf(each) <= unversioned)) {
        await expect(makeIndexes(past, database), past).rejects.toThrow()
      }
      expect(await readAll(database)).toEqual(before)
      await serve(store)
    })

    it('is left alone by whoever may not bring it there', async () => {
      const { database, open } = await restore(version)
      const before = await readAll(database)
      const cause = { ...older.cause, found: Math.max(unversioned, numberOf(version)) }
      await expect(open({ mustExist: true, upgrades: false })).rejects.toMatchObject({ ...older, cause })
      expect(await readAll(database)).toEqual(before)
    })
  })

  it('is brought there by several at a time', { timeout: 180_000 }, async () => {
    const { database, open } = await restore('4-addresses')
    await Promise.all([open(), open(), open()])
    expect(await readShape(database)).toEqual(await readFresh())
  })

  it.each(['3', '4-addresses', '7'])(
    'version %s is taken up wherever it was cut off',
    { timeout: 300_000 },
    async (version) => {
      const { database, open, schema } = await restore(version)
      let cuts = 0
      for (;;) {
        const way = await createRefusingWay(new URL(uri))
        let left = cuts
        const ours = ['createIndexes', 'dropIndexes', 'update', 'insert', 'find', 'listIndexes', 'delete']
        const refuses = (command: string) =>
          ours.includes(command) && left-- <= 0 ? { ok: 0, code: 8_000, codeName: 'AtlasError' } : undefined
        Object.assign(way, { refuses })
        const opened = await open({ uri: way.uri }).catch(() => undefined)
        if (opened) break
        cuts++
        // The process that died is waited for so long.
        await schema.updateOne({ _id: 'upgrade' }, { $set: { until: 0 } })
      }
      expect(cuts).toBeGreaterThan(15)
      expect(await readShape(database)).toEqual(await readFresh())
      await serve(await open())
    },
  )

  it('waits for one that is at it, and takes over from one that has died', async () => {
    const { open, schema } = await restore('6')
    await schema.insertOne({ _id: 'upgrade', owner: 'another', until: Date.now() + 3_600_000 })
    const told: string[] = []
    const info = (_: object, words: string) => void told.push(words)
    const opening = open({ log: { ...silent, info } })
    await expect.poll(() => told.length).toBeGreaterThan(0)
    expect(told).toEqual(['Another process is bringing the store up to date'])
    await schema.updateOne({ _id: 'upgrade' }, { $set: { until: Date.now() - 1 } })
    await opening
    expect(await schema.findOne({ _id: 'version' })).toMatchObject({ version: schemaVersion })
    expect(await schema.findOne({ _id: 'upgrade' })).toBeNull()
  })

  it.each([
    { version: schemaVersion + 1 },
    { version: schemaVersion, next: schemaVersion + 1 },
    { version: 3, next: schemaVersion + 2 },
  ])('refuses what is newer, or on its way there, and leaves it alone: %o', async (document) => {
    const { database, open, schema } = await openPlace()
    await open()
    await schema.replaceOne({ _id: 'version' }, document)
    const before = await readAll(database)
    for (const options of [{}, { upgrades: false, mustExist: true }]) {
      await expect(open(options)).rejects.toMatchObject(older)
    }
    expect(await readAll(database)).toEqual(before)
  })

  it('tells whoever has it open that a newer program is bringing it to its version', async () => {
    const { open, schema } = await openPlace()
    const store = await open()
    await store.requireVersion()
    await schema.updateOne({ _id: 'version' }, { $set: { next: schemaVersion + 1 } })
    await expect(store.requireVersion()).rejects.toMatchObject({ name: 'VersionError' })
  })

  it('makes again what is missing, with the version as it is', async () => {
    const { database, open } = await openPlace()
    await open()
    const before = await readShape(database)
    await database.collection('entries').dropIndex('key')
    await open()
    expect(await readShape(database)).toEqual(before)
  })

  it('leaves indexes that are not its own', async () => {
    const { database, open } = await restore('7')
    await database.collection('entries').createIndex({ at: 1 }, { name: 'for-our-reports' })
    await open()
    const indexes = await database.collection('entries').listIndexes().toArray()
    expect(indexes.map(({ name }) => name)).toContain('for-our-reports')
  })

  it('builds on connections that wait for an answer as long as it takes, and says so', {
    timeout: 120_000,
  }, async () => {
    const { database } = await restore('4-addresses')
    const patient: (number | undefined)[] = []
    const { connect } = MongoClient.prototype
    MongoClient.prototype.connect = function () {
      const { socketTimeoutMS } = this.options
      this.on('commandStarted', ({ commandName }) => {
        if (commandName === 'createIndexes') patient.push(socketTimeoutMS)
      })
      return Reflect.apply(connect, this, [])
    }
    const said: string[] = []
    const info = (_: object, words: string) => void said.push(words)
    try {
      const log = { debug() {}, info, warn: info, error: info }
      const store = await createMongoStore({ uri, database: database.databaseName, log })
      await store.close()
    } finally {
      MongoClient.prototype.connect = connect
    }
    expect(patient.length).toBeGreaterThan(5)
    expect(new Set(patient)).toEqual(new Set([0]))
    expect(said[0]).toBe('The store is brought up to date')
    expect(said).toContain('Indexes are built, which may take long')
    expect(said.at(-1)).toBe('The store is up to date')
  })

  const troubles = { PrimarySteppedDown: 189, WriteConcernFailed: 64 }
  it.each(Object.entries(troubles))(
    'goes on after %s in the middle of it, and fails on what is wrong',
    {
      timeout: 120_000,
    },
    async (_, code) => {
      const { database, open } = await restore('4-addresses')
      const way = await createRefusingWay(new URL(uri))
      way.refusals.push({ command: 'createIndexes', code }, { command: 'dropIndexes', code })
      await open({ uri: way.uri })
      expect(way.refusals).toEqual([])
      expect(await readShape(database)).toEqual(await readFresh())
      const wrong = await restore('4-addresses')
      way.refusals.push({ command: 'createIndexes', code: 11_000 })
      await expect(wrong.open({ uri: way.uri, database: wrong.database.databaseName })).rejects.toThrow()
    },
  )
})
