/** The order book: the same end whatever way the reports come. */
import { join } from 'node:path'
import fc from 'fast-check'
import { describe, expect, it, onTestFinished } from 'vitest'
import { systemClock } from '#core/clock.ts'
import { createLedger } from '#core/credits/ledger.ts'
import { createOrderBook } from '#core/payments/orders.ts'
import type { OrderReport } from '#core/payments/provider.ts'
import { createUnclaimed } from '#core/payments/unclaimed.ts'
import { createSqliteStore } from '#core/store/sqlite/sqlite-store.ts'
import { createFolder } from '#tests/temporary-folder.ts'
import { createMemoryStore, type MemoryStore } from './memory.ts'

const ann = { id: 'ann', createdAt: 0 }
const hash = async (...texts: readonly string[]) => texts.join()

function openBook(
  { ledger, records }: Pick<MemoryStore, 'ledger' | 'records'>,
  resolveAlias: (id: string) => Promise<string | undefined>,
  findBuyer: () => Promise<string | undefined> = async () => undefined,
) {
  return createOrderBook({
    ledger: createLedger(ledger, systemClock),
    entries: ledger,
    unclaimed: createUnclaimed({ records, clock: systemClock, hash }),
    resolveAlias,
    findBuyer,
  })
}

function setUp() {
  const store = createMemoryStore(ann)
  const book = openBook(store, store.resolveAlias)
  const sum = (kind: string) =>
    store.entries.filter((entry) => entry.kind === kind).reduce((total, { amount }) => total + amount, 0)
  return {
    store,
    settle: book.settle,
    /** All that is left of an order once it is settled. */
    findEnd: () => ({
      purchases: store.entries.filter(({ kind }) => kind === 'purchase').length,
      bought: sum('purchase'),
      reversed: sum('reversal'),
      balance: store.entries.at(-1)?.balance ?? 0,
    }),
  }
}

const report = (refunded = 0, changes: Partial<OrderReport> = {}): OrderReport => ({
  provider: 'shop',
  order: '1',
  account: 'ann',
  purchase: { pack: 'starter', credits: 100 },
  refunded,
  createdAt: 0,
  ...changes,
})

/** What must be left when these were all that is known: nothing where none of them says that it was paid. */
const expectEnd = (events: readonly OrderReport[]) => {
  if (events.every(({ doubt }) => doubt === 'unpaid'))
    return { purchases: 0, bought: 0, reversed: 0, balance: 0 }
  const bought = events[0]?.purchase?.credits ?? 0
  const back = Math.round(bought * Math.max(...events.map(({ refunded }) => refunded)))
  return { purchases: 1, bought, reversed: 0 - back, balance: bought - back }
}

function* permute<Value>(values: readonly Value[]): Generator<Value[]> {
  if (values.length === 0) yield []
  for (const [index, value] of values.entries()) {
    for (const rest of permute(values.toSpliced(index, 1))) yield [value, ...rest]
  }
}

describe('one order', () => {
  const events = [0, 0.01, 0.333, 0.5, 0.995, 1].map((refunded) => report(refunded))

  it('ends the same in all orders of up to six events, each once to three times', async () => {
    for (let length = 1; length <= events.length; length++) {
      const chosen = events.slice(0, length)
      let index = 0
      for (const order of permute(chosen)) {
        index++
        const { settle, findEnd } = setUp()
        for (const [place, event] of order.entries()) {
          for (let time = 0; time <= (index + place) % 3; time++) await settle(event)
        }
        expect(findEnd()).toEqual(expectEnd(chosen))
      }
    }
  })

  it('ends the same in all orders of what is paid, unpaid, fraudulent or given back in whatever words', async () => {
    const unpaid = [0, 0.4].map((refunded) => report(refunded, { doubt: 'unpaid' }))
    const doubtful = [report(), ...unpaid, report(0.2), report(1, { doubt: 'fraudulent' })]
    for (let chosen = 1; chosen < 2 ** doubtful.length; chosen++) {
      const events = doubtful.filter((_, index) => chosen & (2 ** index))
      for (const order of permute(events)) {
        const { settle, findEnd } = setUp()
        for (const event of order) await settle(event)
        expect(findEnd()).toEqual(expectEnd(events))
      }
    }
  })

  it('keeps what was given back before anybody was known to have bought it', async () => {
    const { store, settle, findEnd } = setUp()
    const { account: _account, ...nobodys } = report(0.4)
    expect(await settle(nobodys)).toEqual({ outcome: 'no-account', isNews: true })
    expect(await settle(nobodys)).toEqual({ outcome: 'no-account', isNews: false })
    await settle(report())
    expect(findEnd()).toEqual(expectEnd([report(), nobodys]))
    expect(await createUnclaimed({ ...store, clock: systemClock, hash }).list()).toEqual([])
  })

  it('credits whoever is linked while it is noted that nobody is', async () => {
    const store = createMemoryStore(ann)
    let isLinked = false
    const { findRecord } = store.records
    const records = {
      ...store.records,
      async findRecord(...named: Parameters<typeof findRecord>) {
        if (named[0] === 'unclaimed') isLinked = true
        return await findRecord(...named)
      },
    }
    const findBuyer = async () => (isLinked ? 'ann' : undefined)
    const { account: _, ...waiting } = report(0, { user: { platform: 'discord', user: '1' } })
    const { settle } = openBook({ ...store, records }, store.resolveAlias, findBuyer)
    expect(await settle(waiting)).toMatchObject({
      outcome: 'settled',
      bought: { payer: 'ann', isNew: true },
    })
    expect(store.entries).toMatchObject([{ wallet: 'ann', amount: 100 }])
  })

  const schedule = fc.record({
    credits: fc.integer({ min: 1, max: 1_000_000 }),
    total: fc.integer({ min: 1, max: 1_000_000 }),
    parts: fc.array(fc.nat(), { minLength: 1, maxLength: 6 }),
    doubts: fc.array(fc.constantFrom('unpaid', 'fraudulent', undefined), { minLength: 6, maxLength: 6 }),
    deliveries: fc.array(fc.nat({ max: 5 }), { maxLength: 18 }),
    parallel: fc.boolean(),
  })

  it('ends the same in 10,000 random sequences, also at the same time', async () => {
    await fc.assert(
      fc.asyncProperty(schedule, async ({ credits, total, parts, doubts, deliveries, parallel }) => {
        const events = parts.map((part, index) => {
          const doubt = doubts[index]
          const refunded = doubt === 'fraudulent' ? 1 : (part % (total + 1)) / total
          return report(refunded, { purchase: { pack: 'starter', credits }, ...(doubt && { doubt }) })
        })
        const delivered = [...events.keys(), ...deliveries.map((index) => index % events.length)]
        const { settle, findEnd } = setUp()
        const take = (index: number) => settle(events[index] ?? report())
        if (parallel) await Promise.all(delivered.toReversed().map(take))
        else for (const index of delivered.toReversed()) await take(index)
        expect(findEnd()).toEqual(expectEnd(events))
      }),
      { numRuns: 10_000 },
    )
  })

  it('ends the same when the process dies at any write and the events come again', async () => {
    const unpaid = report(0.6, { doubt: 'unpaid' })
    for (const order of [report(1), unpaid].flatMap((last) => [...permute([report(), report(0.4), last])])) {
      for (let writes = 0; writes <= 6; writes++) {
        const { store, settle, findEnd } = setUp()
        store.writesLeft = writes
        for (const event of order) await settle(event).catch(() => undefined)
        Object.assign(store, { down: false, writesLeft: Number.POSITIVE_INFINITY })
        for (const event of order) await settle(event)
        expect(findEnd()).toEqual(expectEnd(order))
      }
    }
  })
})

/** One store, as two processes have it. */
async function openTwice() {
  const file = join(createFolder(), 'store.sqlite')
  const stores = await Promise.all([createSqliteStore({ file }), createSqliteStore({ file })])
  onTestFinished(async () => void (await Promise.all(stores.map((store) => store.close()))))
  return stores
}

it('ends the same in a real store, with two processes at it', async () => {
  const stores = await openTwice()
  const books = stores.map((store) => openBook(store, async (id) => id))
  let orders = 0
  const deliveries = fc.array(fc.tuple(fc.nat({ max: 1 }), fc.constantFrom(0, 0.2, 0.7, 1)), {
    minLength: 1,
    maxLength: 8,
  })
  await fc.assert(
    fc.asyncProperty(deliveries, async (events) => {
      const account = `ann:${++orders}`
      const make = (refunded: number) => report(refunded, { order: account, account })
      await Promise.all(events.map(([process, refunded]) => books[process]?.settle(make(refunded))))
      const balance = (await stores[0]?.ledger.findLast(account))?.balance
      expect(balance).toBe(expectEnd(events.map(([, refunded]) => make(refunded))).balance)
    }),
    { numRuns: 200 },
  )
})

it('credits one wallet where two processes differ in who holds the account, as while it is merged', async () => {
  const stores = await openTwice()
  const [before, after] = stores.map((store, index) =>
    openBook(store, async (id) => (index === 0 ? id : `${id} merged`)),
  )
  for (let number = 1; number <= 30; number++) {
    const account = `ann:${number}`
    const make = (refunded: number) => report(refunded, { order: account, account })
    await Promise.all([before?.settle(make(0)), after?.settle(make(0.5)), before?.settle(make(0.2))])
    const entries = (await stores[0]?.ledger.listOrderEntries(`shop:${account}`)) ?? []
    expect(entries.filter(({ kind }) => kind === 'purchase')).toHaveLength(1)
    expect(entries.reduce((sum, { amount }) => sum + amount, 0)).toBe(50)
  }
})

it('says once that credits came, less what was already given back', async () => {
  const { settle } = setUp()
  expect(await settle(report(0.4))).toMatchObject({
    outcome: 'settled',
    bought: { payer: 'ann', credits: 60, isNew: true },
  })
  expect(await settle(report())).toMatchObject({ outcome: 'settled', bought: { isNew: false } })
  const { settle: settleOther } = setUp()
  expect(await settleOther(report(1))).toMatchObject({ outcome: 'settled', bought: { credits: 0 } })
})

it('keeps orders and providers apart', async () => {
  const { settle, findEnd } = setUp()
  for (const changes of [{}, { order: '2' }, { provider: 'other' }]) await settle(report(0, changes))
  expect(findEnd()).toEqual({ purchases: 3, bought: 300, reversed: 0, balance: 300 })
})

it('may take a balance below zero', async () => {
  const { store, settle } = setUp()
  await settle(report())
  const spend = { wallet: 'ann', key: 'spend:1', kind: 'spend', amount: -70, reference: '1' } as const
  await createLedger(store.ledger, systemClock).append(spend)
  await settle(report(1))
  expect(store.entries.at(-1)?.balance).toBe(-70)
})

describe('nobody gets credits', () => {
  it('for an account that is deleted or never was', async () => {
    const { store, settle } = setUp()
    expect(await settle(report(0, { account: 'bob' }))).toMatchObject({ outcome: 'no-account' })
    await settle(report(0, { order: '2' }))
    store.people.delete('ann')
    expect(await settle(report())).toMatchObject({ outcome: 'no-account' })
    expect(await settle(report(0, { order: '2' }))).toEqual({ outcome: 'settled', left: 100 })
    expect(store.entries).toHaveLength(1)
  })

  it('back, when the buyer has left since: what was given back is booked all the same, once', async () => {
    for (const refunds of [[report(0.3), report(1)], [report(1, { doubt: 'fraudulent' })]]) {
      const { store, settle, findEnd } = setUp()
      await settle(report())
      store.people.delete('ann')
      for (const refund of [...refunds, ...refunds]) await settle(refund)
      expect(await settle(report(1))).toEqual({ outcome: 'settled', left: 0 })
      expect(findEnd()).toEqual(expectEnd([report(), ...refunds]))
      expect(store.people.size).toBe(0)
    }
  })

  it('for what we do not sell; but what we sold once can still be given back', async () => {
    const { store, settle, findEnd } = setUp()
    const { purchase: _purchase, ...unknown } = report(1)
    expect(await settle(unknown)).toEqual({ outcome: 'no-pack', isNews: true })
    expect(store.entries).toEqual([])
    await settle(report())
    expect(await settle(unknown)).toMatchObject({ outcome: 'settled' })
    expect(findEnd().balance).toBe(0)
  })

  it('a second time, when the order comes back under another account', async () => {
    const { store, settle } = setUp()
    store.people.set('bob', { id: 'bob', createdAt: 0 })
    await settle(report())
    await settle(report(0, { account: 'bob' }))
    expect(store.entries.map(({ wallet }) => wallet)).toEqual(['ann'])
  })
})
