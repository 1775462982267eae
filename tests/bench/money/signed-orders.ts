/** Paid orders as Lemon Squeezy reports them: signed bytes, and the request they come in. */
import { createHmac, timingSafeEqual } from 'node:crypto'
import { renderWebhook } from '#tests/standins/lemonsqueezy/orders.ts'

export const secret = 'a-webhook-secret'
export const storeId = '4711'
export const variant = 101

export interface SignedOrder {
  body: Uint8Array<ArrayBuffer>
  signature: string
}

let reported = 0

/** Another order each time. */
export function createSignedOrder(account: string): SignedOrder {
  reported += 1
  const order = {
    id: String(reported),
    identifier: crypto.randomUUID(),
    number: reported,
    storeId,
    variant,
    quantity: 1,
    email: 'ann@example.com',
    custom: { account_id: account },
    total: 500,
    refundedAmount: 0,
    status: 'paid',
    testMode: true,
    createdAt: Date.now(),
  } as const
  const body = new TextEncoder().encode(renderWebhook('order_created', order, 'http://127.0.0.1'))
  return { body, signature: sign(body) }
}

export function createRequest(origin: string, { body, signature }: SignedOrder): Request {
  return new Request(`${origin}/webhooks/lemonsqueezy`, {
    method: 'POST',
    headers: {
      'content-type': 'application/json',
      'content-length': String(body.byteLength),
      'x-event-name': 'order_created',
      'x-signature': signature,
    },
    body,
  })
}

/** The least that any receiver must do. */
export function requireSigned(body: Uint8Array, signature: string): void {
  if (!timingSafeEqual(Buffer.from(sign(body)), Buffer.from(signature))) throw new Error('It is forged')
}

function sign(body: Uint8Array): string {
  return createHmac('sha256', secret).update(body).digest('hex')
}
