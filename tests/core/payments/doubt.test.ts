/** Orders that are not paid any more, and those that credit nobody: the operator hears of both. */
import { createHmac } from 'node:crypto'
import { describe, expect, it } from 'vitest'
import type { Purchases } from '#core/payments/purchases.ts'
import { type Order, renderWebhook } from '#tests/standins/lemonsqueezy/orders.ts'
import { ann, back, minute, setUp } from './counter.ts'

describe('an order that was credited and is not paid any more', () => {
  const takeWebhook = async (
    { standin }: Pick<Awaited<ReturnType<typeof setUp>>, 'standin'>,
    purchases: Purchases,
    order: Order,
  ) => {
    const text = renderWebhook('order_refunded', order, standin.baseUrl)
    const signature = createHmac('sha256', standin.webhookSecret).update(text).digest('hex')
    return await purchases.receiveWebhook('lemonsqueezy', new TextEncoder().encode(text), () => signature)
  }

  it.each([
    ['failed', 'unpaid', 100],
    ['pending', 'unpaid', 100],
    ['fraudulent', 'fraudulent', 0],
  ] as const)(
    'tells the operator once that it is %s, by webhook and by the list',
    async (status, doubt, left) => {
      const world = await setUp()
      const purchases = world.start()
      await world.finishLooks(1)
      const order = world.standin.pay(await purchases.openCheckout(ann, 'starter', back))
      expect(await takeWebhook(world, purchases, order)).toBe('done')
      order.status = status
      for (let time = 0; time < 3; time++) await takeWebhook(world, purchases, order)
      await purchases.stop()
      world.start(undefined, 'second')
      await world.finishLooks(2)
      expect(world.errors).toEqual([
        [
          'An order was credited, and is not paid any more',
          expect.objectContaining({ order: order.id, doubt, left }),
        ],
      ])
      expect(world.doubts).toEqual([`lemonsqueezy ${doubt}`])
      expect(world.store.entries.at(-1)?.balance).toBe(left)
    },
  )

  it('is found by the list alone', async () => {
    const world = await setUp()
    const purchases = world.start()
    await world.finishLooks(1)
    const order = world.standin.pay(await purchases.openCheckout(ann, 'starter', back))
    world.clock.advance(10 * minute)
    await world.finishLooks(2)
    order.status = 'failed'
    world.clock.advance(10 * minute)
    await world.finishLooks(3)
    expect(world.doubts).toEqual(['lemonsqueezy unpaid'])
  })

  it('is not one that was never credited, or not paid yet', async () => {
    const world = await setUp()
    const purchases = world.start()
    await world.finishLooks(1)
    const order = world.standin.pay(await purchases.openCheckout(ann, 'starter', back), { status: 'pending' })
    await takeWebhook(world, purchases, order)
    order.status = 'fraudulent'
    await takeWebhook(world, purchases, order)
    expect([world.errors, world.doubts]).toEqual([[], []])
    expect(world.store.entries.at(-1)?.balance ?? 0).toBe(0)
  })
})

it('counts paid orders that credit nobody, until somebody is credited or all is given back', async () => {
  const { standin, start, finishLooks, clock, store } = await setUp()
  const purchases = start()
  await finishLooks(1)
  const url = await purchases.openCheckout(ann, 'starter', back)
  const orders = ['ben', 'cleo'].map((name) => standin.pay(url, { email: `${name}@example.com` }))
  standin.pay(url, { status: 'pending', email: 'dan@example.com' })
  clock.advance(10 * minute)
  await finishLooks(2)
  expect(await purchases.countUnclaimed()).toEqual({ lemonsqueezy: 2 })
  standin.refund(orders[0]?.id ?? '')
  clock.advance(10 * minute)
  await finishLooks(3)
  expect(await purchases.countUnclaimed()).toEqual({ lemonsqueezy: 1 })
  expect(store.entries).toEqual([])
})
