/** The pages where nothing is sold: no way to a checkout, and whom to ask. */
import { expect, it } from 'vitest'
import { usualPrices } from '#core/index.ts'
import { renderAccount } from '#web/pages/account.ts'
import { renderPricing } from '#web/pages/pricing.ts'

const shop = { listPacks: () => [], contact: 'Ann & <Co>', prices: usualPrices }
const account = {
  balance: 3,
  shop,
  chart: {
    month: { month: '2026-11', timeZone: 'UTC', days: [], spent: 0, added: 0, isWhole: true },
    ...{ before: undefined, after: undefined },
  },
  ...{ pictures: { entries: [], hasMore: false }, additions: { entries: [], hasMore: false } },
  notes: { names: new Map(), drawings: new Map(), describeReceipt: () => undefined },
  teamOrders: [],
  teams: [],
  done: undefined,
}

it.each([
  ['the prices', () => renderPricing({ shop, welcomeCredits: 0, operator: { name: 'Ann', refundDays: 14 } })],
  ['the account', () => renderAccount(account)],
])('%s have nothing to buy, and say whom to ask', async (_page, render) => {
  const page = String(await render())
  expect(page).not.toContain('/checkout/')
  expect(page).not.toContain('Buy')
  expect(page).toContain('Credits aren’t sold here. For more, ask Ann &amp; &lt;Co&gt;.')
})
