/** Webhooks as the provider sends them: what is believed, what is answered, and what an outage leaves behind. */
import fc from 'fast-check'
import { expect, it, onTestFinished, vi } from 'vitest'
import { nobody } from '#core/index.ts'
import { createMemoryStore } from '#tests/core/payments/memory.ts'
import { ann, openPurchases, openShop } from '#tests/core/payments/shop.ts'
import { createVirtualClock } from '#tests/crash/virtual-clock.ts'
import { silent } from '#tests/kept-log.ts'
import { signWebhook } from '#tests/standins/lemonsqueezy/sender.ts'
import { startServer } from '#web/server.ts'
import { createWebhookRoutes } from '#web/webhooks.ts'

const path = '/webhooks/lemonsqueezy'

async function setUp() {
  const clock = createVirtualClock()
  const store = createMemoryStore(ann)
  const { standin, payments } = await openShop({ clock })
  const lines: unknown[] = []
  const write = (fields: object, message: string) => void lines.push([fields, message])
  const log = { ...silent, info: write, warn: write, error: write }
  const told: unknown[] = []
  const outbound = {
    ...nobody,
    credited: async (account: string, credits: number) => void told.push([account, credits]),
  }
  const purchases = openPurchases(store, [payments], { clock, log, outbound })
  const app = createWebhookRoutes(purchases, log)
  const open = (pack = 'starter') => purchases.openCheckout(ann, pack, 'http://localhost/checkout/return')
  const post = async (body: string | Uint8Array<ArrayBuffer>, signature?: string) => {
    const headers = signature === undefined ? {} : { 'x-signature': signature }
    return (await app.request(path, { method: 'POST', body, headers })).status
  }
  const postSigned = (body: string) => post(body, standin.sign(body))
  return { clock, store, standin, purchases, app, lines, told, open, post, postSigned }
}

const pay = async ({ standin, open }: Awaited<ReturnType<typeof setUp>>, changes = {}) =>
  standin.render('order_created', standin.pay(await open(), changes))

it('credits a paid order, and answers exactly 200', async () => {
  const world = await setUp()
  const text = await pay(world)
  expect(await world.postSigned(text)).toBe(200)
  expect(world.store.entries).toMatchObject([
    { wallet: 'ann', kind: 'purchase', amount: 100, key: 'purchase:lemonsqueezy:90001' },
  ])
})

it('answers 200 to what changes nothing, since a repeat would not help', async () => {
  const world = await setUp()
  const order = world.standin.pay(await world.open())
  const others = [
    ...[{ storeId: '1' }, { testMode: false }, { status: 'pending' as const }, { variant: 999 }],
    { custom: { account_id: 'nobody' } },
  ]
  const texts = others.map((other) => world.standin.render('order_created', { ...order, ...other }))
  for (const text of [world.standin.render('subscription_created', order), ...texts])
    expect(await world.postSigned(text)).toBe(200)
  expect(world.store.entries).toEqual([])
  expect(JSON.stringify(world.lines)).not.toContain('example.com')
})

it('answers 401 without a signature, 400 to signed rubbish, 413 to what is too long', async () => {
  const world = await setUp()
  const text = await pay(world)
  expect(await world.post(text)).toBe(401)
  expect(await world.postSigned('{}')).toBe(400)
  expect(await world.postSigned(' '.repeat(300_000))).toBe(413)
  expect((await world.app.request(path)).status).toBe(404)
  expect(world.store.entries).toEqual([])
})

it('answers 503 while the store is down, and 200 to the repeat', async () => {
  const world = await setUp()
  const text = await pay(world)
  world.store.down = true
  expect(await world.postSigned(text)).toBe(503)
  world.store.down = false
  expect(await world.postSigned(text)).toBe(200)
  expect(world.store.entries).toHaveLength(1)
})

it('believes none of 2,000 altered signatures and bodies', async () => {
  const world = await setUp()
  const bytes = new TextEncoder().encode(await pay(world))
  const signature = world.standin.sign(bytes)
  const place = fc.nat({ max: bytes.length - 1 })
  const altered = fc.oneof(
    fc.tuple(place, fc.integer({ min: 1, max: 255 })).map(([at, bits]) => ({
      body: bytes.with(at, (bytes[at] ?? 0) ^ bits),
      signature,
    })),
    place.map((length) => ({ body: bytes.slice(0, length), signature })),
    fc.uint8Array({ minLength: 1, maxLength: 40 }).map((more) => ({
      body: new Uint8Array([...bytes, ...more]),
      signature,
    })),
    fc.tuple(fc.nat({ max: 63 }), fc.constantFrom(...'0123456789abcdefABCDEF')).map(([at, digit]) => ({
      body: bytes,
      signature: signature.slice(0, at) + digit + signature.slice(at + 1),
    })),
    fc.nat({ max: 63 }).map((length) => ({ body: bytes, signature: signature.slice(0, length) })),
    fc.stringMatching(/^[\x21-\x7e]{0,80}$/).map((text) => ({ body: bytes, signature: text })),
    fc.stringMatching(/^[\x21-\x7e]{1,20}$/).map((secret) => ({
      body: bytes,
      signature: signWebhook(secret, bytes),
    })),
  )
  await fc.assert(
    fc.asyncProperty(altered, async (attempt) => {
      fc.pre(attempt.signature !== signature || attempt.body !== bytes)
      expect(await world.post(attempt.body, attempt.signature)).toBe(401)
    }),
    { numRuns: 2_000 },
  )
  expect(world.store.entries).toEqual([])
  expect(await world.post(bytes, signature)).toBe(200)
})

it('says of refused signatures once a minute how many there were, and which variable may be wrong', async () => {
  const world = await setUp()
  const refuse = () => world.post('{}', 'forged')
  for (let time = 0; time < 4; time++) await refuse()
  world.clock.advance(60_000)
  await refuse()
  const advice = expect.stringContaining('LEMONSQUEEZY_WEBHOOK_SECRET')
  const fields = { provider: 'lemonsqueezy', problem: 'forged', advice }
  expect(world.lines).toEqual([1, 4].map((refused) => [{ ...fields, refused }, 'A webhook was refused']))
})

it('answers whatever is signed with 200 or 400', async () => {
  const world = await setUp()
  const message = JSON.parse(await pay(world))
  const names = Object.keys(message.data.attributes)
  const odd = fc.tuple(fc.constantFrom(...names, 'id'), fc.jsonValue()).map(([name, value]) => {
    const { attributes, ...data } = message.data
    const changed =
      name === 'id' ? { attributes, id: value } : { attributes: { ...attributes, [name]: value } }
    return { ...message, data: { ...data, ...changed } }
  })
  await fc.assert(
    fc.asyncProperty(fc.oneof(odd, fc.jsonValue()), async (value) => {
      const text = JSON.stringify(value)
      expect([200, 400]).toContain(await world.postSigned(text))
    }),
    { numRuns: 2_000 },
  )
  for (const { amount, balance } of world.store.entries) {
    expect(Math.abs(amount)).toBeLessThanOrEqual(100)
    expect(balance).toBeGreaterThanOrEqual(0)
  }
})

it('loses nothing when the sender gives up: ten minutes after the store is back it is put right, once', async () => {
  const { standin, clock, store, purchases, app, told, open } = await setUp()
  const server = await startServer({ app, port: 0, hostname: '127.0.0.1', log: silent })
  onTestFinished(() => server.close(0))
  standin.sendTo(`http://127.0.0.1:${server.port}${path}`)
  purchases.start()
  const url = await open()

  store.down = true
  standin.pay(url)
  await standin.sender.idle()
  for (const pause of [5_000, 25_000, 125_000]) {
    clock.advance(pause)
    await standin.sender.idle()
  }
  expect(standin.sender.deliveries).toMatchObject([{ answers: [503, 503, 503, 503], state: 'given-up' }])

  store.down = false
  for (let minute = 0; minute < 10; minute++) {
    clock.advance(60_000)
    await new Promise(setImmediate)
  }
  await vi.waitFor(() => expect(told).toEqual([['ann', 100]]))
  standin.refund('90001', 250)
  await standin.sender.idle()
  clock.advance(60 * 60_000)
  await vi.waitFor(() =>
    expect(standin.requests.filter((line) => line.startsWith('GET')).length).toBeGreaterThan(2),
  )
  expect(store.entries.map(({ amount }) => amount)).toEqual([100, -50])
  expect(told).toHaveLength(1)
})
