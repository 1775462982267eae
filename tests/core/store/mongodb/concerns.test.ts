/** What the store asks of its server is its own: no connection string makes a write less durable or a read less true. */
import { describe, expect, it } from 'vitest'
import { createEntry, createGeneration } from '#tests/contracts/store-records.ts'
import { openStoreAt } from '../places.ts'
import { createRefusingWay } from './refusing-way.ts'

const uri = process.env.MONGODB_URI ?? ''
const writes = ['insert', 'update', 'delete', 'findAndModify', 'createIndexes']
const reads = ['find', 'aggregate']

describe.skipIf(!uri)('with a server', () => {
  it.each([
    ...['w=1', 'wtimeoutMS=1', 'journal=false', 'w=0&journal=false&wtimeoutMS=1'],
    ...['readConcernLevel=available', 'readConcernLevel=linearizable'],
    ...['readPreference=secondaryPreferred', 'retryWrites=false&retryReads=false'],
  ])('asks for what it needs though the address says %s', async (wishes) => {
    const way = await createRefusingWay(new URL(uri))
    const store = await openStoreAt(`${way.uri}&${wishes}`)
    const { id } = createGeneration()
    await store.ledger.insert(createEntry())
    await store.ledger.findLast('ada')
    await store.generations.create(createGeneration(), 5)
    const failure = { code: 'interrupted', data: {} } as const
    await store.generations.change(id, { status: ['recorded'] }, { status: 'failing', failure })
    await store.records.insertRecord({ kind: 'team', key: 'a', body: {} }, 1)
    await store.records.replaceRecord({ kind: 'team', key: 'a', version: 1, body: {} })
    await store.records.removeRecord('team', 'a')
    const seen = (names: readonly string[]) =>
      way.seen.filter((command) => names.some((name) => name in command))
    expect(seen(writes).length).toBeGreaterThan(5)
    for (const command of seen(writes)) {
      expect(command).toMatchObject({ writeConcern: { w: 'majority', j: true, wtimeout: 5_000 } })
      if (!('createIndexes' in command)) expect(command.txnNumber).toBeDefined()
    }
    expect(seen(reads)).not.toEqual([])
    for (const command of seen(reads)) expect(command).toMatchObject({ readConcern: { level: 'local' } })
    for (const { $readPreference } of way.seen) {
      expect($readPreference?.mode ?? 'primary').toMatch(/^primary/)
    }
  })
})
