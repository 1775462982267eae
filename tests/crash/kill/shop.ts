/** Lemon Squeezy around the bot: people buy packs and get money back, whether or not the bot hears of it. */

import { systemClock } from '#core/clock.ts'
import type { Entry } from '#core/credits/ledger-store.ts'
import { createCheckouts } from '#core/payments/checkouts.ts'
import { createLemonSqueezy } from '#core/payments/lemon-squeezy.ts'
import { createDurableSecret } from '#core/secrets/durable-secret.ts'
import { createDurableHash } from '#core/secrets/keyed-hash.ts'
import type { Store } from '#core/store/store.ts'
import { startLemonSqueezyStandin } from '#tests/standins/lemonsqueezy/standin.ts'
import { leadTo } from '#tests/variables.ts'
import type { Random } from './random.ts'
import { oneOf } from './side.ts'

const packs = [
  { name: 'starter', credits: 100, price: '$5', variant: '101' },
  { name: 'team', credits: 500, price: '$20', variant: '102' },
]

const log = { debug() {}, info() {}, warn() {}, error() {} }
const day = 24 * 60 * 60_000

export type Shop = Awaited<ReturnType<typeof startShop>>

export async function startShop({ records }: Pick<Store, 'records'>, accounts: readonly string[]) {
  const lemon = await startLemonSqueezyStandin({ perMinute: 100_000 })
  const { apiKey, storeId, webhookSecret, baseUrl } = lemon
  const settings = { apiKey, storeId, webhookSecret, baseUrl, packs, testMode: true }
  const payments = createLemonSqueezy({ ...settings, clock: systemClock, log })
  const hash = createDurableHash(createDurableSecret(records, systemClock))
  const checkouts = createCheckouts({ records, clock: systemClock, hash })

  return {
    env: {
      ...leadTo.lemonSqueezy(lemon),
      CREDIT_PACKS: packs.map((pack) => Object.values(pack).join(':')).join(),
    },
    orders: lemon.orders,
    /** From now on webhooks go to the bot at that port. */
    sendTo: (port: string) => lemon.sendTo(`http://127.0.0.1:${port}/webhooks/lemonsqueezy`),
    /** Somebody opens a checkout, as the bot's pages do it, and pays. */
    async buy(random: Random): Promise<void> {
      const [account, pack] = [oneOf(random, accounts), oneOf(random, packs)]
      const email = `${account}@example.com`
      const wanted = { account, email, expiresAt: Date.now() + day }
      await checkouts.note({ ...wanted, provider: payments.name, pack: pack.name })
      const url = await payments.createCheckout({
        ...wanted,
        pack,
        returnUrl: 'http://127.0.0.1/checkout/return',
      })
      lemon.pay(url)
    },
    /** Gives a quarter of some order's price back, or all that is left. */
    giveBack(random: Random): void {
      const order = oneOf(random, [...lemon.orders.values()])
      const left = order ? order.total - order.refundedAmount : 0
      if (!order || left === 0) return
      lemon.refund(order.id, random() < 0.5 ? left : Math.min(left, order.total / 4))
    },
    /** Every order that the books do not hold once, less what was given back of it. */
    findFaults(entries: readonly Entry[]): string[] {
      return [...lemon.orders.values()].flatMap(({ id, variant, total, refundedAmount }) => {
        const { credits = 0 } = packs.find((pack) => pack.variant === String(variant)) ?? {}
        const own = entries.filter(({ reference }) => reference === `${payments.name}:${id}`)
        const purchases = own.filter(({ kind }) => kind === 'purchase').length
        const sum = own.reduce((all, { amount }) => all + amount, 0)
        const wanted = credits - Math.round((credits * refundedAmount) / total)
        const isRight = purchases === 1 && sum === wanted
        return isRight ? [] : [`order ${id}: ${purchases} purchases, in all ${sum} instead of ${wanted}`]
      })
    },
    close: lemon.close,
  }
}
