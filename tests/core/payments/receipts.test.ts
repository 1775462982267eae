/** Receipts: whose they are, and where they lead. */
import { expect, it } from 'vitest'
import { back, setUp } from './counter.ts'
import { createPlatformShop } from './platform.ts'
import { ann, sellThrough } from './shop.ts'

const bob = { id: 'bob', email: 'bob@example.com', createdAt: 0 }
const provider = 'lemonsqueezy'

async function openWorld() {
  const world = await setUp(createPlatformShop())
  world.store.people.set('bob', bob)
  const purchases = await world.open()
  return {
    ...world,
    purchases,
    find: (who: string, order: string) => purchases.findReceipt(who, { provider, order }),
  }
}

it('is looked up each time, for whoever bought it, and for nobody else', async () => {
  const { purchases, buy, tell, find } = await openWorld()
  const order = await buy(purchases)
  await expect(find('ann', order.id)).rejects.toMatchObject({ code: 'not-found' })
  await tell(purchases, order)
  const [one, another] = [await find('ann', order.id), await find('ann', order.id)]
  expect(one).toMatch(/^https:\/\/app\.lemonsqueezy\.com\/my-orders\/.+signature=/)
  expect(one).not.toBe(another)
  await expect(find('bob', order.id)).rejects.toMatchObject({ code: 'not-found' })
  await expect(find('ann', '1')).rejects.toMatchObject({ code: 'not-found' })
})

it.each([
  'http://app.lemonsqueezy.com/my-orders/1',
  'https://app.lemonsqueezy.com.evil.example/1',
  'https://notlemonsqueezy.com/1',
  'https://lemonsqueezy.com@evil.example/1',
  'https://ann:secret@lemonsqueezy.com/1',
  'https://app.lemonsqueezy.com:8443/1',
  'https://evil.example/?lemonsqueezy.com',
  'javascript:alert(1)//.lemonsqueezy.com',
  '//app.lemonsqueezy.com/1',
  '',
  null,
])('never leads to %j', async (receipt) => {
  const { standin, clock } = await setUp()
  const url = await sellThrough(standin).createCheckout({
    account: 'ann',
    pack: { name: 'starter', credits: 100, price: '$5', variant: '101' },
    returnUrl: back,
    expiresAt: clock.now() + 60_000,
  })
  const { id } = standin.pay(url, { receipt })
  expect(await sellThrough(standin).findReceipt?.(id)).toBeUndefined()
})

it('is in trouble as the seller is, and absent where the seller has forgotten the order', async () => {
  const { standin, purchases, buy, tell, find } = await openWorld()
  const order = await buy(purchases)
  await tell(purchases, order)
  standin.behave({ kind: 'error', status: 401 })
  await expect(find('ann', order.id)).rejects.toMatchObject({ code: 'provider-trouble' })
  standin.orders.delete(order.id)
  expect(await find('ann', order.id)).toBeUndefined()
})

it('is of the buyer alone, where a team has the credits: also found by the checkout, and kept through a refund', async () => {
  const { standin, store, clock, purchases, look, tell, find } = await openWorld()
  const open = () => purchases.openCheckout(ann, 'starter', back, { team: 'slack:T1' })
  const told = standin.pay(await open(), { email: 'whoever@example.com' })
  await tell(purchases, told)
  await purchases.openCheckout(ann, 'team', back)
  clock.advance(60_000)
  const found = standin.pay(await open())
  await look()
  for (const { id } of [told, found]) {
    expect(await find('ann', id)).toContain('https://app.lemonsqueezy.com/')
    await expect(find('bob', id)).rejects.toMatchObject({ code: 'not-found' })
  }
  await tell(purchases, standin.refund(told.id), 'order_refunded')
  const listed = (await purchases.listTeamOrders('ann')).map(({ amount, reference }) => [reference, amount])
  expect(listed).toEqual([
    [`lemonsqueezy:${found.id}`, 100],
    [`lemonsqueezy:${told.id}`, -100],
    [`lemonsqueezy:${told.id}`, 100],
  ])
  expect(await purchases.listTeamOrders('bob')).toEqual([])
  expect(store.entries.filter(({ kind }) => kind === 'purchase')).toHaveLength(2)
})

it('names nobody as the buyer for a team whose account is gone', async () => {
  const { standin, store, clock, purchases, tell } = await openWorld()
  const order = standin.pay(await purchases.openCheckout(ann, 'starter', back, { team: 'slack:T1' }))
  store.people.delete('ann')
  await tell(purchases, order)
  expect(await store.records.listRecords('team-order', undefined, clock.now())).toEqual([])
})

it('is said to be had of whoever sold it', async () => {
  const { purchases } = await openWorld()
  const describe = (reference: string, kind: 'purchase' | 'reversal' = 'purchase') =>
    purchases.describeReceipt({ kind, reference })
  expect(describe('lemonsqueezy:90001')).toEqual({
    kind: 'page',
    path: '/account/receipts/lemonsqueezy/90001',
  })
  expect(describe('discord:1:2')).toEqual({ kind: 'seller', title: 'Discord' })
  expect(describe('lemonsqueezy:90001', 'reversal')).toBeUndefined()
  expect([describe('gone:1'), describe('1'), describe('test:1')]).toEqual([undefined, undefined, undefined])
})
