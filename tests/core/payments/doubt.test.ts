/** Orders that are not paid any more, and those that credit nobody: the operator hears of both. */
import { describe, expect, it } from 'vitest'
import { back, setUp } from './counter.ts'
import { ann } from './shop.ts'

describe('an order that was credited and is not paid any more', () => {
  it.each([
    ['failed', 'unpaid', 100],
    ['pending', 'unpaid', 100],
    ['fraudulent', 'fraudulent', 0],
  ] as const)(
    'tells the operator once that it is %s, by webhook and by the list',
    async (status, doubt, left) => {
      const { start, open, buy, tell, finishLooks, errors, doubts, store } = await setUp()
      const purchases = await open()
      const order = await buy(purchases)
      expect(await tell(purchases, order, 'order_refunded')).toBe('done')
      order.status = status
      for (let time = 0; time < 3; time++) await tell(purchases, order, 'order_refunded')
      await purchases.stop()
      start('second')
      await finishLooks(2)
      const fields = expect.objectContaining({ order: order.id, doubt, left })
      expect(errors).toEqual([['An order was credited, and is not paid any more', fields]])
      expect(doubts).toEqual([`lemonsqueezy ${doubt}`])
      expect(store.entries.at(-1)?.balance).toBe(left)
    },
  )

  it('is found by the list alone', async () => {
    const { open, buy, look, doubts } = await setUp()
    const order = await buy(await open())
    await look()
    order.status = 'failed'
    await look()
    expect(doubts).toEqual(['lemonsqueezy unpaid'])
  })

  it('is not one that was never credited, or not paid yet', async () => {
    const { open, buy, tell, errors, doubts, store } = await setUp()
    const purchases = await open()
    const order = await buy(purchases, { status: 'pending' })
    await tell(purchases, order, 'order_refunded')
    order.status = 'fraudulent'
    await tell(purchases, order, 'order_refunded')
    expect([errors, doubts]).toEqual([[], []])
    expect(store.entries.at(-1)?.balance ?? 0).toBe(0)
  })
})

it('counts paid orders that credit nobody, until somebody is credited or all is given back', async () => {
  const { standin, open, look, store } = await setUp()
  const purchases = await open()
  const url = await purchases.openCheckout(ann, 'starter', back)
  const orders = ['ben', 'cleo'].map((name) => standin.pay(url, { email: `${name}@example.com` }))
  standin.pay(url, { status: 'pending', email: 'dan@example.com' })
  await look()
  expect(await purchases.countUnclaimed()).toEqual({ lemonsqueezy: 2 })
  standin.refund(orders[0]?.id ?? '')
  await look()
  expect(await purchases.countUnclaimed()).toEqual({ lemonsqueezy: 1 })
  expect(store.entries).toEqual([])
})
