/** Buying from the checkout to the ledger: who is credited, who is told, and what the reconciler finds. */
import { expect, it, vi } from 'vitest'
import { back, minute, setUp } from './counter.ts'
import { ann } from './shop.ts'

const news = ['ann', 100, { provider: 'lemonsqueezy' }]

it('refuses a pack that is not sold, and leaves no checkout', async () => {
  const { standin, start } = await setUp()
  await expect(start().openCheckout(ann, 'gold', back)).rejects.toMatchObject({ code: 'no-pack' })
  expect(standin.checkouts.size).toBe(0)
})

it('finds at start what was paid while nothing ran, and tells the buyer once', async () => {
  const { start, buy, told, look, findAmounts, finishLooks } = await setUp()
  const purchases = start('here', async () => undefined)
  await buy(purchases, { email: 'ann@EXAMPLE.com' })
  await purchases.stop()
  start()
  await vi.waitFor(() => expect(told).toEqual([news]))
  await finishLooks(2)
  await look()
  expect(findAmounts()).toEqual([['ann', 100]])
  expect(told).toHaveLength(1)
})

it('does not credit an order that was not begun here, though its buyer has an account', async () => {
  const { standin, open, look, findAmounts, clock } = await setUp()
  const url = await (await open()).openCheckout(ann, 'starter', back)
  standin.pay(url, { variant: 102 })
  standin.pay(url, { email: 'ben@example.com' })
  standin.pay(url, { createdAt: clock.now() - 60 * minute })
  standin.pay(url, { createdAt: clock.now() + 25 * 60 * minute })
  await look()
  expect(findAmounts()).toEqual([])
})

it('finds an order that was begun before the last look, and paid after it', async () => {
  const { standin, open, look, findAmounts, clock } = await setUp()
  const url = await (await open()).openCheckout(ann, 'starter', back)
  const createdAt = clock.now()
  await look()
  standin.pay(url, { createdAt })
  await look()
  expect(findAmounts()).toEqual([['ann', 100]])
})

/** An order that was credited, and then looked at for days. */
async function growOld(hours: number, each: number) {
  const world = await setUp()
  const purchases = await world.open()
  const { id } = await world.buy(purchases)
  await world.look()
  for (let passed = 0; passed < hours; passed += each) await world.look(each * 60 * minute)
  return { ...world, purchases, order: world.standin.refund(id, 200) }
}
const refunded = [
  ['ann', 100],
  ['ann', -40],
]

it('finds refunds of old orders in the daily look at all there are', async () => {
  const { look, findAmounts } = await growOld(24, 1)
  await look(24 * 60 * minute)
  expect(findAmounts()).toEqual(refunded)
})

it('puts a refund of an old order right at the next look after its webhook found the store down', async () => {
  const { store, purchases, order, tell, look, findAmounts } = await growOld(73, 12)
  store.down = true
  const taken = tell(purchases, order, 'order_refunded')
  await expect(taken).rejects.toMatchObject({ code: 'store-unavailable' })
  store.down = false
  await look()
  expect(findAmounts()).toEqual(refunded)
})

it('goes through all orders again after a look that failed', async () => {
  const { store, standin, findAmounts, look, clock } = await growOld(73, 12)
  store.down = true
  clock.advance(10 * minute)
  await new Promise(setImmediate)
  store.down = false
  standin.behave({ kind: 'error', status: 401 })
  await look(minute)
  await look(minute)
  expect(findAmounts()).toHaveLength(2)
})

it('does not credit what a deleted person paid, not even when they come back with the same address', async () => {
  const { store, open, buy, look, findAmounts } = await setUp()
  const purchases = await open()
  await buy(purchases)
  await look()
  await buy(purchases)
  store.people.delete('ann')
  await store.records.removeOwned('ann')
  store.people.set('new', { ...ann, id: 'new' })
  await purchases.openCheckout({ ...ann, id: 'new' }, 'team', back)
  await look()
  expect(findAmounts()).toEqual([['ann', 100]])
})

it('looks again a minute after trouble with the store or the provider', async () => {
  const { store, standin, open, buy, look, findAmounts, clock } = await setUp()
  await buy(await open())
  store.down = true
  clock.advance(10 * minute)
  await new Promise(setImmediate)
  store.down = false
  standin.behave({ kind: 'error', status: 401 })
  await look(minute)
  await look(minute)
  expect(findAmounts()).toEqual([['ann', 100]])
})

it('looks from one process at a time', async () => {
  const { standin, start, look, countLooks, clock } = await setUp()
  standin.behave({ kind: 'hang' })
  const first = start('first')
  await vi.waitFor(() => expect(countLooks()).toBe(1))
  const second = start('second')
  clock.advance(minute)
  // Whatever the second asked for before this has arrived before it.
  for (let time = 0; time < 3; time++) await second.openCheckout(ann, 'starter', back)
  expect(countLooks()).toBe(1)
  await first.stop()
  await look(5 * minute)
})

it('tells the buyer after a crash between the ledger and the telling, and never again', async () => {
  const { store, open, start, buy, told, look, findAmounts, clock } = await setUp()
  const first = await open()
  await buy(first)
  store.writesLeft = 2
  clock.advance(10 * minute)
  await vi.waitFor(() => expect(store.down).toBe(true))
  await first.stop()
  Object.assign(store, { down: false, writesLeft: Number.POSITIVE_INFINITY })
  expect([findAmounts(), told]).toEqual([[['ann', 100]], []])
  clock.advance(5 * minute)
  const second = start('second')
  await vi.waitFor(() => expect(told).toEqual([news]))
  await second.stop()
  start('third')
  await look()
  expect(told).toHaveLength(1)
})

it('warns once, with its number, of an order that credits nobody', async () => {
  const { start, open, buy, look, finishLooks, lines } = await setUp()
  const purchases = await open()
  const order = await buy(purchases, { email: 'ben@example.com' })
  await look()
  await purchases.stop()
  start('second')
  await finishLooks(3)
  const fields = expect.objectContaining({ order: order.id, outcome: 'no-account' })
  expect(lines.filter(([message]) => message.includes('credits nobody'))).toEqual([
    ['An order was paid that credits nobody', fields],
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
  const { start, buy, tell, findAmounts } = await setUp()
  const purchases = start('here', async () => {
    throw new Error('The chat is down')
  })
  const order = await buy(purchases)
  const take = () => tell(purchases, order)
  expect(await Promise.all([take(), take(), take()])).toEqual(['done', 'done', 'done'])
  expect(findAmounts()).toEqual([['ann', 100]])
})
