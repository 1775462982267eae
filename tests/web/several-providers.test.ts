/** Where several providers sell: each is offered by name, in chat and on the pages, and its webhooks have an address. */
import { expect, it } from 'vitest'
import { renderTopup } from '#bots/messages/topup.ts'
import { speak, usualPrices } from '#core/index.ts'
import { listPacks } from '#core/payments/offers.ts'
import type { Provider } from '#core/payments/provider.ts'
import { createPlatformShop } from '#tests/core/payments/platform.ts'
import { openTestCheckout } from '#tests/core/payments/shop.ts'
import { renderPricing } from '#web/pages/pricing.ts'
import { createBrowser } from './browser.ts'
import { createRig, publicUrl } from './rig.ts'

const checkout = openTestCheckout()
const other = { ...checkout, name: 'other', title: 'Other & Sons' }
const openShop = (...providers: Provider[]) => ({
  prices: usualPrices,
  listPacks: (platform?: Parameters<typeof listPacks>[1]) => listPacks(providers, platform),
})
const topUp = (...providers: Provider[]) =>
  renderTopup(speak('en'), 5, { publicUrl, prices: usualPrices, purchases: openShop(...providers) }, 'slack')
    .blocks
const listButtons = (...providers: Provider[]) =>
  topUp(...providers).flatMap((block) => (block.kind === 'buttons' ? block.buttons : []))
async function readLinks(...providers: Provider[]) {
  const page = String(
    await renderPricing({
      shop: openShop(...providers),
      ...{ welcomeCredits: 0, operator: { name: 'Ann', refundDays: 14 } },
    }),
  )
  return [...page.matchAll(/href="(\/checkout[^"]*)">([^<]*)/g)].map(([, path, label]) => `${path} ${label}`)
}

it('offers what one sells without naming it, also beside a platform that sells elsewhere', async () => {
  for (const providers of [[checkout], [checkout, createPlatformShop()]]) {
    expect(listButtons(...providers)).toEqual([
      { label: '100 credits · $5', url: 'https://bot.example/checkout/starter' },
      { label: '500 credits · $20', url: 'https://bot.example/checkout/team' },
    ])
    const links = ['/checkout/starter Buy for $5', '/checkout/team Buy for $20']
    expect(await readLinks(...providers)).toEqual(links)
  }
})

it('names each where there are two, with one line per pack', async () => {
  expect(listButtons(checkout, other)).toMatchObject([
    { label: '100 credits · $5 · Test checkout', url: 'https://bot.example/checkout/starter/test' },
    { label: '100 credits · $5 · Other & Sons', url: 'https://bot.example/checkout/starter/other' },
    { url: 'https://bot.example/checkout/team/test' },
    { url: 'https://bot.example/checkout/team/other' },
  ])
  expect((await readLinks(checkout, other)).slice(0, 2)).toEqual([
    '/checkout/starter/test Buy for $5 with Test checkout',
    '/checkout/starter/other Buy for $5 with Other &amp; Sons',
  ])
  const table = topUp(checkout, other).find(({ kind }) => kind === 'table')
  expect(table).toMatchObject({ rows: [{ 0: '100' }, { 0: '500' }] })
})

it('takes webhooks by the name of a provider, and knows no others', async () => {
  const rig = await createRig()
  const browser = createBrowser(rig.app)
  const post = async (path: string) =>
    (await rig.app.request(`https://bot.example${path}`, { method: 'POST', body: '{}' })).status
  expect(await post('/webhooks/test')).toBe(401)
  for (const name of ['lemonsqueezy', 'nobody', 'constructor', '%00', ''])
    expect(await post(`/webhooks/${name}`)).toBe(404)
  expect(await browser.status('/webhooks/nobody')).toBe(404)
})
