/** Every query that the MongoDB store makes finds its documents by an index. */
import { type CommandStartedEvent, type Db, type Document, MongoClient } from 'mongodb'
import { describe, expect, it } from 'vitest'
import { exercise } from '../exercise.ts'
import { createMongoPlace } from '../places.ts'

const uri = process.env.MONGODB_URI ?? ''
const queries = ['find', 'aggregate', 'findAndModify', 'update', 'delete', 'count']

/** The commands that query, as sent while `work` runs. */
async function collectQueries(work: () => Promise<void>): Promise<Document[]> {
  const seen: Document[] = []
  const { connect } = MongoClient.prototype
  MongoClient.prototype.connect = function () {
    Object.assign(this.options, { monitorCommands: true })
    this.removeAllListeners('commandStarted')
    this.on('commandStarted', ({ commandName, command }: CommandStartedEvent) => {
      if (queries.includes(commandName)) seen.push(command)
    })
    return Reflect.apply(connect, this, [])
  }
  try {
    await work()
  } finally {
    MongoClient.prototype.connect = connect
  }
  return seen
}

/** The plan's text, with its stages and their indexes. */
async function explain(database: Db, sent: Document): Promise<string> {
  const { lsid, txnNumber, $clusterTime, $db, writeConcern, ...command } = sent
  const { queryPlanner, stages } = await database.command({ explain: command, verbosity: 'queryPlanner' })
  return JSON.stringify(queryPlanner ?? stages)
}

describe.skipIf(!uri)('with a server', () => {
  it('scans no collection', async () => {
    const place = await createMongoPlace()
    const store = await place.open()
    await store.close()
    const sent = await collectQueries(async () => {
      const store = await place.open()
      await exercise(store)
      await store.close()
    })
    expect(sent.length).toBeGreaterThan(15)
    const client = new MongoClient(uri)
    const database = client.db(place.database)
    for (const command of sent) {
      const plan = await explain(database, command)
      expect(plan, JSON.stringify(command)).toContain('IXSCAN')
      expect(plan, JSON.stringify(command)).not.toContain('COLLSCAN')
    }
    const unindexed = { find: 'generations', filter: { model: 'placeholder' } }
    expect(await explain(database, unindexed)).toContain('COLLSCAN')
    await client.close()
    await place.remove()
  })
})
