/** Takes webhooks of payment providers: the very bytes, and an answer the provider acts upon. */
import { Hono } from 'hono'
import type { Log, Purchases } from '#core/index.ts'
import { limitBody } from './limit-body.ts'

/** An order takes some 5 kB; docs name no limit. Bytes. */
const largestBody = 256 * 1024

const answers = { done: 200, unreadable: 400, forged: 401 } as const

/**
 * `POST /webhooks/<provider>`, for each that sends any. Lemon Squeezy tries again, three times, unless the answer is exactly 200
 * (docs.lemonsqueezy.com/help/webhooks/webhook-requests): so 200 is for what is done or never will be, 5xx for
 * what may go better next time. It comes without an Origin; what vouches for it is its signature.
 */
export function createWebhookRoutes(
  purchases: Pick<Purchases, 'webhooks' | 'receiveWebhook'>,
  log: Log,
): Hono {
  const routes = new Hono()
  const limit = limitBody(largestBody, (c) => c.text('too large', 413))
  for (const provider of purchases.webhooks) {
    routes.post(`/webhooks/${provider}`, limit, async (c) => {
      const body = new Uint8Array(await c.req.arrayBuffer())
      try {
        const outcome = await purchases.receiveWebhook(provider, body, (name) => c.req.header(name))
        return c.text(outcome, answers[outcome])
      } catch (err) {
        log.error({ err, provider }, 'A webhook could not be taken; it must come again')
        return c.text('try again', 503)
      }
    })
  }
  return routes
}
