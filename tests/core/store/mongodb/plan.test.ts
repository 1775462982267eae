/** Every query that the MongoDB store makes finds its documents by an index. */
import { MongoClient } from 'mongodb'
import { describe, expect, it } from 'vitest'
import { exercise } from '../exercise.ts'
import { createMongoPlace } from '../places.ts'
import { collectQueries, explain } from './plans.ts'

/** The one that has a wallet's entries in order, or those of a budget. */
function findIndex(filter: object): string {
  if ('budget.channel' in filter) return 'channelMonth'
  if ('budget.month' in filter) return 'memberMonth'
  return 'budget.member' in filter ? 'member' : 'sequence'
}

const uri = process.env.MONGODB_URI ?? ''
describe.skipIf(!uri)('with a server', () => {
  it('scans no collection, and reads a wallet by the index that has its order', async () => {
    // One that was used before may have been counted by the server, which then rather scans what is small.
    const place = await createMongoPlace(uri, { fresh: true })
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
    const inOrder = sent.filter(({ find, sort }) => find === 'entries' && sort)
    expect(inOrder.length).toBeGreaterThan(2)
    for (const command of inOrder) {
      const index = `"indexName":"${findIndex(command.filter)}"`
      expect(await explain(database, command), JSON.stringify(command)).toContain(index)
    }
    const unindexed = { find: 'generations', filter: { model: 'placeholder' } }
    expect(await explain(database, unindexed)).toContain('COLLSCAN')
    await client.close()
    await place.remove()
  })
})
