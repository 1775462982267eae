/** Runs the contract of a provider on each that there is. */
import { createHmac } from 'node:crypto'
import { afterAll, beforeAll } from 'vitest'
import { createRandomId, systemClock } from '#core/clock.ts'
import { createTestCheckout } from '#core/payments/test-checkout.ts'
import { testProvider } from '#tests/contracts/payments.ts'
import { renderWebhook } from '#tests/standins/lemonsqueezy/orders.ts'
import { type LemonSqueezyStandin, startLemonSqueezyStandin } from '#tests/standins/lemonsqueezy/standin.ts'
import { packs, sellThrough } from './shop.ts'

let standin: LemonSqueezyStandin

beforeAll(async () => {
  standin = await startLemonSqueezyStandin()
})
afterAll(() => standin.close())

testProvider('Lemon Squeezy', () => ({
  provider: sellThrough(standin),
  now: Date.now,
  async pay(url) {
    const text = renderWebhook('order_created', standin.pay(url), standin.baseUrl)
    const signature = createHmac('sha256', standin.webhookSecret).update(text).digest('hex')
    return { body: new TextEncoder().encode(text), headers: { 'x-signature': signature } }
  },
}))

testProvider('The test checkout', () => {
  const provider = createTestCheckout({
    secret: 'test-secret',
    packs,
    publicUrl: 'http://localhost:3000',
    clock: systemClock,
    createId: createRandomId,
  })
  return {
    provider,
    now: Date.now,
    async pay(url) {
      const purchase = provider.findPurchase(new URL(url).pathname.split('/').at(-1) ?? '')
      if (!purchase) throw new Error('The address leads to nothing')
      return provider.renderWebhook(purchase)
    },
  }
})
