/** An operator is told of pictures whose credits are sold for less than they cost at the vendor. */
import { expect, it } from 'vitest'
import { usualPrices } from '#core/images/charging/prices.ts'
import { defaultPacks, readPacks } from '#core/payments/packs.ts'
import { findCreditPrice, readDollars, warnOfCosts } from '#core/payments/warn-of-costs.ts'
import { createKeptLog } from '#tests/kept-log.ts'

it.each([
  ['$5', 5],
  [' $ 0.99', 0.99],
  ['US$12', 12],
  ['20 USD', 20],
  ['7.50 $', 7.5],
  ['5 €', undefined],
  ['€5', undefined],
  ['A$5', undefined],
  ['free', undefined],
  ['$five', undefined],
  ['$1.2.3', undefined],
  ['', undefined],
])('reads %j as %s dollars', (price, dollars) => {
  expect(readDollars(price)).toBe(dollars)
})

it('takes a credit at its cheapest', () => {
  expect(findCreditPrice(defaultPacks)).toBe(0.03)
  expect(findCreditPrice(readPacks('a:100:€5').packs)).toBeUndefined()
  expect(findCreditPrice([])).toBeUndefined()
})

it.each([
  ['starter:100:$5,team:2000:$60', 'gpt-image-2', []],
  ['starter:100:$5,cheap:1000:$5', 'gpt-image-2', ['draft', 'standard', 'premium']],
  ['cheap:1000:$6', 'gpt-image-2', ['premium']],
  ['cheap:1000:$1', 'gpt-image-9-eclipse', []],
  ['cheap:1000:€1', 'gpt-image-2', []],
])('by %s, of %s: %j', (packs, id, warned) => {
  const { log, lines } = createKeptLog()
  const model = { id, draw: async () => ({ pictures: [] }) }
  const other = { ...model, id: 'placeholder' }
  const providers = [{ packs: [] }, { packs: readPacks(packs).packs }]
  warnOfCosts({ model: other, otherModels: [model], providers, log }, usualPrices)
  expect(lines.map(({ fields }) => fields.quality)).toEqual(warned)
  for (const { level, fields } of lines) {
    expect(level).toBe('warn')
    expect(fields).toMatchObject({ model: id, cost: expect.any(Number), sold: expect.any(Number) })
  }
})
