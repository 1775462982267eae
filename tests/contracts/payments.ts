/** What every provider that sells at an address must do, as tests to run on one. */
import { describe, expect, it } from 'vitest'
import type { CheckoutRequest, WebProvider } from '#core/payments/provider.ts'

/** A provider to test, and a way to pay at the address it gave. */
export interface ProviderUnderTest {
  provider: WebProvider
  /** Milliseconds since 1970, by the clock it uses. */
  now(): number
  /** The webhook that follows the payment. */
  pay(url: string): Promise<{ body: Uint8Array; headers: Record<string, string> }>
}

/** Defines the suite; `find` is called once per test, after the caller's own hooks. */
export function testProvider(name: string, find: () => ProviderUnderTest): void {
  describe(`${name} as a way to pay`, () => {
    const request = ({ provider, now }: ProviderUnderTest, index = 0): CheckoutRequest => ({
      account: 'ann',
      email: 'ann@example.com',
      pack: provider.packs[index] ?? { name: 'none', credits: 1, price: '' },
      returnUrl: 'http://localhost:3000/checkout/return?after=3',
      expiresAt: now() + 60_000,
    })
    const read = ({ provider }: ProviderUnderTest, body: Uint8Array, headers: Record<string, string>) =>
      provider.readWebhook(body, (header) => headers[header])

    it('gives each checkout an address of its own', async () => {
      const under = find()
      const urls = [0, 1].map(() => under.provider.createCheckout(request(under)))
      const [one, other] = await Promise.all(urls)
      expect(URL.canParse(one ?? '')).toBe(true)
      expect(one).not.toBe(other)
    })

    it.each([0, 1])('reports whose order it is and what pack %i of our own table is worth', async (index) => {
      const under = find()
      const { body, headers } = await under.pay(await under.provider.createCheckout(request(under, index)))
      const reading = read(under, body, headers)
      const pack = under.provider.packs[index]
      expect(reading).toMatchObject({
        kind: 'order',
        report: {
          provider: under.provider.name,
          account: 'ann',
          purchase: { pack: pack?.name, credits: pack?.credits },
          refunded: 0,
        },
      })
    })

    it('believes neither another body nor another signature', async () => {
      const under = find()
      const { body, headers } = await under.pay(await under.provider.createCheckout(request(under)))
      const signature = headers['x-signature'] ?? ''
      const otherBody = body.with(body.length >> 1, (body[body.length >> 1] ?? 0) ^ 1)
      expect(read(under, otherBody, headers)).toEqual({ kind: 'forged' })
      for (const forged of [
        '',
        '0'.repeat(64),
        signature.toUpperCase(),
        `${signature} `,
        `sha256=${signature}`,
      ]) {
        expect(read(under, body, { ...headers, 'x-signature': forged })).toEqual({ kind: 'forged' })
      }
      expect(read(under, body, {})).toEqual({ kind: 'forged' })
    })
  })
}
