/** Buying from the checkout to the ledger: who is credited, who is told, and what the reconciler finds. */
import { createHmac } from 'node:crypto'
import { expect, it, vi } from 'vitest'
import { renderWebhook } from '#tests/standins/lemonsqueezy/orders.ts'
import { ann, back, minute, setUp } from './counter.ts'

it('refuses a pack that is not sold, and leaves no checkout', async () => {
  const { standin, start } = await setUp()
  await expect(start().openCheckout(ann, 'gold', back)).rejects.toMatchObject({ code: 'no-pack' })
  expect(standin.checkouts.size).toBe(0)
})

it('finds at start what was paid while nothing ran, and tells the buyer once', async () => {
  const { standin, start, findAmounts, finishLooks, clock } = await setUp()
  const purchases = start()
  standin.pay(await purchases.openCheckout(ann, 'starter', back), { email: 'ann@EXAMPLE.com' })
  await purchases.stop()
  const told: unknown[] = []
  start(async (account, credits) => void told.push([account, credits]))
  await vi.waitFor(() => expect(told).toEqual([['ann', 100]]))
  await finishLooks(2)
  clock.advance(10 * minute)
  await finishLooks(3)
  expect(findAmounts()).toEqual([['ann', 100]])
  expect(told).toHaveLength(1)
})

it('does not credit an order that was not begun here, though its buyer has an account', async () => {
  const { standin, start, findAmounts, finishLooks, clock } = await setUp()
  const purchases = start()
  await finishLooks(1)
  const url = await purchases.openCheckout(ann, 'starter', back)
  standin.pay(url, { variant: 102 })
  standin.pay(url, { email: 'ben@example.com' })
  standin.pay(url, { createdAt: clock.now() - 60 * minute })
  standin.pay(url, { createdAt: clock.now() + 25 * 60 * minute })
  clock.advance(10 * minute)
  await finishLooks(2)
  expect(findAmounts()).toEqual([])
})

it('finds an order that was begun before the last look, and paid after it', async () => {
  const { standin, start, findAmounts, finishLooks, clock } = await setUp()
  const purchases = start()
  await finishLooks(1)
  const url = await purchases.openCheckout(ann, 'starter', back)
  const createdAt = clock.now()
  clock.advance(10 * minute)
  await finishLooks(2)
  standin.pay(url, { createdAt })
  clock.advance(10 * minute)
  await finishLooks(3)
  expect(findAmounts()).toEqual([['ann', 100]])
})

it('finds refunds of old orders in the daily look at all there are', async () => {
  const { standin, start, findAmounts, finishLooks, countLooks, clock } = await setUp()
  const purchases = start()
  await finishLooks(1)
  const order = standin.pay(await purchases.openCheckout(ann, 'starter', back))
  clock.advance(10 * minute)
  await finishLooks(2)
  for (let hour = 0; hour < 24; hour++) {
    const looks = countLooks()
    clock.advance(60 * minute)
    await finishLooks(looks + 1)
  }
  standin.refund(order.id, 200)
  const looks = countLooks()
  clock.advance(24 * 60 * minute)
  await finishLooks(looks + 1)
  expect(findAmounts()).toEqual([
    ['ann', 100],
    ['ann', -40],
  ])
})

it('puts a refund of an old order right at the next look after its webhook found the store down', async () => {
  const { store, standin, start, findAmounts, finishLooks, countLooks, clock } = await setUp()
  const purchases = start()
  await finishLooks(1)
  const order = standin.pay(await purchases.openCheckout(ann, 'starter', back))
  clock.advance(10 * minute)
  await finishLooks(2)
  for (let hours = 0; hours < 73; hours += 12) {
    const looks = countLooks()
    clock.advance(12 * 60 * minute)
    await finishLooks(looks + 1)
  }
  standin.refund(order.id, 200)
  const text = renderWebhook('order_refunded', standin.orders.get(order.id) ?? order, standin.baseUrl)
  const signature = createHmac('sha256', standin.webhookSecret).update(text).digest('hex')
  store.down = true
  const taken = purchases.receiveWebhook('lemonsqueezy', new TextEncoder().encode(text), () => signature)
  await expect(taken).rejects.toMatchObject({ code: 'store-unavailable' })
  store.down = false
  const looks = countLooks()
  clock.advance(10 * minute)
  await finishLooks(looks + 1)
  expect(findAmounts()).toEqual([
    ['ann', 100],
    ['ann', -40],
  ])
})

it('goes through all orders again after a look that failed', async () => {
  const { store, standin, start, findAmounts, finishLooks, countLooks, clock } = await setUp()
  const purchases = start()
  await finishLooks(1)
  const order = standin.pay(await purchases.openCheckout(ann, 'starter', back))
  clock.advance(10 * minute)
  await finishLooks(2)
  for (let hours = 0; hours < 73; hours += 12) {
    const looks = countLooks()
    clock.advance(12 * 60 * minute)
    await finishLooks(looks + 1)
  }
  standin.refund(order.id, 200)
  store.down = true
  clock.advance(10 * minute)
  await new Promise(setImmediate)
  store.down = false
  standin.behave({ kind: 'error', status: 401 })
  const looks = countLooks()
  clock.advance(minute)
  await finishLooks(looks + 1)
  clock.advance(minute)
  await finishLooks(looks + 2)
  expect(findAmounts()).toHaveLength(2)
})

it('does not credit what a deleted person paid, not even when they come back with the same address', async () => {
  const { store, standin, start, findAmounts, finishLooks, clock } = await setUp()
  const purchases = start()
  await finishLooks(1)
  standin.pay(await purchases.openCheckout(ann, 'starter', back))
  clock.advance(10 * minute)
  await finishLooks(2)
  standin.pay(await purchases.openCheckout(ann, 'starter', back))
  store.people.delete('ann')
  await store.records.removeOwned('ann')
  store.people.set('new', { ...ann, id: 'new' })
  await purchases.openCheckout({ ...ann, id: 'new' }, 'team', back)
  clock.advance(10 * minute)
  await finishLooks(3)
  expect(findAmounts()).toEqual([['ann', 100]])
})

it('looks again a minute after trouble with the store or the provider', async () => {
  const { store, standin, start, findAmounts, finishLooks, clock } = await setUp()
  const purchases = start()
  await finishLooks(1)
  standin.pay(await purchases.openCheckout(ann, 'starter', back))
  store.down = true
  clock.advance(10 * minute)
  await new Promise(setImmediate)
  store.down = false
  standin.behave({ kind: 'error', status: 401 })
  clock.advance(minute)
  await finishLooks(2)
  clock.advance(minute)
  await finishLooks(3)
  expect(findAmounts()).toEqual([['ann', 100]])
})

it('looks from one process at a time', async () => {
  const { standin, start, finishLooks, countLooks, clock } = await setUp()
  standin.behave({ kind: 'hang' })
  const first = start(undefined, 'first')
  await vi.waitFor(() => expect(countLooks()).toBe(1))
  const second = start(undefined, 'second')
  clock.advance(minute)
  // Whatever the second asked for before this has arrived before it.
  for (let time = 0; time < 3; time++) await second.openCheckout(ann, 'starter', back)
  expect(countLooks()).toBe(1)
  await first.stop()
  clock.advance(5 * minute)
  await finishLooks(2)
})

it('tells the buyer after a crash between the ledger and the telling, and never again', async () => {
  const { store, standin, start, findAmounts, finishLooks, countLooks, clock } = await setUp()
  const told: unknown[] = []
  const listener = async (account: string, credits: number) => void told.push([account, credits])
  const first = start(listener)
  await finishLooks(1)
  standin.pay(await first.openCheckout(ann, 'starter', back))
  store.writesLeft = 2
  clock.advance(10 * minute)
  await vi.waitFor(() => expect(store.down).toBe(true))
  await first.stop()
  Object.assign(store, { down: false, writesLeft: Number.POSITIVE_INFINITY })
  expect([findAmounts(), told]).toEqual([[['ann', 100]], []])
  clock.advance(5 * minute)
  const second = start(listener, 'second')
  await vi.waitFor(() => expect(told).toEqual([['ann', 100]]))
  await second.stop()
  const looks = countLooks()
  start(listener, 'third')
  clock.advance(10 * minute)
  await finishLooks(looks + 1)
  expect(told).toHaveLength(1)
})

it('warns once, with its number, of an order that credits nobody', async () => {
  const { standin, start, finishLooks, lines, clock } = await setUp()
  const purchases = start()
  await finishLooks(1)
  const order = standin.pay(await purchases.openCheckout(ann, 'starter', back), { email: 'ben@example.com' })
  clock.advance(10 * minute)
  await finishLooks(2)
  await purchases.stop()
  start(undefined, 'second')
  await finishLooks(3)
  expect(lines.filter(([message]) => message.includes('credits nobody'))).toEqual([
    [
      'An order was paid that credits nobody',
      expect.objectContaining({ order: order.id, outcome: 'no-account' }),
    ],
  ])
})

it('opens a checkout without the address when the provider refuses it with one', async () => {
  const { standin, start } = await setUp()
  standin.behave({ kind: 'error', status: 422 })
  const purchases = start()
  await vi.waitFor(() => expect(standin.requests.length).toBeGreaterThan(0))
  standin.behave({ kind: 'error', status: 422 })
  await purchases.openCheckout(ann, 'starter', back)
  expect([...standin.checkouts.values()].map(({ email }) => email ?? '')).toEqual([''])
})

it('takes a webhook although telling the buyer fails', async () => {
  const { standin, start, findAmounts } = await setUp()
  const purchases = start(async () => {
    throw new Error('The chat is down')
  })
  const order = standin.pay(await purchases.openCheckout(ann, 'starter', back))
  const text = renderWebhook('order_created', order, standin.baseUrl)
  const signature = createHmac('sha256', standin.webhookSecret).update(text).digest('hex')
  const take = () => purchases.receiveWebhook('lemonsqueezy', new TextEncoder().encode(text), () => signature)
  expect(await Promise.all([take(), take(), take()])).toEqual(['done', 'done', 'done'])
  expect(findAmounts()).toEqual([['ann', 100]])
})
