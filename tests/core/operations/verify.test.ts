/** Whatever is wrong with the books is found, and nothing that is right. */
import { describe, expect, it } from 'vitest'
import type { Entry } from '#core/credits/ledger-store.ts'
import { type StorePlace, useStore } from '#tests/contracts/store.ts'
import { createDelivered, createEntry, createGeneration, record } from '#tests/contracts/store-records.ts'
import { createMongoPlace, createSqlitePlace } from '../store/places.ts'
import { createRig, now } from './ledgers.ts'

function testVerify(createPlace: () => Promise<StorePlace>): void {
  const rig = useStore(createPlace)
  const setUp = async () => {
    const books = createRig(rig.store)
    return { ...books, ada: await books.open('ada'), bob: await books.open('bob') }
  }
  type Books = Awaited<ReturnType<typeof setUp>>

  it('finds nothing wrong with right books', async () => {
    const { listFaults } = await setUp()
    const { faults, found } = await listFaults()
    expect(faults).toEqual([])
    const credits = { grant: 200, spend: -40, refund: 20 }
    expect(found).toEqual({ wallets: 2, entries: 8, generations: 4, deleted: 0, faults: 0, credits })
  })

  it('takes for right what a bot at work, an author and an operator leave', async () => {
    const { operations, spend, refund, ledger, ada, bob, listFaults } = await setUp()
    const young = { createdAt: now - 60_000 }
    await spend(await record(rig.store, createGeneration({ owner: 'ada', ...young })))
    await record(rig.store, createGeneration({ owner: 'ada', status: 'recorded', ...young }))
    const failing = await record(rig.store, createGeneration({ owner: 'ada', status: 'failing', ...young }))
    await spend(failing)
    await refund(failing)
    await record(rig.store, createDelivered({ owner: 'ada', price: 0, repeatOf: ada.delivered.id }))
    await operations.refund(ada.delivered.id)
    await rig.store.generations.remove(bob.delivered.id, 'bob')
    await ledger.append({ wallet: 'ada', key: 'p', kind: 'purchase', amount: 50, reference: 'shop:1' })
    await ledger.append({ wallet: 'ada', key: 'r', kind: 'reversal', amount: -50, reference: 'shop:1' })
    expect(await listFaults()).toMatchObject({ faults: [], found: { deleted: 1 } })
  })

  it('follows accounts that were merged', async () => {
    const { operations, ledger, refund, bob, listFaults } = await setUp()
    const { records, owned } = rig.store
    await records.insertRecord({ kind: 'merged', key: 'bob', owner: 'ada', body: {} }, now)
    await owned.move('bob', 'ada')
    await rig.store.accounts.deleteAccount('bob')
    const move = { key: 'merge:bob:1', kind: 'transfer', reference: 'merge' } as const
    await ledger.append({ ...move, wallet: 'bob', amount: -90 })
    expect((await listFaults()).faults).toEqual([{ fault: 'transfers', sum: -90 }])
    await ledger.append({ ...move, wallet: 'ada', amount: 90 })
    expect(await operations.refund(bob.delivered.id)).toMatchObject({ outcome: 'refunded', payer: 'ada' })
    expect(await operations.refund(bob.delivered.id)).toMatchObject({ outcome: 'known' })
    expect((await listFaults()).faults).toEqual([])
    await refund({ ...bob.delivered, owner: 'bob' })
    const twice = { fault: 'generation', generation: bob.delivered.id, spends: 1, refunds: 2 }
    expect((await listFaults()).faults).toMatchObject([twice])
  })

  it('finds what went back to whoever had taken an account over, also where they have left since', async () => {
    const { operations, ledger, ada, bob, listFaults } = await setUp()
    const { accounts, generations, records, owned } = rig.store
    await records.insertRecord({ kind: 'merged', key: 'bob', owner: 'ada', body: {} }, now)
    await owned.move('bob', 'ada')
    await operations.refund(bob.delivered.id)
    await records.removeRecord('merged', 'bob')
    for (const { id } of [ada, bob].flatMap(Object.values<{ id: string }>))
      await generations.remove(id, 'ada')
    expect((await listFaults()).faults).toMatchObject([{ fault: 'refund', generation: bob.delivered.id }])
    for (const account of ['ada', 'bob']) await accounts.deleteAccount(account)
    expect((await listFaults()).faults).toEqual([])
    const unpaid = { wallet: 'ada', key: 'refund:x', kind: 'refund', amount: 5, reference: 'x' } as const
    await ledger.append(unpaid)
    expect((await listFaults()).faults).toMatchObject([{ fault: 'refund', generation: 'x' }])
  })

  /** Writes an entry past the ledger's own rules, after ada's four. */
  const force = (parts: Partial<Entry>) =>
    rig.store.dump.entries.writeAll([createEntry({ sequence: 5, key: 'forced', balance: 90, ...parts })])

  const forceRefund = (id: string, parts: Partial<Entry>) =>
    force({ kind: 'refund', key: `refund:${id}`, reference: id, ...parts })

  const planted: readonly (readonly [string, (books: Books) => Promise<unknown>])[] = [
    ['sequence', () => force({ sequence: 6, amount: 5, balance: 95 })],
    ['balance', () => force({ amount: 5, balance: 90 })],
    ['amount', () => forceRefund('x', { amount: -5, balance: 85 })],
    ['overdrawn', () => force({ kind: 'transfer', amount: -100, balance: -10 })],
    ['key', ({ ada }) => force({ kind: 'refund', reference: ada.delivered.id, amount: 10, balance: 100 })],
    ['price', ({ ada: { delivered } }) => forceRefund(delivered.id, { amount: 9, balance: 99 })],
    ['refund', () => forceRefund('x', { amount: 10, balance: 100 })],
    ['order', () => force({ kind: 'reversal', reference: 'shop:9', amount: -10, balance: 80 })],
    ['transfers', () => force({ kind: 'transfer', amount: -10, balance: 80 })],
    ['no-end', ({ spend }) => record(rig.store, createGeneration({ owner: 'ada' })).then(spend)],
    ['generation', () => record(rig.store, createDelivered({ owner: 'ada' }))],
    ['generation', ({ spend }) => record(rig.store, createGeneration({ status: 'refunded' })).then(spend)],
    [
      'generation',
      async ({ spend }) => spend({ ...(await record(rig.store, createDelivered({ price: 0 }))), price: 10 }),
    ],
  ]

  it.each(planted)('finds a planted fault: %s', async (fault, plant) => {
    const books = await setUp()
    await plant(books)
    const { faults, found } = await books.listFaults()
    expect(faults.map((each) => each.fault)).toContain(fault)
    expect(found.faults).toBe(faults.length)
    const whose = faults.flatMap((fault) =>
      'wallet' in fault ? fault.wallet : 'owner' in fault ? fault.owner : [],
    )
    expect(whose.filter((each) => each !== 'ada')).toEqual([])
  })

  it('goes through more than one batch', async () => {
    const { listFaults, ledger } = await setUp()
    await ledger.append({ wallet: 'ada', key: 'g', kind: 'grant', amount: 50_000, reference: 'g' })
    const delivered = Array.from({ length: 600 }, () => createDelivered({ owner: 'ada' }))
    await rig.store.dump.generations.writeAll(delivered)
    const spends = delivered.toSpliced(550, 1).map(({ id: reference }, index) => {
      const place = { sequence: 6 + index, balance: 50_080 - 10 * index }
      return createEntry({ ...place, key: `spend:${reference}`, kind: 'spend', amount: -10, reference })
    })
    await rig.store.dump.entries.writeAll(spends)
    const { faults, found } = await listFaults()
    expect(found).toMatchObject({ generations: 604, entries: 608 })
    expect(faults).toMatchObject([{ fault: 'generation', spends: 0 }])
  })
}

describe('verify on SQLite', () => testVerify(createSqlitePlace))
describe.skipIf(!process.env.MONGODB_URI)('verify on MongoDB', () => testVerify(createMongoPlace))
