/** Packs side by side: what each saves, which is recommended, and what nobody can tell. */
import { expect, it } from 'vitest'
import { comparePacks, readMoney } from '#core/payments/compare-packs.ts'

const pack = (credits: number, price: string) => ({ credits, price })

it('tells what each pack saves against the smallest, and recommends the middle one', () => {
  const packs = [pack(2_000, '$60'), pack(100, '$5'), pack(500, '$20')]
  expect(comparePacks(packs).map(({ saving, isRecommended }) => [saving, isRecommended])).toEqual([
    [40, false],
    [0, false],
    [20, true],
  ])
  expect(comparePacks(packs)[1]?.credit).toEqual({ before: '$', after: '', amount: 0.05 })
})

it.each([
  ['one pack', [pack(100, '$5')], [false]],
  ['two packs', [pack(100, '$5'), pack(200, '$8')], [false, true]],
  ['packs that save nothing', [pack(100, '$5'), pack(200, '$10'), pack(300, '$15')], [false, false, false]],
  ['prices nobody can read', [pack(100, 'free'), pack(200, '1 or 2 €'), pack(300, '')], [false, true, false]],
  ['two currencies', [pack(100, '$5'), pack(200, '8 €')], [false, true]],
])('recommends what it can of %s', (_what, packs, recommended) => {
  expect(comparePacks(packs).map(({ isRecommended }) => isRecommended)).toEqual(recommended)
  expect(comparePacks(packs).every(({ saving }) => saving >= 0)).toBe(true)
})

it.each([
  ['$5', { before: '$', amount: 5, after: '' }],
  ['4.99 €', { before: '', amount: 4.99, after: ' €' }],
  ['CHF 10', { before: 'CHF ', amount: 10, after: '' }],
  ['1,000 ¥', undefined],
  ['$1.2.3', undefined],
  ['', undefined],
])('reads %j as %j', (price, money) => {
  expect(readMoney(price)).toEqual(money)
})
