/** An operator is told of what Discord's rule for whoever sells does not allow. */
import { expect, it } from 'vitest'
import { readPacks } from '#core/payments/packs.ts'
import { listSkuPacks, readSkus } from '#core/payments/skus.ts'
import { warnOfSales } from '#core/payments/warn-of-sales.ts'
import { createKeptLog } from '#tests/kept-log.ts'
import { createPlatformShop } from './platform.ts'
import { openTestCheckout } from './shop.ts'

const [one, two] = ['1310000000000000001', '1310000000000000002']

it.each([
  ['a:100:$5,b:500:$20', `${one}:a,${two}:b`, []],
  ['a:100:$5,b:500:$20', `${one}:a:$4.99,${two}:b:US$20`, []],
  ['a:100:$5,b:500:$20', `${one}:a:$5.99`, ['a dearer', 'missing b']],
  ['a:100:5 €,b:500:$20', `${one}:a:€5.49,${two}:b:19 €`, ['a dearer']],
  ['a:100:5 €', `${one}:a:$9`, []],
  ['a:100:five,b:500:1 or 2 €', `${one}:a:six,${two}:b:3 €`, []],
  ['a:100:$5,b:500:$20', '', ['missing a,b']],
])('of %s beside %s: %j', (packs, skus, warned) => {
  const elsewhere = readPacks(packs).packs
  const { findPurchase: _, ...site } = { ...openTestCheckout({ packs: elsewhere }), packs: elsewhere }
  const sold = skus === '' ? [] : listSkuPacks(elsewhere, readSkus(skus).skus)
  const { log, lines } = createKeptLog()
  warnOfSales([{ ...createPlatformShop(), packs: sold }, site], log)
  expect(
    lines.map(({ fields }) => (fields.pack ? `${fields.pack} dearer` : `missing ${fields.packs}`)),
  ).toEqual(warned)
})

it('says nothing where nothing is sold but on Discord, or at the test checkout', () => {
  const { log, lines } = createKeptLog()
  warnOfSales([], log)
  warnOfSales([createPlatformShop()], log)
  warnOfSales([openTestCheckout()], log)
  expect(lines).toEqual([])
})
