/** A local checkout for trying things out: no money moves, and its signed webhook takes the very path a real one takes. */
import type { Clock, CreateId } from '#core/clock.ts'
import { isSigned, sign } from '#core/secrets/signature.ts'
import { readWebhook } from './lemon-squeezy-order.ts'
import type { Pack } from './packs.ts'
import type { WebProvider } from './provider.ts'

/** What the test's own pages need to know. */
export interface TestCheckout extends WebProvider {
  /** What an address made by `createCheckout` stands for; undefined when it is not from here or has expired. */
  findPurchase(token: string): TestPurchase | undefined
  /** The webhook that says this was paid: the same order however often it is asked for. */
  renderWebhook(purchase: TestPurchase): { body: Uint8Array<ArrayBuffer>; headers: Record<string, string> }
}

export interface TestPurchase {
  /** Names the order; unique per checkout. */
  id: string
  account: string
  /** The team that it is for, if it is for one. */
  payer?: string
  pack: Pack
  returnUrl: string
  expiresAt: number
}

const provider = 'test'
const storeId = '1'

/** All it must remember is in its addresses, signed; a new `secret` makes old addresses worthless. */
export function createTestCheckout(options: {
  secret: string
  /** Their own variants are not used. */
  packs: readonly Pack[]
  /** Of the web module; without a slash at its end. */
  publicUrl: string
  clock: Clock
  createId: CreateId
}): TestCheckout {
  const { secret, publicUrl, clock, createId } = options
  const packs = options.packs.map((pack, index) => ({ ...pack, variant: String(index + 1) }))
  const shop = { provider, storeId, packs, testMode: true }

  return {
    kind: 'web',
    name: provider,
    title: 'Test checkout',
    packs,
    async createCheckout({ account, payer, pack, returnUrl, expiresAt }) {
      const terms = JSON.stringify({
        order: createId(16),
        account,
        payer,
        pack: pack.name,
        returnUrl,
        expiresAt,
      })
      const payload = Buffer.from(terms).toString('base64url')
      return `${publicUrl}/checkout/test/${payload}.${sign(secret, payload)}`
    },
    async *listOrders() {},
    findOrder: async () => undefined,
    readWebhook: (body, header) => readWebhook(shop, secret, body, header),
    findPurchase(token) {
      const [payload = '', signature = ''] = token.split('.')
      if (!isSigned(secret, payload, signature)) return undefined
      const { order, pack: name, ...rest } = JSON.parse(Buffer.from(payload, 'base64url').toString())
      const pack = packs.find((each) => each.name === name)
      return pack && rest.expiresAt > clock.now() ? { ...rest, id: order, pack } : undefined
    },
    renderWebhook({ id, account, payer, pack }) {
      const text = JSON.stringify({
        meta: { event_name: 'order_created', test_mode: true, custom_data: { account_id: account, payer } },
        data: {
          type: 'orders',
          id,
          attributes: {
            store_id: Number(storeId),
            status: 'paid',
            total: 0,
            refunded: false,
            refunded_amount: 0,
            created_at: new Date(clock.now()).toISOString(),
            first_order_item: { variant_id: Number(pack.variant), quantity: 1 },
            test_mode: true,
          },
        },
      })
      const headers = { 'x-event-name': 'order_created', 'x-signature': sign(secret, text) }
      return { body: new TextEncoder().encode(text), headers }
    },
  }
}
