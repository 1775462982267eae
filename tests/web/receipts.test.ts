/** The way to a receipt, as a browser goes it. */
import { expect, it } from 'vitest'
import { createPlatformShop } from '#tests/core/payments/platform.ts'
import { openShop, tell } from '#tests/core/payments/shop.ts'
import { createBrowser, signIn } from './browser.ts'
import { visit } from './people.ts'
import { publicUrl } from './rig.ts'

async function setUp() {
  const { standin, payments } = await openShop()
  const world = await visit({ providers: [payments, createPlatformShop()] })
  const { purchases } = world.rig.core
  const buy = async (changes: object = {}, wishes: { team?: string } = {}) => {
    const order = standin.pay(
      await purchases.openCheckout(world.account, 'starter', publicUrl, wishes),
      changes,
    )
    await tell(purchases, standin, order)
    return { ...order, path: `/account/receipts/lemonsqueezy/${order.id}` }
  }
  return { ...world, standin, purchases, buy }
}

it('stands beside each purchase, and leads to the seller for whoever bought it', async () => {
  const { rig, browser, account, purchases, buy } = await setUp()
  const { path } = await buy()
  const user = { platform: 'discord', user: '101' } as const
  const sold = { provider: 'discord', order: '7', user, refunded: 0, createdAt: rig.clock.now() }
  await purchases.report({ ...sold, account: account.id, purchase: { pack: 'starter', credits: 100 } })
  for (const page of ['/account', '/account/transactions']) {
    const shown = await browser.read(page)
    expect(shown).toContain(`<a href="${path}">Receipt<`)
    expect(shown).toContain('receipt from Discord')
    expect(shown).not.toContain('lemonsqueezy.com')
    expect(shown.match(/eceipt(?: from|<span)/g)).toHaveLength(2)
  }
  const answer = await browser.get(path)
  expect([answer.status, answer.headers.get('cache-control')]).toEqual([303, 'no-store'])
  expect(answer.location).toMatch(/^https:\/\/app\.lemonsqueezy\.com\/my-orders\/.+signature=standin/)
  expect(JSON.stringify(rig.lines)).not.toContain('signature=')
})

it('shows a receipt to nobody else, and asks who is there first', async () => {
  const { rig, buy } = await setUp()
  const { path } = await buy()
  const eve = await signIn(rig, 'eve@example.org')
  expect((await createBrowser(rig.app).get(path)).location).toBe(`/sign-in?next=${encodeURIComponent(path)}`)
  for (const each of [path, `${path}1`, '/account/receipts/test/1', '/account/receipts/constructor/%00'])
    expect([each, await eve.status(each)]).toEqual([each, 404])
})

it('shows who bought for a team the order, and not what the team has', async () => {
  const { rig, browser, buy } = await setUp()
  const eve = await signIn(rig, 'eve@example.org')
  const { path } = await buy({}, { team: 'slack:T1' })
  const section = (await browser.read('/account')).split('Bought for teams')[1] ?? ''
  expect(section).toContain(path)
  expect(section).not.toContain('Balance')
  expect(await browser.status(path)).toBe(303)
  expect(await eve.read('/account')).not.toContain('Bought for teams')
  expect(await eve.status(path)).toBe(404)
})

it('says so where the seller shows none, is away, or is asked too often', async () => {
  const { browser, standin, buy } = await setUp()
  const { path } = await buy({ receipt: 'https://evil.example/' })
  const none = await browser.get(path)
  expect([none.status, none.location, await none.text()]).toEqual([
    404,
    '',
    expect.stringContaining('sent you one when you paid'),
  ])
  standin.behave({ kind: 'error', status: 401 })
  const away = await browser.get(path)
  expect([away.status, await away.text()]).toEqual([502, expect.stringContaining('isn’t answering')])
  for (let time = 0; time < 18; time++) await browser.get(path)
  expect(await browser.status(path)).toBe(429)
  expect(standin.requests.filter((request) => request.startsWith('GET /orders/'))).toHaveLength(20)
})
