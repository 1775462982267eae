/** Many who write to one wallet at once ask the server for little more than as many insertions. */
import { MongoClient } from 'mongodb'
import { describe, expect, it, onTestFinished } from 'vitest'
import { systemClock } from '#core/clock.ts'
import { createLedger, type Ledger } from '#core/credits/ledger.ts'
import type { Entry } from '#core/credits/ledger-store.ts'
import { createMongoStore } from '#core/store/mongodb/mongo-store.ts'
import { createMongoPlace } from '../places.ts'
import { createRefusingWay } from './refusing-way.ts'

const uri = process.env.MONGODB_URI ?? ''

/** As many processes, each with a ledger of its own; `count` tells how often entries were inserted and read. */
async function openLedgers(processes: number) {
  const place = await createMongoPlace()
  const way = await createRefusingWay(new URL(uri))
  const stores = await Promise.all(
    Array.from({ length: processes }, () => createMongoStore({ uri: way.uri, database: place.database })),
  )
  onTestFinished(async () => {
    for (const store of stores) await store.close()
    await place.remove()
  })
  const count = (command: string) => way.seen.filter((each) => each[command] === 'entries').length
  const readAll = async () => {
    const client = new MongoClient(uri)
    const found = client.db(place.database).collection<Entry>('entries').find().sort({ sequence: 1 })
    const entries = await found.toArray()
    await client.close()
    return entries
  }
  return { ledgers: stores.map(({ ledger }) => createLedger(ledger, systemClock)), way, count, readAll }
}

const grant = (ledger: Ledger, name: string | number, account = 'ada') =>
  ledger.append({ wallet: account, key: `grant:${name}`, kind: 'grant', amount: 1, reference: '' })

describe.skipIf(!uri)('with a server', () => {
  it.each([
    [2, 2],
    [50, 3],
  ])('%i at once from one process: %i insertions', async (writers, insertions) => {
    const { ledgers, count, readAll } = await openLedgers(1)
    const [ledger] = ledgers as [Ledger]
    await Promise.all(Array.from({ length: writers }, (_, number) => grant(ledger, number)))
    expect(count('insert')).toBe(insertions)
    expect((await readAll()).map(({ balance }) => balance)).toEqual(
      Array.from({ length: writers }, (_, index) => index + 1),
    )
  })

  it('keeps writers to other wallets waiting for nobody', async () => {
    const { ledgers, way } = await openLedgers(1)
    const [ledger] = ledgers as [Ledger]
    await Promise.all(Array.from({ length: 6 }, (_, number) => grant(ledger, number, `wallet:${number}`)))
    const asked = way.seen.flatMap((each) =>
      each.find === 'entries' ? 'r' : each.insert === 'entries' ? 'w' : [],
    )
    expect(asked.join('')).toMatch(/^rr/)
  })

  it('twenty from each of three processes: at most twice as many insertions', {
    timeout: 120_000,
  }, async () => {
    const { ledgers, count, readAll } = await openLedgers(3)
    await Promise.all(
      ledgers.flatMap((ledger, process) =>
        Array.from({ length: 20 }, (_, number) => grant(ledger, `${process}:${number}`)),
      ),
    )
    const entries = await readAll()
    expect(entries.map(({ sequence }) => sequence)).toEqual(
      Array.from({ length: 60 }, (_, index) => index + 1),
    )
    expect(entries.at(-1)?.balance).toBe(60)
    expect(count('insert')).toBeLessThanOrEqual(120)
  })

  it('fifty members from three processes: each cap and the balance hold, with few insertions more', {
    timeout: 120_000,
  }, async () => {
    const { ledgers, count, readAll } = await openLedgers(3)
    const wallet = 'team:slack:T1'
    const gift = { wallet, key: 'gift', kind: 'grant', amount: 1_000, reference: '' } as const
    await ledgers[0]?.append(gift)
    const spend = (number: number, price: number) => {
      const budget = { month: '2026-11', member: `m${number}`, channel: 'slack:T1:C1' }
      const entry = { wallet, key: `spend:${number}:${price}`, kind: 'spend', reference: '' } as const
      const caps = { member: 15, channel: 400 }
      return ledgers[number % 3]?.append({ ...entry, amount: -price, budget: { ...budget, caps } })
    }
    await Promise.allSettled(Array.from({ length: 50 }, (_, number) => spend(number, 10)))
    const entries = await readAll()
    expect(entries.at(-1)?.balance).toBe(600)
    expect(entries.at(-1)?.budget?.channelSpent).toBe(400)
    expect(entries.slice(1).every(({ budget }) => budget?.memberSpent === 10)).toBe(true)
    expect(count('insert')).toBeLessThanOrEqual(80)
  })

  it('hears once, and all at once, that the server is away', async () => {
    const { ledgers, way } = await openLedgers(1)
    const [ledger] = ledgers as [Ledger]
    const before = way.seen.length
    way.refusals.push(...Array.from({ length: 40 }, () => ({ command: 'find', code: 13_436 })))
    const outcomes = await Promise.allSettled(
      Array.from({ length: 20 }, (_, number) => grant(ledger, number)),
    )
    for (const outcome of outcomes) {
      expect(outcome).toMatchObject({ reason: { code: 'store-unavailable', data: { untouched: true } } })
    }
    expect(way.seen.slice(before).filter((each) => each.find === 'entries').length).toBeLessThan(5)
    way.refusals.length = 0
    expect((await grant(ledger, 'after')).balance).toBe(1)
  })
})
