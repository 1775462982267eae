/** Runs the contract of a provider on each that there is. */
import { afterAll, beforeAll } from 'vitest'
import { testProvider } from '#tests/contracts/payments.ts'
import { type LemonSqueezyStandin, startLemonSqueezyStandin } from '#tests/standins/lemonsqueezy/standin.ts'
import { openTestCheckout, sellThrough } from './shop.ts'

let standin: LemonSqueezyStandin

beforeAll(async () => {
  standin = await startLemonSqueezyStandin()
})
afterAll(() => standin.close())

testProvider('Lemon Squeezy', () => ({
  provider: sellThrough(standin),
  now: Date.now,
  async pay(url) {
    const text = standin.render('order_created', standin.pay(url))
    return { body: new TextEncoder().encode(text), headers: { 'x-signature': standin.sign(text) } }
  },
}))

testProvider('The test checkout', () => {
  const provider = openTestCheckout()
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
