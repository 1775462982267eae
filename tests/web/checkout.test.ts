/** The way to a payment and back, asked as a browser would ask. */
import { Hono } from 'hono'
import { expect, it } from 'vitest'
import { createRandomId, systemClock } from '#core/clock.ts'
import { createCredits } from '#core/credits/credits.ts'
import { createLedger } from '#core/credits/ledger.ts'
import { CoreError } from '#core/errors.ts'
import type { Payments } from '#core/payments/payments.ts'
import { createPurchases } from '#core/payments/purchases.ts'
import { createTestCheckout } from '#core/payments/test-checkout.ts'
import { createMemoryStore, silent } from '#tests/core/payments/memory.ts'
import { packs } from '#tests/core/payments/shop.ts'
import { createCheckoutRoutes } from '#web/checkout.ts'
import { createTestCheckoutRoutes } from '#web/checkout-test.ts'
import { createWebhookRoutes } from '#web/webhooks.ts'

const publicUrl = 'http://localhost:3000'
const ann = { id: 'ann', email: 'ann@example.com', createdAt: 0 }

function setUp(changes: { payments?: Partial<Payments>; patience?: number } = {}) {
  const store = createMemoryStore(ann)
  const ledger = createLedger(store.ledger, systemClock)
  const shop = { secret: 'secret', packs, publicUrl, clock: systemClock, createId: createRandomId }
  const checkout = createTestCheckout(shop)
  const purchases = createPurchases({
    ...store,
    payments: { ...checkout, ...changes.payments },
    packs,
    ledger,
    entries: store.ledger,
    clock: systemClock,
    log: silent,
    owner: 'here',
    isAlive: () => true,
  })
  const webhooks = createWebhookRoutes(purchases, silent)
  const app = new Hono()
  app.route('/', webhooks)
  app.route('/', createTestCheckoutRoutes(checkout, webhooks))
  app.route(
    '/',
    createCheckoutRoutes({
      purchases,
      credits: createCredits(ledger, store.ledger),
      async requireAccount(request) {
        if (request.headers.get('cookie') !== 'session=ann') throw new Error('Not signed in')
        return ann
      },
      publicUrl,
      log: silent,
      patience: changes.patience ?? 10_000,
      lookEvery: 5,
    }),
  )
  app.onError((error, c) => c.text(error.message, 418))
  const request = (path: string, init: RequestInit = {}) =>
    app.request(path.replace(publicUrl, ''), { headers: { cookie: 'session=ann' }, ...init })
  return { store, ledger, request, locate: (answer: Response) => answer.headers.get('location') ?? '' }
}

it('leads to a checkout that says it is a test, and back to the new balance', async () => {
  const { request, locate } = setUp()
  const opened = await request('/checkout/starter')
  expect(opened.status).toBe(303)
  const page = await (await request(locate(opened))).text()
  for (const words of ['Test checkout', 'no money moves', 'starter', '100', '$5'])
    expect(page).toContain(words)
  expect(page).not.toMatch(/<script/)
  const paid = await request(locate(opened), { method: 'POST' })
  expect([paid.status, locate(paid)]).toEqual([303, `${publicUrl}/checkout/return?after=0`])
  const text = await (await request(locate(paid))).text()
  expect(text).toContain('100 credits have arrived')
  expect(text).toContain('<strong>100 credits</strong>')
  expect(text.trim().endsWith('</html>')).toBe(true)
})

it('shows the balance by itself when the payment comes later', async () => {
  const { request, locate } = setUp()
  const opened = await request('/checkout/team')
  const answer = await request('/checkout/return?after=0')
  expect(answer.headers.get('content-type')).toBe('text/html; charset=UTF-8')
  const reader = answer.body?.pipeThrough(new TextDecoderStream()).getReader()
  let text = (await reader?.read())?.value ?? ''
  expect(text).toContain('waiting for the payment')
  await request(locate(opened), { method: 'POST' })
  for (let part = await reader?.read(); part && !part.done; part = await reader?.read()) text += part.value
  expect(text).toContain('500 credits have arrived')
})

it('credits one test checkout once, however often the button is pressed', async () => {
  const { store, request, locate } = setUp()
  const opened = await request('/checkout/starter')
  const press = () => request(locate(opened), { method: 'POST' })
  await Promise.all([press(), press(), press()])
  await press()
  expect(store.entries).toHaveLength(1)
})

it('waits for what comes after the checkout, and says calmly when nothing does', async () => {
  const { ledger, request } = setUp({ patience: 20 })
  await ledger.append({ account: 'ann', key: 'purchase:1', kind: 'purchase', amount: 7, reference: '1' })
  const text = await (await request('/checkout/return?after=1')).text()
  expect(text).toContain('longer than usual')
  expect(text).not.toContain('have arrived')
})

it('goes on waiting while the store is down', async () => {
  const { store, ledger, request } = setUp()
  await ledger.append({ account: 'ann', key: 'purchase:1', kind: 'purchase', amount: 7, reference: '1' })
  store.down = true
  const answer = await request('/checkout/return?after=0')
  const text = answer.text()
  await new Promise(setImmediate)
  store.down = false
  expect(await text).toContain('7 credits have arrived')
})

it.each(['x', 'x.y', `eyJvcmRlciI6MX0.${'0'.repeat(64)}`])(
  'knows no test checkout by the name of %s',
  async (token) => {
    const { store, request } = setUp()
    for (const method of ['GET', 'POST']) {
      expect((await request(`/checkout/test/${token}`, { method })).status).toBe(404)
    }
    expect(store.entries).toEqual([])
  },
)

it('asks who it is, and opens nothing for somebody unknown or a browser that looks ahead', async () => {
  const { request } = setUp()
  for (const path of ['/checkout/starter', '/checkout/return']) {
    expect((await request(path, { headers: {} })).status).toBe(418)
  }
  const ahead = { cookie: 'session=ann', 'sec-purpose': 'prefetch;prerender' }
  expect((await request('/checkout/starter', { headers: ahead })).status).toBe(503)
})

it('opens ten checkouts in ten minutes and no more', async () => {
  const { request } = setUp()
  const answers = await Promise.all(Array.from({ length: 11 }, () => request('/checkout/starter')))
  expect(answers.map(({ status }) => status).sort()).toEqual([...Array(10).fill(303), 429])
})

it('says what is wrong with a pack or the provider', async () => {
  const { request } = setUp({
    payments: { createCheckout: () => Promise.reject(new CoreError('vendor-down', {})) },
  })
  const unknown = await request('/checkout/gold')
  expect([unknown.status, await unknown.text()]).toEqual([404, expect.stringContaining('No such pack')])
  const down = await request('/checkout/starter')
  expect([down.status, await down.text()]).toEqual([502, expect.stringContaining('Nothing was charged')])
})
