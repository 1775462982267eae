/** Whatever shows a price shows the one that is set. */
import { expect, it } from 'vitest'
import { createCommands } from '#bots/commands/index.ts'
import { renderCommands } from '#bots/discord/register.ts'
import { renderEditForm } from '#bots/messages/edit.ts'
import { renderPicture } from '#bots/messages/picture.ts'
import { renderTalk } from '#bots/messages/talk.ts'
import { renderTopup } from '#bots/messages/topup.ts'
import { usualOffer } from '#bots/offer.ts'
import { press } from '#bots/pressed.ts'
import { type Prices, presetNames, priceOrder, speak, utilities } from '#core/index.ts'
import { createGeneration } from '#tests/contracts/store-records.ts'
import { renderPricing } from '#web/pages/pricing.ts'

const words = speak(undefined)

const prices: Prices = {
  draft: { usual: 2, large: 3 },
  standard: { usual: 11, large: 11 },
  premium: { usual: 40, large: 90 },
}
const packs = [{ name: 'one', credits: 440, price: '$5', offers: [] }]
const shop = { prices, listPacks: () => packs, contact: 'Ann' }
const readPage = async () =>
  String(await renderPricing({ shop, welcomeCredits: 0, operator: { name: 'Ann', refundDays: 14 } })).replace(
    /\s+/g,
    ' ',
  )
const { asked, ...fox } = createGeneration({ status: 'delivered' })

const shown: readonly [string, () => unknown, readonly string[]][] = [
  [
    'choices',
    () => renderCommands(createCommands({ ...usualOffer, prices })),
    ['draft · 2 credits, large 3"', 'standard · 11 credits"'],
  ],
  ['buttons', () => picture('standard', 1024), ['Again · 22', 'Vary · 11', 'Upgrade · 40']],
  ['buttons of large ones', () => picture('draft', 2048), ['Again · 6', 'Vary · 3', 'Upgrade · 90']],
  [
    'the form',
    () => renderEditForm(words, generation('premium', 2048), { private: true }, prices),
    ['Draw · 180'],
  ],
  [
    'the top-up',
    () => renderTopup(speak('en'), 5, { publicUrl: '', prices, purchases: shop }, 'slack'),
    ['220 draft, 40 standard or 11 premium'],
  ],
  ['talk', () => talk('2048x2048'), ['180']],
]

const generation = (quality: 'draft' | 'standard' | 'premium', side: number) =>
  ({ ...fox, asked: { ...asked, quality, count: 2, size: { width: side, height: side } } }) as const
const picture = (quality: 'draft' | 'standard', side: number) =>
  renderPicture(words, generation(quality, side), { prices, private: true })
const talk = (size: string) =>
  renderTalk(words, {
    draw: {
      prompt: 'fox',
      price: priceOrder(prices, { size, quality: 'premium', count: 2 }),
      press: press('keep', {}),
    },
    change: [],
  })

it.each(shown)('%s', (_where, render, words) => {
  const text = JSON.stringify(render())
  for (const word of words) expect(text).toContain(word)
})

it('the page of prices', async () => {
  const page = await readPage()
  expect(page).toMatch(/Draft.*<td>2<br><span class="quiet">3 above 1536×1024<\/span><\/td>/)
  expect(page).toMatch(/Standard.*<td>11<\/td>/)
  expect(page).toContain('220 drafts, 40 standard or 11 premium pictures')
})

it('the page of prices lists every tool, also what is free', async () => {
  const page = await readPage()
  const costs = presetNames.map((name) => [name, '40'])
  const free = Object.keys(utilities).map((name) => [name, 'free'])
  for (const [name, cost] of [...costs, ...free]) {
    expect(page).toMatch(new RegExp(`/${name} <span[^>]*>[^<]+</span></th> <td>${cost}</td>`))
  }
})
