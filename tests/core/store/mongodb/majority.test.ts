/** Where a server is one of several, what is read is what the majority has: nothing of it is taken back. */
import { Long, Timestamp } from 'mongodb'
import { describe, expect, it, onTestFinished } from 'vitest'
import { systemClock } from '#core/clock.ts'
import { createLedger } from '#core/credits/ledger.ts'
import { createMongoStore } from '#core/store/mongodb/mongo-store.ts'
import { exercise } from '../exercise.ts'
import { createMongoPlace } from '../places.ts'
import { asMember, createRefusingWay } from './refusing-way.ts'

const uri = process.env.MONGODB_URI ?? ''
/** What servers tell each other of the time. */
const clock = { clusterTime: new Timestamp({ t: 1, i: 1 }), signature: { keyId: Long.ZERO } }

const reads = ['find', 'aggregate']

async function open(greeting?: object) {
  const place = await createMongoPlace()
  const way = await createRefusingWay(new URL(uri), greeting)
  const store = await createMongoStore({ uri: way.uri, database: place.database })
  onTestFinished(async () => {
    await store.close()
    await place.remove()
  })
  const levels = () =>
    new Set(
      way.seen.filter((each) => reads.some((name) => name in each)).map((each) => each.readConcern?.level),
    )
  return { store, levels }
}

describe.skipIf(!uri)('with a server', () => {
  it.each([
    ['a member of a set', asMember, 'majority'],
    ['a router before several', { $clusterTime: clock }, 'majority'],
    ['one by itself', { msg: undefined }, 'local'],
  ])('%s', async (_, greeting, level) => {
    const { store, levels } = await open(greeting)
    await exercise(store)
    const ledger = createLedger(store.ledger, systemClock)
    const bought = {
      wallet: 'eve',
      key: 'purchase:1',
      kind: 'purchase',
      amount: 5,
      reference: 'shop:9',
    } as const
    const first = await ledger.append(bought)
    expect(await ledger.append(bought)).toEqual(first)
    expect(await ledger.append({ ...bought, wallet: 'bob' })).toEqual(first)
    expect(await ledger.findEntry('eve', 'purchase:1')).toEqual(first)
    expect(levels()).toEqual(new Set([level]))
  })
})
