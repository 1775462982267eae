/** Purchases on a store in memory and a stand-in shop: what is credited, said and logged. */
import { expect, onTestFinished, vi } from 'vitest'
import { createLedger } from '#core/credits/ledger.ts'
import type { Outbound } from '#core/index.ts'
import type { Provider } from '#core/payments/provider.ts'
import { createPurchases } from '#core/payments/purchases.ts'
import { createVirtualClock } from '#tests/crash/virtual-clock.ts'
import { silent } from '#tests/kept-log.ts'
import { createMemoryStore } from './memory.ts'
import { openShop } from './shop.ts'

export const ann = { id: 'ann', email: 'Ann@example.com', createdAt: 0 }
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
  const start = (credited: Outbound['credited'] = async () => undefined, owner = 'here') => {
    const purchases = createPurchases({
      providers: [payments, ...others],
      outbound: { credited },
      ledger: createLedger(store.ledger, clock),
      entries: store.ledger,
      resolveAlias: store.resolveAlias,
      records: store.records,
      clock,
      log: {
        ...silent,
        warn: (fields, message) => void lines.push([message, fields]),
        error: (fields, message) => void errors.push([message, fields]),
      },
      onDoubt: (provider, doubt) => void doubts.push(`${provider} ${doubt}`),
      owner,
      isAlive: () => true,
      durableSecret: async () => 'a durable secret',
    })
    purchases.start()
    onTestFinished(() => purchases.stop())
    return purchases
  }
  const countLooks = () => standin.requests.filter((request) => request.startsWith('GET /orders')).length
  return {
    clock,
    store,
    standin,
    start,
    lines,
    errors,
    doubts,
    countLooks,
    findAmounts: () => store.entries.map(({ wallet, amount }) => [wallet, amount]),
    /** Resolves when no look is under way after the given number. */
    finishLooks: (number: number) =>
      vi.waitFor(async () => {
        expect(countLooks()).toBeGreaterThanOrEqual(number)
        expect(await store.records.findRecord('lease', 'orders:lemonsqueezy', clock.now())).toBeUndefined()
      }),
  }
}
