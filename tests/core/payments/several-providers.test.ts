/** Several providers at once: one ledger, reports of all in any order and from any source, and trouble that stays with one. */
import fc from 'fast-check'
import { expect, it, vi } from 'vitest'
import { listPacks } from '#core/payments/offers.ts'
import type { OrderReport } from '#core/payments/provider.ts'
import { signPayment } from '#tests/core/pay.ts'
import { back, minute, setUp } from './counter.ts'
import { createPlatformShop } from './platform.ts'
import { ann, openTestCheckout, tell } from './shop.ts'

const report = (provider: string, changes: Partial<OrderReport> = {}): OrderReport => ({
  provider,
  order: '1',
  account: 'ann',
  purchase: { pack: 'starter', credits: 100 },
  refunded: 0,
  createdAt: 0,
  ...changes,
})

it('ends the same whatever way the reports of two come, although their orders are called the same', async () => {
  const { start, store, findAmounts } = await setUp(createPlatformShop())
  const purchases = start()
  const said = fc.constantFrom(0, 0.25, 0.5, 1)
  const reports = fc.array(fc.tuple(fc.constantFrom('lemonsqueezy', 'discord'), said), {
    minLength: 1,
    maxLength: 8,
  })
  let number = 0
  await fc.assert(
    fc.asyncProperty(reports, fc.boolean(), async (events, together) => {
      const order = String(++number)
      const take = ([provider, refunded]: (typeof events)[number]) =>
        purchases.report(report(provider, { order, refunded }))
      if (together) await Promise.all(events.map(take))
      else for (const event of events) await take(event)
      for (const provider of ['lemonsqueezy', 'discord']) {
        const own = events.filter(([name]) => name === provider).map(([, refunded]) => refunded)
        const booked = store.entries.filter(({ reference }) => reference === `${provider}:${order}`)
        expect(booked.reduce((sum, { amount }) => sum + amount, 0)).toBe(
          own.length === 0 ? 0 : 100 - 100 * Math.max(...own),
        )
        expect(booked.filter(({ key }) => key === `purchase:${provider}:${order}`)).toHaveLength(
          own.length === 0 ? 0 : 1,
        )
      }
    }),
    { numRuns: 300 },
  )
  expect(findAmounts().every(([account]) => account === 'ann')).toBe(true)
})

it('tells the buyer once of each, also when the event and the list both bring it', async () => {
  const shop = createPlatformShop()
  const { open, told, clock, look } = await setUp(shop)
  const purchases = await open()
  const bought = report('discord', { createdAt: clock.now() })
  shop.orders.push(bought)
  expect(await purchases.report(bought)).toBe('settled')
  await purchases.report(report('lemonsqueezy', { createdAt: clock.now() }))
  await look()
  await vi.waitFor(() => expect(shop.looks).toBeGreaterThan(1))
  await purchases.stop()
  expect(told).toEqual(['discord', 'lemonsqueezy'].map((provider) => ['ann', 100, { provider }]))
})

it('reads a webhook as its provider alone does', async () => {
  const checkout = openTestCheckout()
  const { standin, start, buy, findAmounts } = await setUp(checkout, createPlatformShop())
  const purchases = start()
  expect(purchases.webhooks).toEqual(['lemonsqueezy', 'test'])
  const order = await buy(purchases)
  const text = standin.render('order_created', order)
  const take = (provider: string) =>
    purchases.receiveWebhook(provider, new TextEncoder().encode(text), () => standin.sign(text))
  expect(await take('test')).toBe('forged')
  for (const unknown of ['discord', 'nobody', '', 'constructor'])
    await expect(take(unknown)).rejects.toMatchObject({ code: 'no-provider' })
  expect(findAmounts()).toEqual([])
  expect(await tell(purchases, standin, order)).toBe('done')
  const url = await purchases.openCheckout(ann, 'team', back, { provider: 'test' })
  const { body, headers } = signPayment({ testCheckout: checkout }, url)
  expect(await purchases.receiveWebhook('test', body, (name) => headers[name])).toBe('done')
  expect(findAmounts()).toEqual([
    ['ann', 100],
    ['ann', 500],
  ])
})

it('opens a checkout where it is asked to, else at the first that sells the pack', async () => {
  const { standin, start } = await setUp(openTestCheckout(), createPlatformShop())
  const purchases = start()
  const buyAt = (provider?: string) => purchases.openCheckout(ann, 'starter', back, { provider })
  expect(await buyAt()).toContain(standin.baseUrl.replace(/\/v1$/, ''))
  expect(await buyAt('test')).toContain('/checkout/test/')
  for (const provider of ['discord', 'nobody'])
    await expect(buyAt(provider)).rejects.toMatchObject({ code: 'no-pack' })
})

it.each([
  ['Lemon Squeezy', 'discord'],
  ['the platform', 'lemonsqueezy'],
])('goes on comparing orders with the other while %s is in trouble', async (_who, working) => {
  const shop = createPlatformShop()
  const { standin, open, buy, clock, finishLooks, findAmounts } = await setUp(shop)
  const purchases = await open()
  await vi.waitFor(() => expect(shop.looks).toBe(1))
  await buy(purchases)
  shop.orders.push(report('discord', { purchase: { pack: 'team', credits: 500 }, createdAt: clock.now() }))
  shop.away = working === 'lemonsqueezy'
  if (working === 'discord') standin.behave({ kind: 'error', status: 401 })
  clock.advance(10 * minute)
  const [one, other] = (working === 'discord' ? [500, 100] : [100, 500]).map((amount) => ['ann', amount])
  await vi.waitFor(() => expect(findAmounts()).toEqual([one]))
  await finishLooks(2)
  await vi.waitFor(() => expect(shop.looks).toBe(2))
  shop.away = false
  clock.advance(minute)
  await vi.waitFor(() => expect(findAmounts()).toEqual([one, other]))
})

it('looks through all orders of the provider alone whose report could not be settled', async () => {
  const shop = createPlatformShop()
  const { open, store, clock, finishLooks, findAmounts } = await setUp(shop)
  const purchases = await open()
  await vi.waitFor(() => expect(shop.looks).toBe(1))
  const since: (number | undefined)[] = []
  const { listOrders } = shop
  shop.listOrders = (from) => {
    since.push(from)
    return listOrders(from)
  }
  store.down = true
  await expect(purchases.report(report('discord'))).rejects.toMatchObject({ code: 'store-unavailable' })
  store.down = false
  shop.orders.push(report('discord'))
  clock.advance(10 * minute)
  await vi.waitFor(() => expect(findAmounts()).toEqual([['ann', 100]]))
  await finishLooks(2)
  expect(since).toEqual([undefined])
})

it('names the provider of what is in doubt and of what credits nobody', async () => {
  const { start, errors, doubts } = await setUp(createPlatformShop())
  const purchases = start()
  expect(await purchases.countUnclaimed()).toEqual({ lemonsqueezy: 0, discord: 0 })
  for (const provider of ['lemonsqueezy', 'discord', 'discord']) {
    await purchases.report(report(provider, { order: `lost of ${provider}`, account: 'nobody' }))
    await purchases.report(report(provider))
    await purchases.report(report(provider, { doubt: 'unpaid' }))
  }
  await purchases.report(report('gone', { account: 'nobody' }))
  expect(await purchases.countUnclaimed()).toEqual({ lemonsqueezy: 1, discord: 1, gone: 1 })
  expect(doubts).toEqual(['lemonsqueezy unpaid', 'discord unpaid'])
  expect(errors.map(([, fields]) => fields)).toMatchObject([
    { provider: 'lemonsqueezy' },
    { provider: 'discord' },
  ])
})

it('offers each pack in all ways that can be used where it is shown', () => {
  const [checkout, shop] = [openTestCheckout(), createPlatformShop()]
  const [, other] = [checkout, { ...checkout, name: 'other', title: 'Other' }]
  expect(listPacks([])).toEqual([])
  expect(listPacks([shop], 'slack')).toEqual([])
  const lead = (path: string) => [{ provider: 'test', kind: 'address', path }]
  expect(listPacks([checkout], 'discord')).toEqual([
    { name: 'starter', credits: 100, price: '$5', offers: lead('/checkout/starter') },
    { name: 'team', credits: 500, price: '$20', offers: lead('/checkout/team') },
  ])
  for (const elsewhere of [undefined, 'slack'] as const)
    expect(listPacks([checkout, shop], elsewhere)).toEqual(listPacks([checkout]))
  const onDiscord = listPacks([checkout, shop], 'discord')
  expect(onDiscord.map(({ price }) => price)).toEqual(['$5', '$20', '$22'])
  expect(onDiscord[0]?.offers).toEqual([
    { provider: 'test', seller: 'Test checkout', kind: 'address', path: '/checkout/starter' },
    { provider: 'discord', seller: 'Discord', kind: 'platform', platform: 'discord', sku: 'sku-1' },
  ])
  expect(listPacks([checkout, other]).map(({ offers }) => offers)).toMatchObject([
    [{ path: '/checkout/starter/test' }, { path: '/checkout/starter/other' }],
    [{ path: '/checkout/team/test' }, { path: '/checkout/team/other' }],
  ])
})
