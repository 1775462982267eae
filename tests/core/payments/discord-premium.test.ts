/** Discord's port against its stand-in: what is asked, what is read, and what is none of ours. */
import fc from 'fast-check'
import { expect, it } from 'vitest'
import { systemClock } from '#core/clock.ts'
import type { OrderReport, PlatformProvider } from '#core/payments/provider.ts'
import { entitlementType } from '#tests/standins/discord/premium.ts'
import { openDiscord, starter, team } from './discord.ts'
import { createHurry } from './shop.ts'

async function open(options: { testMode?: boolean } = {}) {
  const discord = await openDiscord(createHurry(), options)
  const [ann, ben] = ['ann', 'ben'].map((name) => discord.standin.createPerson(name))
  if (!ann || !ben) throw new Error('Nobody is there')
  return { ...discord, ann, ben, buy: discord.premium.buy }
}

async function list(provider: PlatformProvider, since?: number) {
  const reports: OrderReport[] = []
  for await (const report of provider.listOrders(since)) reports.push(report)
  return reports
}

it('reads who bought what, and when, by our own table', async () => {
  const { provider, ann, buy } = await open()
  const { id } = buy(ann, starter)
  const report: OrderReport = {
    provider: 'discord',
    order: id,
    user: { platform: 'discord', user: ann.id },
    purchase: { pack: 'starter', credits: 100 },
    refunded: 0,
    isOpen: true,
    createdAt: expect.closeTo(systemClock.now(), -5),
  }
  expect(await list(provider)).toEqual([report])
  expect(await provider.findOrder(id)).toEqual(report)
  expect(await provider.findOrder('1')).toBeUndefined()
  expect(await provider.findOrder('../../users')).toBeUndefined()
})

it('lists all there are, newest first, over several pages, also what was taken away, and stops at the moment asked for', async () => {
  const { provider, premium, standin, ben } = await open()
  const bought = []
  for (let number = 0; number < 230; number++) {
    const { id } = premium.buy(standin.createPerson(`ann ${number}`), starter)
    bought.unshift(id)
    standin.advance(60_000)
    if (number % 7 === 0) premium.refund(id)
  }
  const reports = await list(provider)
  expect(reports.map(({ order }) => order)).toEqual(bought)
  expect(reports.filter(({ refunded }) => refunded === 1)).toHaveLength(33)
  const since = reports[150]?.createdAt ?? 0
  premium.buy(ben, team)
  const asked = standin.requests.length
  expect(await list(provider, since)).toHaveLength(152)
  expect(standin.requests.length - asked).toBe(2)
})

it('sells anything else under no pack, and credits what is given away with nothing', async () => {
  const { provider, ann, buy, lines } = await open()
  buy(ann, '1310000000000000009')
  buy(ann, starter, { type: entitlementType.developerGift })
  buy(ann, team, { type: entitlementType.userGift })
  const reports = await list(provider)
  expect(reports.map(({ purchase }) => purchase?.pack)).toEqual(['team', undefined])
  expect(lines).toEqual([])
})

it.each([
  [false, [false, undefined]],
  [true, [undefined, true]],
])('in test mode %s takes test purchases alone, or none', async (testMode, [live, test]) => {
  const { provider, ann, buy } = await open({ testMode })
  const one = buy(ann, starter)
  const other = buy(ann, team, { type: entitlementType.testModePurchase })
  const found = await Promise.all([one, other].map(({ id }) => provider.findOrder(id)))
  expect(found.map((report) => report && Boolean(report.isTest))).toEqual([live, test])
  const readings = await Promise.all(
    [one, other].map((each) => provider.readEvent('ENTITLEMENT_CREATE', each)),
  )
  const taken = { kind: 'order' }
  const refused = { kind: 'irrelevant', reason: 'other-mode' }
  expect(readings).toMatchObject(testMode ? [refused, taken] : [taken, refused])
})

it('believes nothing of another application, and nothing that is no entitlement', async () => {
  const { provider, ann, buy } = await open()
  const foreign = buy(ann, starter, { application: '1300000000000000000' })
  const read = (data: object) => provider.readEvent('ENTITLEMENT_CREATE', data)
  expect(await read(foreign)).toEqual({ kind: 'irrelevant', reason: 'other-store', order: foreign.id })
  const own = buy(ann, team)
  for (const field of ['id', 'sku_id', 'application_id', 'type']) {
    for (const value of [undefined, null, {}, 1.5, 'x', '../1']) {
      expect(await read({ ...own, [field]: value })).toMatchObject({ kind: 'unreadable' })
    }
  }
  expect(await read({ ...own, type: 'x' })).toMatchObject({ order: own.id })
})

it('reads anything as one of three things', async () => {
  const { provider, ann, buy } = await open()
  const own = buy(ann, starter)
  const data = fc.oneof(
    fc.object(),
    fc.object().map((odd) => ({ ...own, ...odd })),
    fc.dictionary(fc.constantFrom(...Object.keys(own)), fc.jsonValue()).map((odd) => ({ ...own, ...odd })),
  )
  await fc.assert(
    fc.asyncProperty(data, async (value) => {
      const { kind } = await provider.readEvent('ENTITLEMENT_CREATE', value)
      expect(['order', 'irrelevant', 'unreadable']).toContain(kind)
    }),
    { numRuns: 500 },
  )
})

it('takes a deletion that says so, and looks up one that does not', async () => {
  const { provider, premium, standin, ann, buy } = await open()
  const { id, ...rest } = buy(ann, starter)
  const told = { id, ...rest, deleted: false, consumed: true }
  const read = () => provider.readEvent('ENTITLEMENT_DELETE', told)
  expect(await read()).toMatchObject({ report: { refunded: 0, isOpen: true } })
  premium.refund(id)
  expect(await read()).toMatchObject({ report: { refunded: 1 } })
  standin.trouble({ kind: { refusal: 'unknownEntitlement' }, routes: ['get-entitlement'] })
  expect(await read()).toMatchObject({ report: { refunded: 1 } })
  const asked = standin.requests.length
  expect(await provider.readEvent('ENTITLEMENT_DELETE', { ...told, deleted: true })).toMatchObject({
    report: { refunded: 1 },
  })
  expect(standin.requests).toHaveLength(asked)
})

it('consumes once, and takes what was consumed or is gone for done', async () => {
  const { provider, premium, standin, ann, buy } = await open()
  const { id } = buy(ann, starter)
  await provider.consume(id)
  await provider.consume(id)
  expect(premium.listOpen()).toEqual([])
  const gone = buy(ann, team)
  premium.refund(gone.id)
  await provider.consume(gone.id)
  await provider.consume('99')
  const third = buy(ann, starter)
  standin.trouble({ kind: { refusal: 'missingAccess' }, routes: ['consume-entitlement'] })
  await expect(provider.consume(third.id)).rejects.toMatchObject({ code: 'provider-trouble' })
  standin.trouble({ kind: 'reset', routes: ['consume-entitlement'], afterwards: true })
  await expect(provider.consume(third.id)).rejects.toMatchObject({ data: { problem: 'down' } })
  expect(premium.listOpen()).toEqual([])
})

it('asks who it is once, and again after that failed', async () => {
  const { provider, standin, ann, buy } = await open()
  const { id } = buy(ann, starter)
  standin.trouble({ kind: { refusal: 'unauthorized' }, routes: ['application'] })
  await expect(provider.findOrder(id)).rejects.toMatchObject({ data: { problem: 'refused' } })
  for (let time = 0; time < 2; time++) expect(await provider.findOrder(id)).toBeDefined()
  expect(standin.requests.filter(({ route }) => route === 'application')).toHaveLength(2)
})

it('reads on past what cannot be read, and names it to the operator', async () => {
  const { provider, premium, standin, ann, lines } = await open()
  premium.buy(ann, starter)
  const odd = { ...premium.buy(ann, team), type: 'odd' }
  standin.trouble({ kind: { answer: [odd] }, routes: ['list-entitlements'] })
  expect(await list(provider)).toHaveLength(1)
  expect(lines).toMatchObject([{ level: 'warn', fields: { order: odd.id } }])
})
