/** Prices are an operator's to set; what was charged once stays as it was, whatever they are later. */
import { expect, it, onTestFinished } from 'vitest'
import { readConfig } from '#core/config.ts'
import { findPrice, readPrices, usualPrices } from '#core/images/charging/prices.ts'
import type { Prices } from '#core/index.ts'
import { createSqlitePlace } from '#tests/core/store/places.ts'
import { createPlainCore } from '../rig.ts'

const dear = readPrices('draft:2,standard:10:25, premium : 30 : 70').prices

it.each([
  ['draft:2', { draft: { usual: 2, large: 2 } }],
  [
    'standard:10:25, premium : 30 : 70',
    { standard: { usual: 10, large: 25 }, premium: { usual: 30, large: 70 } },
  ],
  ['premium:100000', { premium: { usual: 100_000, large: 100_000 } }],
])('are read from %s, and else as they are usually', (text, changed) => {
  expect(readPrices(text)).toEqual({ prices: { ...usualPrices, ...changed }, faults: [] })
  expect(readConfig({ PRICES: text }).config.rules.prices).toEqual({ ...usualPrices, ...changed })
})

it.each([
  ['', 1],
  ['best:5', 1],
  ['draft', 1],
  ['draft:0', 1],
  ['draft:-1', 1],
  ['draft:1.5', 1],
  ['draft:1:', 1],
  ['draft:1:2:3', 1],
  ['draft:100001', 1],
  ['draft:1,draft:2', 1],
  ['constructor:1', 1],
  ['draft:x,premium:1:y,standard:1', 2],
])('are refused as %j, in %i sentences', (text, count) => {
  expect(readPrices(text).faults).toHaveLength(count)
})

it('depend on the size only above what every model takes', () => {
  const sizes = [
    [1536, 1024, 10],
    [1024, 1536, 10],
    [1536, 864, 10],
    [1552, 1024, 25],
    [3840, 2160, 25],
  ] as const
  for (const [width, height, price] of sizes) {
    const asked = { quality: 'standard', size: { width, height }, count: 2 } as const
    expect([width, findPrice(dear, asked)]).toEqual([width, 2 * price])
    expect(findPrice(usualPrices, asked)).toBe(20)
  }
  // As a program stored it that had other qualities.
  const foreign = { quality: 'ultra' as 'premium', size: { width: 1024, height: 1024 }, count: 1 }
  expect(findPrice(dear, foreign)).toBe(10)
})

it('are those of today for what is ordered, and of then for what was', async () => {
  const place = await createSqlitePlace()
  onTestFinished(place.remove)
  async function boot(prices: Prices) {
    const core = createPlainCore({ store: await place.open() }, { prices, welcomeCredits: 1_000 })
    const { id: owner } = await core.accounts.openAccount({ platform: 'terminal', user: 'ann', name: 'ann' })
    const origin = { platform: 'terminal', address: {} } as const
    async function order(call: string, prompt: string) {
      const wanted = { owner, call, origin, prompt, size: '2048x2048', count: 2, fresh: true }
      const { id } = await (await core.images.order(wanted)).done
      await core.images.markDelivered(id, 'reply').catch(() => undefined)
      return await core.history.requireVisible(owner, id)
    }
    const findBalance = () => core.credits.findBalance(owner)
    return { core, owner, order, findBalance }
  }
  const first = await boot(dear)
  const fox = await first.order('1', 'fox')
  expect(fox.price).toBe(50)
  expect(await first.order('2', 'blocked')).toMatchObject({ price: 50, status: 'refunded' })
  expect(await first.findBalance()).toBe(950)
  await first.core.stop(0)
  await first.core.close()

  const second = await boot(usualPrices)
  expect(await second.order('1', 'fox')).toEqual(fox)
  expect(await second.findBalance()).toBe(950)
  expect((await second.order('3', 'fox')).price).toBe(20)
  expect(await second.findBalance()).toBe(930)
  await second.core.stop(0)
  await second.core.close()
})
