/** What a balance is shown with. */
import { expect, it } from 'vitest'
import { renderBalance } from '#bots/messages/credits.ts'
import { speak, usualPrices } from '#core/index.ts'

const shop = { prices: usualPrices, publicUrl: 'https://bot.example' }
const at = Date.parse('2026-11-23T20:35:00Z')

it('leads to the receipt of each purchase, and says whose the others are', () => {
  const receipts = [
    { at, receipt: { kind: 'page', path: '/account/receipts/lemonsqueezy/7' } },
    { at, receipt: { kind: 'seller', title: 'Discord' } },
  ] as const
  const { blocks } = renderBalance(speak('en'), { balance: 9, entries: [], receipts }, shop)
  const link = { link: 'https://bot.example/account/receipts/lemonsqueezy/7', label: '23 Nov 2026' }
  expect(blocks).toContainEqual({
    kind: 'text',
    text: ['Receipts: ', link, ', 23 Nov 2026 from Discord'],
  })
  expect(JSON.stringify(renderBalance(speak('en'), { balance: 9, entries: [] }, shop))).not.toContain(
    'Receipt',
  )
})
