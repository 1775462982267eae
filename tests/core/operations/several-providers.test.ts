/** An operator's view of the orders of several providers: all are listed, each is settled under its own name. */
import { expect, it } from 'vitest'
import { createUnclaimed } from '#core/payments/unclaimed.ts'
import { useStore } from '#tests/contracts/store.ts'
import { createPlatformShop } from '#tests/core/payments/platform.ts'
import { createSqlitePlace } from '../store/places.ts'
import { clock, createRig } from './ledgers.ts'

const rig = useStore(createSqlitePlace)

async function setUp() {
  const shops = { one: createPlatformShop('one'), other: createPlatformShop('other') }
  const books = createRig(rig.store, { providers: [shops.one, shops.other] })
  for (const account of ['ada', 'bob']) await books.open(account)
  const sell = (provider: keyof typeof shops, order: string, createdAt: number, credits = 100) => {
    const purchase = { pack: 'starter', credits }
    shops[provider].orders.unshift({ provider, order, purchase, refunded: 0, createdAt })
  }
  const { orders } = books.operations
  const list = async (wanted: Parameters<typeof orders.list>[0]) => {
    const { orders: found, ...rest } = await orders.list(wanted)
    return { found: found.map(({ provider, order }) => `${provider}:${order}`), ...rest }
  }
  return { ...books, orders, shops, sell, list }
}

it('lists the orders of all, newest first, and says who did not answer', async () => {
  const { shops, sell, list } = await setUp()
  sell('one', '1', 1)
  sell('other', '2', 2)
  sell('one', '3', 3)
  sell('other', '1', 4)
  const all = ['other:1', 'one:3', 'other:2', 'one:1']
  expect(await list({ unclaimed: true })).toEqual({ found: all, wasAsked: true, silent: [] })
  expect((await list({ limit: 2 })).found).toEqual(all.slice(0, 2))
  shops.one.away = true
  const rest = { found: ['other:1', 'other:2'], wasAsked: false, silent: ['one'] }
  expect(await list({ unclaimed: true })).toEqual(rest)
})

it('settles what one alone has by its number, and what several have by the name of one', async () => {
  const { orders, sell, ledger, listFaults } = await setUp()
  sell('one', '1', 1)
  sell('other', '1', 1, 500)
  sell('other', '2', 2)
  const ambiguous = { outcome: 'ambiguous', orders: ['one:1', 'other:1'] }
  expect(await orders.settle({ order: '1', who: 'ada' })).toEqual(ambiguous)
  expect(await orders.settle({ order: '#2', who: 'ada' })).toMatchObject({ outcome: 'settled', credits: 100 })
  expect(await orders.settle({ order: 'other:1', who: 'ada' })).toMatchObject({ credits: 500 })
  expect(await orders.settle({ order: 'one:1', who: 'bob' })).toMatchObject({ credits: 100 })
  expect(await orders.settle({ order: '2', who: 'bob' })).toEqual({ outcome: 'claimed', account: 'ada' })
  for (const order of ['3', 'one:2', 'nobody:1'])
    expect(await orders.settle({ order, who: 'ada' })).toEqual({ outcome: 'not-found' })
  expect([await ledger.findBalance('ada'), await ledger.findBalance('bob')]).toEqual([690, 190])
  expect((await listFaults()).faults).toEqual([])
})

it('settles one’s orders while another is away, by name; and what was noted of a provider that is gone', async () => {
  const { orders, shops, sell } = await setUp()
  sell('one', '1', 1)
  shops.other.away = true
  await expect(orders.settle({ order: '1', who: 'ada' })).rejects.toMatchObject({ code: 'provider-trouble' })
  expect(await orders.settle({ order: 'one:1', who: 'ada' })).toMatchObject({ outcome: 'settled' })
  const gone = { provider: 'gone', order: '7', purchase: { pack: 'starter', credits: 9 }, refunded: 0 }
  const unclaimed = createUnclaimed({ records: rig.store.records, clock, hash: async () => '' })
  await unclaimed.note({ ...gone, createdAt: 1 }, 'no-account')
  shops.other.away = false
  expect(await orders.listNoted()).toMatchObject([{ provider: 'gone', order: '7' }])
  expect(await orders.settle({ order: '7', who: 'bob' })).toMatchObject({ outcome: 'settled', credits: 9 })
  expect(await orders.listNoted()).toEqual([])
})
