/** Lemon Squeezy on loopback: its API under `/v1`, its checkout pages, and the sender of its webhooks. */
import { createAdaptorServer } from '@hono/node-server'
import { Hono } from 'hono'
import { html } from 'hono/html'
import { type Clock, systemClock } from '../clock.ts'
import { listen, shut } from '../loopback.ts'
import { createApi } from './api.ts'
import type { Behaviour } from './behaviour.ts'
import type { Checkout } from './checkouts.ts'
import { type Order, renderWebhook } from './orders.ts'
import { createSender, signWebhook, type WebhookSender } from './sender.ts'

export interface LemonSqueezyStandin {
  /** For `LEMONSQUEEZY_BASE_URL`. */
  baseUrl: string
  apiKey: string
  storeId: string
  webhookSecret: string
  /** A webhook's signature. */
  sign(body: string | Uint8Array): string
  /** A webhook's body. */
  render(event: string, order: Order): string
  /** By id. */
  checkouts: Map<string, Checkout>
  /** By id, oldest first. Change or add what a test needs. */
  orders: Map<string, Order>
  /** Every API request since the start, `METHOD path?query`, without the base. */
  requests: string[]
  sender: WebhookSender
  /** From now on webhooks go there; nowhere before. */
  sendTo(url: string): void
  /** The next API requests behave so, in this order; those after them are normal. */
  behave(...behaviours: Behaviour[]): void
  /** Pays at a checkout's address and sends `order_created`. */
  pay(url: string, changes?: Partial<Order>): Order
  /** Gives back so many cents more, or all that is left, and sends `order_refunded`. */
  refund(order: string, cents?: number): Order
  close(): Promise<void>
}

export interface StandinOptions {
  /** Default: any free one. */
  port?: number
  /** Cents of each variant on sale; default 500 for 101 and 2000 for 102. */
  prices?: Readonly<Record<number, number>>
  /** Which of the vendor's two worlds it is; default true. */
  testMode?: boolean
  /** API requests in a minute; default 300. */
  perMinute?: number
  clock?: Clock
}

/** Resolves when it listens on 127.0.0.1. */
export async function startLemonSqueezyStandin(options: StandinOptions = {}): Promise<LemonSqueezyStandin> {
  const { port = 0, prices = { 101: 500, 102: 2_000 }, testMode = true, perMinute = 300 } = options
  const { clock = systemClock } = options
  const [apiKey, storeId, webhookSecret] = ['standin-key', '4711', 'standin-webhook-secret']
  const checkouts = new Map<string, Checkout>()
  const orders = new Map<string, Order>()
  const requests: string[] = []
  const coming: Behaviour[] = []
  let webhookUrl: string | undefined

  const sender = createSender(
    () => (webhookUrl ? { url: webhookUrl, secret: webhookSecret } : undefined),
    clock,
  )
  const render = (event: string, order: Order) => renderWebhook(event, order, origin())
  const send = (event: string, order: Order) => sender.send(event, order.id, render(event, order))

  function pay(url: string, changes: Partial<Order> = {}): Order {
    const checkout = checkouts.get(new URL(url).pathname.split('/').at(-1) ?? '')
    if (!checkout) throw new Error('No such checkout')
    if (checkout.expiresAt && Date.parse(checkout.expiresAt) <= clock.now()) throw new Error('It has expired')
    const { variant, email, custom, testMode } = { ...checkout }
    const quantity = changes.quantity ?? 1
    const order: Order = {
      id: String(90_001 + orders.size),
      identifier: crypto.randomUUID(),
      number: orders.size + 1,
      storeId,
      variant,
      quantity,
      email: email || 'somebody@example.com',
      custom,
      total: (prices[variant] ?? 0) * quantity,
      refundedAmount: 0,
      status: 'paid',
      testMode,
      createdAt: clock.now(),
      ...changes,
    }
    orders.set(order.id, order)
    send('order_created', order)
    return order
  }

  function refund(id: string, cents?: number): Order {
    const order = orders.get(id)
    if (!order) throw new Error('No such order')
    const amount = cents ?? order.total - order.refundedAmount
    if (amount <= 0 || order.refundedAmount + amount > order.total) throw new Error('More than was paid')
    order.refundedAmount += amount
    if (order.refundedAmount === order.total) {
      order.status = 'refunded'
      order.refundedAt = clock.now()
    }
    send('order_refunded', order)
    return order
  }

  const app = new Hono()
  const shop = { apiKey, storeId, prices, testMode, perMinute, clock, checkouts, orders, refund }
  app.route('/v1', createApi({ ...shop, origin, requests, next: () => coming.shift() ?? { kind: 'normal' } }))
  app.get('/checkout/custom/:id', (c) => {
    const checkout = checkouts.get(c.req.param('id'))
    if (!checkout) return c.notFound()
    return c.html(html`<!doctype html><html lang="en"><title>Lemon Squeezy stand-in</title>
      <h1>Stand-in checkout</h1><p>Variant ${checkout.variant} for ${checkout.email}</p>
      <form method="post"><button>Pay</button></form></html>`)
  })
  app.post('/checkout/custom/:id', (c) => {
    const { redirectUrl = '' } = checkouts.get(c.req.param('id')) ?? {}
    const order = pay(c.req.url)
    return c.redirect(
      redirectUrl.replaceAll('[order_id]', order.id).replaceAll('[order_identifier]', order.identifier),
      303,
    )
  })

  const server = createAdaptorServer({ fetch: app.fetch, overrideGlobalObjects: false })
  const address = `http://${await listen(server, port)}`
  function origin(): string {
    return address
  }

  return {
    baseUrl: `${address}/v1`,
    apiKey,
    storeId,
    webhookSecret,
    sign: (body) => signWebhook(webhookSecret, body),
    render,
    checkouts,
    orders,
    requests,
    sender,
    sendTo(url) {
      webhookUrl = url
    },
    behave: (...behaviours) => void coming.push(...behaviours),
    pay,
    refund,
    async close() {
      sender.stop()
      await shut(server)
    },
  }
}
