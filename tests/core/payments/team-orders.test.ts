/** What is bought for a team is its wallet's, whoever pays, however it is heard of, and whatever comes of it later. */
import { expect, it, vi } from 'vitest'
import { back, minute, setUp } from './counter.ts'
import { ann } from './shop.ts'

const team = 'slack:T1'
const wallet = 'team:slack:T1'

async function openWorld() {
  const world = await setUp()
  const purchases = await world.open()
  const open = (wishes?: { team: string }) => purchases.openCheckout(ann, 'starter', back, wishes)
  return { ...world, purchases, open }
}

it('is credited to the team, told its admins once, and taken back from it alone', async () => {
  const { standin, purchases, open, tell, told, findAmounts } = await openWorld()
  const order = standin.pay(await open({ team }), { email: 'whoever@example.com' })
  for (let time = 0; time < 2; time++) await tell(purchases, order)
  const sale = { provider: 'lemonsqueezy' }
  const name = `bought/lemonsqueezy:${order.id}`
  await vi.waitFor(() =>
    expect(told).toEqual([[team, name, { kind: 'bought', credits: 100, balance: 100, ...sale }]]),
  )
  const refunded = standin.refund(order.id, 250)
  for (let time = 0; time < 2; time++) await tell(purchases, refunded, 'order_refunded')
  expect(findAmounts()).toEqual([
    [wallet, 100],
    [wallet, -50],
  ])
})

it('is found by its checkout where nobody told of it', async () => {
  const { standin, open, look, findAmounts } = await openWorld()
  standin.pay(await open({ team }))
  await look()
  expect(findAmounts()).toEqual([[wallet, 100]])
})

it('is nobody’s where it may have been bought for either, until that is told', async () => {
  const { standin, purchases, open, look, tell, findAmounts } = await openWorld()
  const [own] = [await open(), await open({ team })]
  const order = standin.pay(own)
  await look()
  expect(findAmounts()).toEqual([])
  await tell(purchases, order)
  expect(findAmounts()).toEqual([['ann', 100]])
})

it('leaves what is bought for oneself, and another team’s, where it was', async () => {
  const { standin, purchases, open, tell, clock, findAmounts } = await openWorld()
  for (const wishes of [undefined, { team }, { team: 'slack:T12' }]) {
    await tell(purchases, standin.pay(await open(wishes)))
    clock.advance(minute)
  }
  expect(findAmounts()).toEqual([
    ['ann', 100],
    [wallet, 100],
    ['team:slack:T12', 100],
  ])
})
