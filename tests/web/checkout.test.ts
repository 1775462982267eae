/** The way to a payment and back, asked as a browser would ask. */
import { Hono } from 'hono'
import { expect, it } from 'vitest'
import { createAccountLimits } from '#core/accounts/account-limits.ts'
import { systemClock } from '#core/clock.ts'
import { createCredits } from '#core/credits/credits.ts'
import { createLedger } from '#core/credits/ledger.ts'
import { CoreError } from '#core/errors.ts'
import type { WebProvider } from '#core/payments/provider.ts'
import { sealTeamCheckout } from '#core/payments/team-checkout.ts'
import { createDurableHash } from '#core/secrets/keyed-hash.ts'
import { createSeals } from '#core/secrets/seals.ts'
import { createMemoryStore } from '#tests/core/payments/memory.ts'
import { ann, openPurchases, openTestCheckout } from '#tests/core/payments/shop.ts'
import { silent } from '#tests/kept-log.ts'
import { createCheckoutRoutes } from '#web/checkout.ts'
import { createReturnRoutes } from '#web/checkout-return.ts'
import { createTestCheckoutRoutes } from '#web/checkout-test.ts'
import { createWebhookRoutes } from '#web/webhooks.ts'
import { visit } from './people.ts'
import { foreignScript } from './rig.ts'

const publicUrl = 'http://localhost:3000'

function setUp(changes: { payments?: Partial<WebProvider>; patience?: number; holdFor?: number } = {}) {
  const store = createMemoryStore(ann)
  const ledger = createLedger(store.ledger, systemClock)
  const checkout = openTestCheckout({ publicUrl })
  const purchases = openPurchases(store, [{ ...checkout, ...changes.payments }], { ledger })
  const webhooks = createWebhookRoutes(purchases, silent)
  const seals = createSeals(createDurableHash(async () => 'a durable secret'))
  const app = new Hono()
  app.route('/', webhooks)
  app.route('/', createTestCheckoutRoutes(checkout, webhooks))
  const options = {
    purchases,
    credits: createCredits(ledger, store.ledger),
    accountLimits: createAccountLimits({ records: store.records, clock: systemClock }),
    async requireAccount(request: Request) {
      if (request.headers.get('cookie') !== 'session=ann') throw new Error('Not signed in')
      return ann
    },
    seals,
    publicUrl,
    log: silent,
    lookEvery: 5,
    patience: 10_000,
    ...changes,
  }
  app.route('/', createReturnRoutes(options))
  app.route('/', createCheckoutRoutes(options))
  app.onError((error, c) => c.text(error.message, 418))
  const request = (path: string, init: RequestInit = {}) =>
    app.request(path.replace(publicUrl, ''), { headers: { cookie: 'session=ann' }, ...init })
  return { store, ledger, seals, request, locate: (answer: Response) => answer.headers.get('location') ?? '' }
}

it('leads to a checkout that says it is a test, and back to the new balance', async () => {
  const { request, locate } = setUp()
  const opened = await request('/checkout/starter')
  expect(opened.status).toBe(303)
  const page = await (await request(locate(opened))).text()
  for (const words of ['Test checkout', 'no money moves', 'starter', '100', '$5'])
    expect(page).toContain(words)
  expect(page).not.toMatch(foreignScript)
  const paid = await request(locate(opened), { method: 'POST' })
  expect([paid.status, locate(paid)]).toEqual([303, `${publicUrl}/checkout/return?after=0`])
  const arrived = await request(locate(paid))
  expect(arrived.headers.get('refresh')).toBeNull()
  const text = await arrived.text()
  expect(text).toContain('Your 100 credits are here')
  expect(text).toContain('<strong>100 credits</strong>')
  expect(text.trim().endsWith('</html>')).toBe(true)
})

it('buys for a team by an address that is this buyer’s alone, and shows nobody what the team has', async () => {
  const { store, seals, request, locate } = setUp()
  const seal = await sealTeamCheckout(seals, 'ann', 'slack:T1')
  const lead = (team: string, given: string) =>
    request(`/checkout/starter?${new URLSearchParams({ team, seal: given })}`)
  const elsewhere = await sealTeamCheckout(seals, 'eve', 'slack:T9')
  for (const [team, given] of [
    ['slack:T9', elsewhere],
    ['slack:T9', seal],
    ['slack:T1', ''],
  ] as const) {
    const refused = await lead(team, given)
    expect([refused.status, await refused.text()]).toEqual([403, expect.stringContaining('isn’t yours')])
  }
  const opened = await lead('slack:T1', seal)
  for (let time = 0; time < 2; time++) await request(locate(opened), { method: 'POST' })
  expect(store.entries.map(({ wallet, amount }) => [wallet, amount])).toEqual([['team:slack:T1', 100]])
  const back = await request(locate(await request(locate(opened), { method: 'POST' })))
  expect(await back.text()).toMatch(/Your team has its credits(?!.*\b100\b)/s)
})

/** What a page that waits loads, and where it goes then. */
async function readWaiting(answer: Response) {
  const text = await answer.text()
  return {
    text,
    picture: /src="(\/checkout\/return\/wait[^"]+)"/.exec(text)?.[1]?.replaceAll('&amp;', '&') ?? '',
    next: /^2; url=(.+)$/.exec(answer.headers.get('refresh') ?? '')?.[1] ?? '',
  }
}

it('shows the balance by itself when the payment comes later', async () => {
  const { request, locate } = setUp()
  const opened = await request('/checkout/team')
  const { text, picture, next } = await readWaiting(await request('/checkout/return?after=0'))
  expect(text).toContain('being confirmed')
  const loaded = request(picture)
  await request(locate(opened), { method: 'POST' })
  expect((await loaded).headers.get('content-type')).toBe('image/gif')
  const arrived = await request(next)
  expect(await arrived.text()).toContain('Your 500 credits are here')
  expect(arrived.headers.get('refresh')).toBeNull()
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
  const { ledger, request } = setUp({ patience: 20, holdFor: 30 })
  await ledger.append({ wallet: 'ann', key: 'purchase:1', kind: 'purchase', amount: 7, reference: '1' })
  const { picture, next } = await readWaiting(await request('/checkout/return?after=1'))
  await request(picture)
  const late = await request(next)
  expect(late.headers.get('refresh')).toBeNull()
  expect(await late.text()).toContain('longer than usual')
})

it('asks again for as long as it said at first, whatever stands in the address', async () => {
  const { request } = setUp({ holdFor: 1 })
  const until = async (path: string) =>
    Number(/until=(\d+)/.exec((await request(path)).headers.get('refresh') ?? '')?.[1])
  const first = await until('/checkout/return?after=0')
  expect(await until(`/checkout/return?after=0&until=${first}`)).toBe(first)
  expect(await until('/checkout/return?after=0&until=9999999999999999')).toBeLessThan(Date.now() + 10_001)
})

it('holds three answers of an account, and neither more nor a HEAD', async () => {
  const { request } = setUp({ holdFor: 3_600_000 })
  const cookie = 'session=ann'
  const wait = async (init: RequestInit = {}) =>
    (await request('/checkout/return/wait?after=0', { headers: { cookie }, ...init })).status
  expect(await wait({ method: 'HEAD' })).toBe(200)
  for (let round = 0; round < 2; round++) {
    const gone = new AbortController()
    let answered = 0
    const held = Array.from({ length: 3 }, () =>
      wait({ signal: gone.signal }).then(() => {
        answered++
      }),
    )
    expect(await wait()).toBe(200)
    expect(answered).toBe(0)
    gone.abort()
    await Promise.all(held)
  }
})

it('holds an answer for a while', async () => {
  const { request } = setUp({ holdFor: 100 })
  const began = performance.now()
  expect((await request('/checkout/return/wait?after=0')).status).toBe(200)
  expect(performance.now() - began).toBeGreaterThanOrEqual(100)
})

it('goes on waiting while the store is down', async () => {
  const { store, ledger, request } = setUp()
  await ledger.append({ wallet: 'ann', key: 'purchase:1', kind: 'purchase', amount: 7, reference: '1' })
  store.down = true
  const { picture, next } = await readWaiting(await request('/checkout/return?after=0'))
  const loaded = request(picture)
  await new Promise(setImmediate)
  store.down = false
  await loaded
  expect(await (await request(next)).text()).toContain('Your 7 credits are here')
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

it('asks who it is, and opens nothing for somebody unknown, a browser that looks ahead, or HEAD', async () => {
  const { request, store } = setUp()
  for (const path of ['/checkout/starter', '/checkout/return', '/checkout/return/wait']) {
    expect((await request(path, { headers: {} })).status).toBe(418)
  }
  const ahead = { cookie: 'session=ann', 'sec-purpose': 'prefetch;prerender' }
  expect((await request('/checkout/starter', { headers: ahead })).status).toBe(503)
  const head = { method: 'HEAD', headers: { cookie: 'session=ann' } }
  for (const path of ['/checkout/starter', '/checkout/starter/test'])
    expect((await request(path, head)).status).toBe(204)
  for (const kind of ['checkout', 'limit'] as const)
    expect(await store.records.listRecords(kind, undefined, Date.now())).toEqual([])
})

it('opens ten checkouts in ten minutes and no more', async () => {
  const { request } = setUp()
  const answers = await Promise.all(Array.from({ length: 11 }, () => request('/checkout/starter')))
  expect(answers.map(({ status }) => status).sort()).toEqual([...Array(10).fill(303), 429])
})

it('opens the checkout of the provider that is named, and of no other', async () => {
  const { request, locate } = setUp()
  const opened = await request('/checkout/starter/test')
  expect([opened.status, locate(opened)]).toEqual([303, expect.stringContaining('/checkout/test/')])
  expect((await request('/checkout/starter/nobody')).status).toBe(404)
})

it('says what is wrong with a pack or the provider', async () => {
  const createCheckout = () => Promise.reject(new CoreError('provider-trouble', { problem: 'down' }))
  const { request } = setUp({ payments: { createCheckout } })
  const unknown = await request('/checkout/gold')
  expect([unknown.status, await unknown.text()]).toEqual([404, expect.stringContaining('That pack is gone')])
  const down = await request('/checkout/starter')
  expect([down.status, await down.text()]).toEqual([502, expect.stringContaining('Nothing was charged')])
})

it('is gone after a day at the test checkout, and cannot be paid then', async () => {
  const { rig, browser, account } = await visit()
  const opened = await browser.get('/checkout/starter')
  const path = new URL(opened.location).pathname
  rig.clock.advance(24 * 60 * 60_000 - 1)
  expect(await browser.status(path)).toBe(200)
  rig.clock.advance(1)
  expect(await browser.status(path)).toBe(404)
  expect(await browser.submit(path)).toBe(404)
  expect(await rig.core.credits.findBalance(account.id)).toBe(100)
})
