/** A shop for tests: Lemon Squeezy's stand-in and what sells through it. */
import { onTestFinished } from 'vitest'
import { type Clock, createRandomId, systemClock } from '#core/clock.ts'
import { createLedger } from '#core/credits/ledger.ts'
import { nobody } from '#core/index.ts'
import { createLemonSqueezy } from '#core/payments/lemon-squeezy.ts'
import type { Pack } from '#core/payments/packs.ts'
import type { Provider, WebProvider } from '#core/payments/provider.ts'
import { createPurchases, type Purchases, type PurchasesPorts } from '#core/payments/purchases.ts'
import { createTestCheckout } from '#core/payments/test-checkout.ts'
import { silent } from '#tests/kept-log.ts'
import type { Order } from '#tests/standins/lemonsqueezy/orders.ts'
import {
  type LemonSqueezyStandin,
  type StandinOptions,
  startLemonSqueezyStandin,
} from '#tests/standins/lemonsqueezy/standin.ts'
import type { MemoryStore } from './memory.ts'

export const ann = { id: 'ann', email: 'Ann@example.com', createdAt: 0 }

export const packs: readonly Pack[] = [
  { name: 'starter', credits: 100, price: '$5', variant: '101' },
  { name: 'team', credits: 500, price: '$20', variant: '102' },
]

/** Call it inside a test or a hook of one. */
export async function openShop(
  options: StandinOptions & { timeout?: number } = {},
): Promise<{ standin: LemonSqueezyStandin; payments: WebProvider }> {
  const standin = await startLemonSqueezyStandin(options)
  onTestFinished(() => standin.close())
  return { standin, payments: sellThrough(standin, options) }
}

export function sellThrough(
  standin: LemonSqueezyStandin,
  options: { clock?: Clock; timeout?: number; testMode?: boolean } = {},
): WebProvider {
  const { clock = systemClock, timeout = 2_000, testMode = true } = options
  return createLemonSqueezy({ ...standin, packs, testMode, clock, log: silent, timeout })
}

export const openTestCheckout = (parts: Partial<Parameters<typeof createTestCheckout>[0]> = {}) =>
  createTestCheckout({
    ...{ secret: 'secret', packs, publicUrl: 'https://bot.example', clock: systemClock },
    createId: createRandomId,
    ...parts,
  })

/** Purchases on a store: a test names the parts that it is about. They are stopped after it. */
export function openPurchases(
  store: Pick<MemoryStore, 'ledger' | 'records' | 'resolveAlias'>,
  providers: readonly Provider[],
  { clock = systemClock, ...parts }: Partial<PurchasesPorts> = {},
): Purchases {
  const purchases = createPurchases({
    ...{ ...store, providers, clock },
    ledger: createLedger(store.ledger, clock),
    entries: store.ledger,
    outbound: nobody,
    tellTeam: async () => false,
    placeBought: async () => false,
    findHolder: async () => undefined,
    log: silent,
    owner: 'here',
    isAlive: () => true,
    durableSecret: async () => 'a durable secret',
    ...parts,
  })
  onTestFinished(() => purchases.stop())
  return purchases
}

/** Lemon Squeezy tells of an order, or sends this body. */
export function tell(
  purchases: Purchases,
  standin: LemonSqueezyStandin,
  order: Order | string,
  event = 'order_created',
) {
  const text = typeof order === 'string' ? order : standin.render(event, order)
  const signature = standin.sign(text)
  return purchases.receiveWebhook('lemonsqueezy', new TextEncoder().encode(text), () => signature)
}

/** A clock whose sleeps are over at once, and counted. */
export function createHurry(): Clock & { slept: number[] } {
  const slept: number[] = []
  return {
    slept,
    now: () => Date.now(),
    async sleep(ms) {
      slept.push(ms)
    },
  }
}
