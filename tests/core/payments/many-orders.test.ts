/** A look at more orders than the provider answers for in a minute goes on where it was, and ends. */
import { expect, it } from 'vitest'
import { CoreError } from '#core/errors.ts'
import type { OrderReport, Pages } from '#core/payments/provider.ts'
import { createReconciler } from '#core/payments/reconciler.ts'
import { createVirtualClock } from '#tests/crash/virtual-clock.ts'
import { silent } from '#tests/kept-log.ts'
import { createMemoryStore } from './memory.ts'
import { createPlatformShop } from './platform.ts'

const pageSize = 100
const minute = 60_000

/** Forty thousand orders, newest first, in pages by their number; it is busy after so many of these. */
function createBusyShop(pagesAtOnce: number) {
  const orders = Array.from({ length: 40_000 }, (_, index) => String(40_000 - index))
  const asked: number[] = []
  let left = pagesAtOnce
  async function* listOrders(_since?: number, pages?: Pages): AsyncGenerator<OrderReport> {
    for (let page = Number(pages?.from ?? 0); page * pageSize < orders.length; page++) {
      if (left-- <= 0) {
        left = pagesAtOnce
        throw new CoreError('provider-trouble', { problem: 'busy' })
      }
      asked.push(page)
      for (const order of orders.slice(page * pageSize, (page + 1) * pageSize)) {
        yield { provider: 'discord', order, refunded: 0, createdAt: 1 }
      }
      if ((page + 1) * pageSize < orders.length) await pages?.passed(String(page + 1))
    }
  }
  return { provider: { ...createPlatformShop(), listOrders }, orders, asked }
}

function setUp(pagesAtOnce: number) {
  const { records } = createMemoryStore()
  const clock = createVirtualClock()
  const shop = createBusyShop(pagesAtOnce)
  const settled: string[] = []
  const open = (owner: string) =>
    createReconciler({
      ...{ records, clock, owner, isAlive: () => false, log: silent, provider: shop.provider },
      async settle({ order }) {
        settled.push(order)
        return 'settled'
      },
    })
  /** Until nothing is asked any more. */
  async function rest(): Promise<void> {
    for (let before = -1; before < shop.asked.length + settled.length; ) {
      before = shop.asked.length + settled.length
      await new Promise(setImmediate)
    }
  }
  async function look(): Promise<void> {
    clock.advance(minute)
    await rest()
  }
  return { ...shop, open, settled, rest, look }
}

it('ends, and asks for what came meanwhile next', async () => {
  const { open, orders, asked, settled, rest, look } = setUp(150)
  const reconciler = open('here')
  reconciler.start()
  await rest()
  expect(asked.at(-1)).toBe(149)
  orders.unshift('late')
  await look()
  await look()
  // A page that an order moved on shows one again; none is left out.
  expect([new Set(settled).size, asked.length]).toEqual([40_000, 401])
  for (let minutes = 0; minutes < 10; minutes++) await look()
  expect(settled).toContain('late')
  await reconciler.stop()
})

it('goes on in another process', async () => {
  const { open, asked, settled, rest, look } = setUp(150)
  const first = open('first')
  first.start()
  await rest()
  await first.stop()
  const second = open('second')
  second.start()
  await rest()
  await look()
  expect([asked[150], new Set(settled).size]).toEqual([150, 40_000])
  await second.stop()
})
