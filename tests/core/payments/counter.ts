/** Purchases on a store in memory and a stand-in shop: what is credited, said and logged. */
import { expect, vi } from 'vitest'
import { nobody, type Outbound } from '#core/index.ts'
import type { Provider } from '#core/payments/provider.ts'
import type { Purchases } from '#core/payments/purchases.ts'
import { createVirtualClock } from '#tests/crash/virtual-clock.ts'
import { silent } from '#tests/kept-log.ts'
import type { Order } from '#tests/standins/lemonsqueezy/orders.ts'
import { createMemoryStore } from './memory.ts'
import { ann, openPurchases, openShop, tell } from './shop.ts'

export const back = 'https://bot.example/checkout/return'
export const minute = 60_000

/** `others` sell beside Lemon Squeezy, which is first. */
export async function setUp(...others: Provider[]) {
  const clock = createVirtualClock()
  const store = createMemoryStore(ann)
  const { standin, payments } = await openShop({ clock })
  const lines: [string, object][] = []
  const errors: [string, object][] = []
  const doubts: string[] = []
  const told: unknown[] = []
  const log = {
    ...silent,
    warn: (fields: object, message: string) => void lines.push([message, fields]),
    error: (fields: object, message: string) => void errors.push([message, fields]),
  }
  const start = (
    owner = 'here',
    credited: Outbound['credited'] = async (...what) => void told.push(what),
  ) => {
    const onDoubt = (provider: string, doubt: string) => void doubts.push(`${provider} ${doubt}`)
    const tellTeam = async (...what: unknown[]) => told.push(what) > 0
    const parts = { clock, log, onDoubt, owner, tellTeam, outbound: { ...nobody, credited } }
    const purchases = openPurchases(store, [payments, ...others], parts)
    purchases.start()
    return purchases
  }
  const countLooks = () => standin.requests.filter((request) => request.startsWith('GET /orders')).length
  /** Resolves when no look is under way after the given number. */
  const finishLooks = (number: number) =>
    vi.waitFor(async () => {
      expect(countLooks()).toBeGreaterThanOrEqual(number)
      expect(await store.records.findRecord('lease', 'orders:lemonsqueezy', clock.now())).toBeUndefined()
    })
  return {
    ...{ clock, store, standin, start, lines, errors, doubts, told, countLooks, finishLooks },
    /** Starts, and waits for the first look. */
    async open() {
      const purchases = start()
      await finishLooks(1)
      return purchases
    },
    buy: async (purchases: Purchases, changes: Partial<Order> = {}) =>
      standin.pay(await purchases.openCheckout(ann, 'starter', back), changes),
    /** Lets the time pass in which another look is due. */
    async look(time = 10 * minute) {
      const looks = countLooks()
      clock.advance(time)
      await finishLooks(looks + 1)
    },
    tell: (purchases: Purchases, order: Order, event?: string) => tell(purchases, standin, order, event),
    findAmounts: () => store.entries.map(({ wallet, amount }) => [wallet, amount]),
  }
}
