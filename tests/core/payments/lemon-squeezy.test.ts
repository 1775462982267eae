/** Lemon Squeezy's port against its stand-in: what is sent, what is read, and what trouble is called. */
import { expect, it } from 'vitest'
import type { OrderReport, WebProvider } from '#core/payments/provider.ts'
import { readVendorAnswer } from '#core/vendor-answer.ts'
import type { Order } from '#tests/standins/lemonsqueezy/orders.ts'
import type { LemonSqueezyStandin } from '#tests/standins/lemonsqueezy/standin.ts'
import { createHurry, openShop, packs, sellThrough } from './shop.ts'

const [starter] = packs
const open = (payments: WebProvider, changes: object = {}) =>
  payments.createCheckout({
    account: 'ann',
    email: 'ann@example.com',
    pack: starter ?? { name: 'none', credits: 0, price: '' },
    returnUrl: 'https://bot.example/checkout/return?after=3',
    expiresAt: Date.now() + 60_000,
    ...changes,
  })
const list = async (payments: WebProvider, since?: number) => {
  const reports: OrderReport[] = []
  for await (const report of payments.listOrders(since)) reports.push(report)
  return reports
}
const readSigned = (standin: LemonSqueezyStandin, payments: WebProvider, message: string | object) => {
  const text = typeof message === 'string' ? message : JSON.stringify(message)
  const signature = standin.sign(text)
  return payments.readWebhook(new TextEncoder().encode(text), (name) =>
    name === 'x-signature' ? signature : undefined,
  )
}
/** An order that is paid, and the webhook that tells of it. */
async function buy(changes: Partial<Order> = {}, options: Parameters<typeof openShop>[0] = {}) {
  const { standin, payments } = await openShop(options)
  const order = standin.pay(await open(payments), changes)
  const render = (event = 'order_created') => standin.render(event, order)
  const read = (message: string | object) => readSigned(standin, payments, message)
  return { standin, payments, order, render, read }
}

it('opens a checkout for one variant, with the address filled in and the account as our own data', async () => {
  const { standin, payments } = await openShop()
  const url = await open(payments)
  const [checkout] = standin.checkouts.values()
  expect(url).toContain(`/checkout/custom/${checkout?.id}`)
  expect(checkout).toMatchObject({
    variant: 101,
    enabledVariants: [101],
    email: 'ann@example.com',
    custom: { account_id: 'ann' },
    redirectUrl: 'https://bot.example/checkout/return?after=3',
    testMode: true,
  })
})

it('opens one for a person without an address', async () => {
  const { standin, payments } = await openShop()
  await open(payments, { email: undefined })
  expect([...standin.checkouts.values()].map(({ email }) => email)).toEqual([''])
})

it.each([
  [
    { kind: 'error', status: 429, retryAfter: 7 },
    { problem: 'busy', retryAfter: 7_000 },
  ],
  [{ kind: 'error', status: 503 }, { problem: 'down' }],
  [{ kind: 'html', status: 502 }, { problem: 'down' }],
  [{ kind: 'error', status: 401 }, { problem: 'refused' }],
  [{ kind: 'hang' }, { problem: 'late' }],
] as const)('never asks for a checkout twice, and tells %o apart', async (behaviour, data) => {
  const { standin, payments } = await openShop({ timeout: 300 })
  standin.behave(behaviour)
  await expect(open(payments)).rejects.toMatchObject({ code: 'provider-trouble', data })
  expect(standin.requests).toHaveLength(1)
})

it('says which field was refused, and not what was in it', async () => {
  const { payments } = await openShop()
  const error = await open(payments, { email: 'canary' }).catch((caught: Error) => caught)
  expect(error).toMatchObject({ data: { problem: 'refused' } })
  expect(String((error as Error).cause)).toContain('/data/attributes/checkout_data/email')
  expect(String((error as Error).cause)).not.toContain('canary')
})

it('finds a provider that is not there', async () => {
  const { standin, payments } = await openShop()
  await standin.close()
  await expect(open(payments)).rejects.toMatchObject({ data: { problem: 'down' } })
  standin.close = async () => undefined
})

it('lists orders of all pages, newest first, without an account', async () => {
  const { standin, payments } = await openShop()
  const url = await open(payments)
  for (let number = 0; number < 250; number++) standin.pay(url, { createdAt: 1_000_000 + number })
  standin.pay(url, { status: 'pending', createdAt: 2_000_000 })
  const [pending, ...reports] = await list(payments)
  expect(pending).toMatchObject({ order: '90251', doubt: 'unpaid' })
  expect(reports).toHaveLength(250)
  expect(reports[0]).toEqual({
    provider: 'lemonsqueezy',
    order: '90250',
    buyer: 'ann@example.com',
    purchase: { pack: 'starter', credits: 100 },
    refunded: 0,
    createdAt: 1_000_249,
  })
  expect(standin.requests.filter((request) => request.startsWith('GET'))).toHaveLength(3)
})

it('goes on at the page that was passed last, whatever was bought meanwhile', async () => {
  const { standin, payments } = await openShop()
  const url = await open(payments)
  for (let number = 0; number < 250; number++) standin.pay(url, { createdAt: 1_000_000 + number })
  const places: string[] = []
  const pages = { passed: async (place: string) => void places.push(place) }
  const seen = new Set<string>()
  for await (const { order } of payments.listOrders(0, pages)) {
    seen.add(order)
    if (places.length > 0) break
  }
  for (let number = 0; number < 30; number++) standin.pay(url, { createdAt: 2_000_000 + number })
  for await (const { order } of payments.listOrders(0, { ...pages, from: places[0] })) seen.add(order)
  expect([places, seen.size]).toEqual([['2', '3'], 250])
})

it('asks for no more pages than it needs', async () => {
  const { standin, payments } = await openShop()
  const url = await open(payments)
  for (let number = 0; number < 250; number++) standin.pay(url, { createdAt: 1_000_000 + number })
  expect(await list(payments, 1_000_200)).toHaveLength(50)
  expect(standin.requests.filter((request) => request.startsWith('GET'))).toHaveLength(1)
})

it('asks again while trouble may pass, and waits as it is told', async () => {
  const { standin } = await openShop()
  const clock = createHurry()
  const payments = sellThrough(standin, { clock, timeout: 300 })
  standin.behave({ kind: 'error', status: 429, retryAfter: 20 }, { kind: 'html', status: 500 })
  expect(await list(payments)).toEqual([])
  expect(clock.slept).toEqual([20_000, 5_000])
  standin.behave({ kind: 'hang' })
  expect(await list(payments)).toEqual([])
})

it.each([
  [Array(3).fill({ kind: 'html', status: 500 }), 'down', 3],
  [[{ kind: 'error', status: 401 }], 'refused', 1],
  [[{ kind: 'error', status: 429, retryAfter: 3_600 }], 'busy', 1],
])('gives up on a list after %j', async (behaviours, problem, requests) => {
  const { standin } = await openShop()
  standin.behave(...behaviours)
  await expect(list(sellThrough(standin, { clock: createHurry() }))).rejects.toMatchObject({
    data: { problem },
  })
  expect(standin.requests).toHaveLength(requests)
})

it('keeps to the limit of the minute', async () => {
  const { standin } = await openShop({ perMinute: 1 })
  const payments = sellThrough(standin, { clock: createHurry() })
  await list(payments)
  await expect(list(payments)).rejects.toMatchObject({ data: { problem: 'busy' } })
})

it.each([
  ['a share of the money', { refundedAmount: 125 }, 0.25],
  ['all of it', { refundedAmount: 500, status: 'refunded' as const }, 1],
  ['all of it, whatever amount is named', { refundedAmount: 1, status: 'refunded' as const }, 1],
  ['more than there was', { refundedAmount: 900 }, 1],
])('reads that %s was given back', async (_what, changes, refunded) => {
  const { payments } = await buy(changes)
  expect((await list(payments)).map((report) => report.refunded)).toEqual([refunded])
})

const unpaidWords = ['pending', 'failed', 'chargeback', '', null, 7, undefined]

it.each([
  ...unpaidWords.map((status) => [{ status }, 'unpaid'] as const),
  ...['paid', 'refunded', 'partial_refund'].map((status) => [{ status }, undefined] as const),
  [{ status: 'fraudulent' }, 'fraudulent'],
] as const)(
  'reads of %o whether it is paid, and what was given back whatever it says',
  async ({ status }, doubt) => {
    const { render, read } = await buy()
    const message = JSON.parse(render('order_refunded'))
    const readFields = (fields: object) => {
      const attributes = { ...message.data.attributes, status, ...fields }
      const reading = read({ ...message, data: { ...message.data, attributes } })
      if (reading.kind !== 'order') throw new Error(reading.kind)
      expect(reading.report.doubt).toBe(doubt)
      return reading.report.refunded
    }
    const whole = status === 'refunded' || status === 'fraudulent'
    const refunded_at = '2026-11-01T00:00:00.000000Z'
    expect(readFields({})).toBe(whole ? 1 : 0)
    expect(readFields({ refunded_amount: 125, refunded_at })).toBe(whole ? 1 : 0.25)
    expect(readFields({ refunded: true })).toBe(1)
    const part = status === 'partial_refund' ? 0.25 : 1
    expect(readFields({ refunded: true, refunded_amount: 125, refunded_at })).toBe(part)
    expect(readFields({ refunded: null, refunded_amount: null, refunded_at })).toBe(1)
  },
)

it('finds one order as it is now, and none of another shop', async () => {
  const { standin, payments, order } = await buy({ refundedAmount: 125 })
  expect(await payments.findOrder(order.id)).toMatchObject({ order: order.id, refunded: 0.25 })
  expect(await payments.findOrder('1')).toBeUndefined()
  order.storeId = '1'
  expect(await payments.findOrder(order.id)).toBeUndefined()
  standin.behave({ kind: 'error', status: 401 })
  await expect(payments.findOrder(order.id)).rejects.toMatchObject({ data: { problem: 'refused' } })
})

it('counts what was bought several times', async () => {
  const { payments } = await buy({ quantity: 3 })
  expect(await list(payments)).toMatchObject([{ purchase: { credits: 300 } }])
})

it.each([
  ['other-store', { storeId: '1' }],
  ['other-mode', { testMode: false }],
])('finds a signed order irrelevant: %s', async (reason, changes) => {
  const { order, render, read } = await buy(changes)
  expect(read(render())).toEqual({ kind: 'irrelevant', reason, order: order.id })
})

it('takes live orders alone where money is meant', async () => {
  const { standin, render, read } = await buy({}, { testMode: false })
  expect(read(render())).toMatchObject({ kind: 'order' })
  const trial = sellThrough(standin, { testMode: true })
  expect(readSigned(standin, trial, render())).toMatchObject({ kind: 'irrelevant', reason: 'other-mode' })
})

it('knows nothing of a variant that is not in the table', async () => {
  const { payments } = await buy({ variant: 999 })
  const [report] = await list(payments)
  expect(report).not.toHaveProperty('purchase')
})

it('passes over other events and other data of ours', async () => {
  const { render, read } = await buy()
  expect(read(render('subscription_created'))).toEqual({ kind: 'irrelevant', reason: 'other-event' })
  for (const custom of [undefined, null, [], 'x', { user: '7' }, { account_id: {} }]) {
    const message = JSON.parse(render())
    const reading = read({ ...message, meta: { ...message.meta, custom_data: custom } })
    expect(reading).toMatchObject({ kind: 'order' })
    expect(reading.kind === 'order' && reading.report.account).toBeUndefined()
  }
})

it.each(['', 'null', '[]', '{"meta":{}}', '{"meta":{"event_name":"order_created"}}', '\ud800', '{'])(
  'cannot read %j, though it is signed',
  async (text) => {
    const { standin, payments } = await openShop()
    expect(readSigned(standin, payments, text)).toMatchObject({ kind: 'unreadable' })
  },
)

it.each([
  ['total', 'ten', 'attributes.total:invalid_type'],
  ['test_mode', undefined, 'attributes.test_mode:invalid_type'],
  ['created_at', 'yesterday', 'attributes.created_at:invalid_format'],
])('names the order and the field of a webhook whose %s it cannot read', async (field, value, place) => {
  const { order, render, read } = await buy()
  const message = JSON.parse(render())
  message.data.attributes[field] = value
  const reading = read(message)
  expect(reading).toMatchObject({ kind: 'unreadable', order: order.id })
  expect(readVendorAnswer('cause' in reading ? reading.cause : undefined).param).toBe(place)
})

it('names the order also where its number is a number, or what is said about it cannot be read', async () => {
  const { order, render, read } = await buy()
  const { meta, data } = JSON.parse(render())
  const number = { ...data, id: Number(order.id) }
  for (const message of [{ meta, data: number }, { data }, { meta: { ...meta, event_name: 7 }, data }])
    expect(read(message)).toMatchObject({ kind: 'unreadable', order: order.id })
})
