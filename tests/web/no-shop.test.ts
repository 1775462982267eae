/** The pages where nothing is sold: no way to a checkout, and whom to ask. */
import { expect, it } from 'vitest'
import { usualPrices } from '#core/index.ts'
import { renderAccount } from '#web/pages/account.ts'
import { renderPricing } from '#web/pages/pricing.ts'

const shop = { listPacks: () => [], contact: 'Ann & <Co>', prices: usualPrices }
const account = {
  balance: 3,
  shop,
  entries: [],
  words: { names: new Map(), describeReceipt: () => undefined },
  teamOrders: [],
  more: false,
  identities: [],
  teams: [],
  done: undefined,
}

it.each([
  ['the prices', () => renderPricing(shop, 0)],
  ['the account', () => renderAccount(account)],
])('%s have nothing to buy, and say whom to ask', async (_page, render) => {
  const page = String(await render())
  expect(page).not.toContain('/checkout/')
  expect(page).not.toContain('Buy')
  expect(page).toContain('Credits are not sold here. For more, ask Ann &amp; &lt;Co&gt;.')
})
