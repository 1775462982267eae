/** Where a server is one of several, what is read is what the majority has: nothing of it is taken back. */
import { Long, Timestamp } from 'mongodb'
import { describe, expect, it } from 'vitest'
import { systemClock } from '#core/clock.ts'
import { createLedger } from '#core/credits/ledger.ts'
import { exercise } from '../exercise.ts'
import { openStoreAt } from '../places.ts'
import { asMember, createRefusingWay } from './refusing-way.ts'

const uri = process.env.MONGODB_URI ?? ''
/** What servers tell each other of the time. */
const clock = { clusterTime: new Timestamp({ t: 1, i: 1 }), signature: { keyId: Long.ZERO } }

const reads = ['find', 'aggregate']

async function open(greeting?: object) {
  const way = await createRefusingWay(new URL(uri), greeting)
  const store = await openStoreAt(way.uri)
  const isRead = (command: object) => reads.some((name) => name in command)
  const levels = () => new Set(way.seen.filter(isRead).map((each) => each.readConcern?.level))
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
    const order = { wallet: 'eve', key: 'purchase:1', reference: 'shop:9' }
    const bought = { ...order, kind: 'purchase', amount: 5 } as const
    const first = await ledger.append(bought)
    expect(await ledger.append(bought)).toEqual(first)
    expect(await ledger.append({ ...bought, wallet: 'bob' })).toEqual(first)
    expect(await ledger.findEntry('eve', 'purchase:1')).toEqual(first)
    expect(levels()).toEqual(new Set([level]))
  })
})
