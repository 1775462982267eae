/** Orders that credit nobody: an operator finds them, settles each under its own key, and takes grants back. */
import { describe, expect, it } from 'vitest'
import { type StorePlace, useStore } from '#tests/contracts/store.ts'
import { openPurchases, openShop, packs, tell } from '#tests/core/payments/shop.ts'
import type { Order } from '#tests/standins/lemonsqueezy/orders.ts'
import { createMongoPlace, createSqlitePlace } from '../store/places.ts'
import { clock, createRig } from './ledgers.ts'

function testOrders(createPlace: () => Promise<StorePlace>): void {
  const rig = useStore(createPlace)

  async function setUp() {
    const { standin, payments } = await openShop()
    const books = createRig(rig.store, { providers: [payments] })
    const { store } = rig
    for (const account of ['ada', 'bob']) await books.open(account)
    const resolveAlias = async (id: string) => (await store.accounts.findAccount({ id }))?.id
    const purchases = openPurchases({ ...store, resolveAlias }, [payments], { clock })
    const url = await payments.createCheckout({
      account: 'gone',
      pack: packs[0] ?? { name: '', credits: 0, price: '' },
      returnUrl: 'https://bot.example/',
      expiresAt: Date.now() + 60_000,
    })
    return {
      ...books,
      ...books.operations,
      standin,
      pay: (changes: Partial<Order> = {}) => standin.pay(url, changes),
      tell: (order: Order) => tell(purchases, standin, order),
      listIds: async () =>
        (await books.operations.orders.list({ unclaimed: true })).orders.map(({ order }) => order),
    }
  }

  it('lists what was paid and credits nobody, by webhook or at the provider alone, and nothing else', async () => {
    const { orders, standin, pay, tell, listIds } = await setUp()
    const [told, silent, claimed, returned] = [pay(), pay(), pay(), pay()]
    for (const status of ['pending', 'failed', 'fraudulent'] as const) await tell(pay({ status }))
    for (const order of [told, returned]) await tell(order)
    await tell({ ...claimed, custom: { account_id: 'ada' } })
    await tell({ ...returned, refundedAmount: 500, status: 'refunded' })
    standin.refund(returned.id)
    expect((await listIds()).sort()).toEqual([told.id, silent.id])
    expect((await orders.list({ limit: 2 })).orders).toHaveLength(2)
    standin.behave({ kind: 'error', status: 401 })
    const all = await orders.list({ unclaimed: true })
    expect(all).toMatchObject({ wasAsked: false, orders: [{ order: told.id }] })
    expect(await orders.listNoted()).toMatchObject([{ order: told.id, why: 'no-account' }])
  })

  it('settles one once; a late webhook credits nothing, and a refund takes it back once', async () => {
    const { orders, standin, pay, tell, ledger, listIds, listFaults } = await setUp()
    const order = pay()
    await tell(order)
    const request = { order: order.id, who: 'ada' }
    const all = await Promise.all(Array.from({ length: 5 }, () => orders.settle(request)))
    for (const each of all) expect(each).toMatchObject({ account: 'ada', credits: 100, balance: 190 })
    expect(await orders.settle(request)).toMatchObject({ outcome: 'known', balance: 190 })
    expect(await orders.settle({ ...request, who: 'bob' })).toEqual({ outcome: 'claimed', account: 'ada' })
    expect(await listIds()).toEqual([])
    for (const account of ['bob', 'gone', 'ada']) await tell({ ...order, custom: { account_id: account } })
    expect([await ledger.findBalance('ada'), await ledger.findBalance('bob')]).toEqual([190, 90])
    const refunded = standin.refund(order.id, 200)
    for (let time = 0; time < 3; time++) await tell(refunded)
    expect(await ledger.findBalance('ada')).toBe(150)
    expect(await orders.settle(request)).toMatchObject({ outcome: 'known', credits: 60 })
    expect((await listFaults()).faults).toEqual([])
  })

  it('credits less what was given back by then, also where the provider cannot be asked', async () => {
    const { orders, standin, pay, tell, ledger } = await setUp()
    const [one, other] = [pay({ refundedAmount: 125 }), pay()]
    expect(await orders.settle({ order: one.id, who: 'ada' })).toMatchObject({ credits: 75 })
    await tell({ ...other, refundedAmount: 250 })
    await tell(other)
    standin.behave({ kind: 'error', status: 401 })
    const named = await orders.settle({ order: `lemonsqueezy:${other.id}`, who: 'ada' })
    expect(named).toMatchObject({ credits: 50 })
    expect(await ledger.findBalance('ada')).toBe(215)
    standin.behave({ kind: 'error', status: 401 })
    const trouble = { code: 'provider-trouble', data: { problem: 'refused' } }
    await expect(orders.settle({ order: pay().id, who: 'ada' })).rejects.toMatchObject(trouble)
  })

  it('refuses what is not paid, given back, of unknown worth, or not there; the worth can be said', async () => {
    const { orders, pay } = await setUp()
    const settle = (changes: Partial<Order>, who = 'ada') => orders.settle({ order: pay(changes).id, who })
    expect(await settle({ status: 'pending' })).toEqual({ outcome: 'doubt', doubt: 'unpaid' })
    expect(await settle({ status: 'fraudulent' })).toEqual({ outcome: 'doubt', doubt: 'fraudulent' })
    expect(await settle({ refundedAmount: 500 })).toEqual({ outcome: 'given-back' })
    expect(await settle({}, 'nobody')).toEqual({ outcome: 'no-account' })
    expect(await orders.settle({ order: '1', who: 'ada' })).toEqual({ outcome: 'not-found' })
    const order = pay({ variant: 999 }).id
    expect(await orders.settle({ order, who: 'ada' })).toEqual({ outcome: 'no-pack' })
    const said = await orders.settle({ order, who: 'ada', credits: 7 })
    expect(said).toMatchObject({ outcome: 'settled', credits: 7 })
  })

  it('takes a grant back once, as much of it as is left, and out of the wallet that has it now', async () => {
    const { grant, undoGrant, ledger, listFaults } = await setUp()
    const gift = { credits: 30, reason: 'r' }
    for (const who of ['ada', 'bob']) await grant({ ...gift, who, key: 'july' })
    const all = await Promise.all(Array.from({ length: 5 }, () => undoGrant('ada', 'july')))
    for (const each of all) expect(each).toMatchObject({ granted: 30, taken: 30, balance: 90 })
    expect(await undoGrant('ada', 'grant:july')).toMatchObject({ outcome: 'known', balance: 90 })
    await ledger.append({ wallet: 'bob', key: 'spend:x', kind: 'spend', amount: -110, reference: 'x' })
    expect(await undoGrant('bob', 'july')).toMatchObject({ outcome: 'undone', taken: 10, balance: 0 })
    await grant({ ...gift, who: 'bob', key: 'may' })
    await ledger.append({ wallet: 'bob', key: 'spend:y', kind: 'spend', amount: -30, reference: 'y' })
    expect(await undoGrant('bob', 'may')).toMatchObject({ outcome: 'spent', balance: 0 })
    expect(await undoGrant('ada', 'may')).toEqual({ outcome: 'not-found' })
    await grant({ who: 'bob', credits: 20, reason: 'r', key: 'grant:june' })
    await grant({ who: 'bob', credits: 3, reason: 'r', key: 'june' })
    expect(await undoGrant('bob', 'grant:june')).toMatchObject({ outcome: 'undone', taken: 20 })
    expect(await undoGrant('bob', 'june')).toMatchObject({ outcome: 'undone', taken: 3 })
    await ledger.append({ wallet: 'bob', key: 'welcome', kind: 'grant', amount: 9, reference: 'welcome' })
    expect(await undoGrant('bob', 'welcome')).toEqual({ outcome: 'not-found' })
    expect(await undoGrant('nobody', 'may')).toEqual({ outcome: 'no-account' })
    await rig.store.records.insertRecord({ kind: 'merged', key: 'old', owner: 'ada', body: {} }, clock.now())
    await ledger.append({ wallet: 'old', key: 'grant:k', kind: 'grant', amount: 5, reference: 'r' })
    expect(await undoGrant('old', 'k')).toMatchObject({ account: 'ada', taken: 5, balance: 85 })
    expect(await undoGrant('ada', 'k')).toMatchObject({ outcome: 'known', balance: 85 })
    expect((await listFaults()).faults).toEqual([])
    const forged = { wallet: 'ada', key: 'back:grant:june', reference: 'ada:grant:june', amount: -1 }
    await ledger.append({ ...forged, kind: 'reversal' })
    expect((await listFaults()).faults).toMatchObject([{ fault: 'taken-back', amount: -1, granted: 0 }])
  })
}

describe('on SQLite', () => testOrders(createSqlitePlace))
describe.skipIf(!process.env.MONGODB_URI)('on MongoDB', () => testOrders(createMongoPlace))
