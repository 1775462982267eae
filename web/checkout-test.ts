/** The test checkout's own routes: a page that says what it is, and a button that stands for a payment. */
import { Hono } from 'hono'
import type { TestCheckout } from '#core/index.ts'
import { renderTestCheckout } from './pages/checkout-test.ts'

/**
 * `GET` and `POST /checkout/test/:token`. Paying sends a signed webhook through `webhooks`, the routes that take a
 * real provider's, and then leads back; paying again is the same order.
 */
export function createTestCheckoutRoutes(checkout: TestCheckout, webhooks: Pick<Hono, 'request'>): Hono {
  const routes = new Hono()
  routes.get('/checkout/test/:token', (c) => {
    const purchase = checkout.findPurchase(c.req.param('token'))
    return purchase ? c.html(renderTestCheckout(purchase, c.req.path)) : c.notFound()
  })
  routes.post('/checkout/test/:token', async (c) => {
    const purchase = checkout.findPurchase(c.req.param('token'))
    if (!purchase) return c.notFound()
    const answer = await webhooks.request(`/webhooks/${checkout.name}`, {
      method: 'POST',
      ...checkout.renderWebhook(purchase),
    })
    if (!answer.ok) throw new Error(`The test webhook was answered ${answer.status}`)
    return c.redirect(purchase.returnUrl, 303)
  })
  return routes
}
