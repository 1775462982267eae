/** The whole way of one person, in a real browser and both chats: linked, paid, drawn, exported, deleted. */
import type { Browser as Chromium, Page } from 'playwright-core'
import sharp from 'sharp'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { startBot } from './bot.ts'
import { hasChromium, openChromium } from './chromium.ts'
import { agree, deleteAccount, pay, readExport, signIn } from './journey.ts'
import { photograph, schemes } from './photograph.ts'
import { startTown } from './town.ts'

/** Milliseconds. */
const patience = 120_000
const email = 'ada@example.org'
const prompt = 'a lighthouse at dusk, gulls around its lamp'
const widths = { phone: 375, desktop: 1280 }

describe.skipIf(!hasChromium)('with a browser beside the chat', () => {
  let chromium: Chromium
  beforeAll(async () => {
    chromium = await openChromium()
  })
  afterAll(() => chromium?.close())

  it(
    'somebody links Discord and Slack, buys, draws, exports and deletes',
    async () => {
      const { bot, onDiscord, onSlack, told, listFaults } = await startTown('ada')
      const context = await chromium.newContext()
      context.setDefaultTimeout(20_000)
      const page = await context.newPage()
      const faults: string[] = []
      page.on('pageerror', (error) => faults.push(error.message))
      // What a page refuses is said with status 400, which Chromium notes; all else it notes is a fault.
      page.on('console', (line) => {
        if (!line.text().includes('status of 400')) faults.push(line.text())
      })
      const look = async (seen: Page, name: string) => {
        await seen.getByRole('heading', { level: 1 }).first().waitFor()
        for (const scheme of schemes) {
          faults.push(...(await photograph(seen, `journey-${name}`, { scheme, widths })))
        }
      }
      const balanceOnPage = async () => {
        await page.goto(`${bot.url}/account`)
        return await page.locator('.balance').textContent()
      }

      const asked = await onDiscord.type('link', 'Connect')
      await page.goto(asked.findAddress(/Connect/))
      await signIn(page, bot, email, look)
      expect(await page.locator('main').textContent()).toMatch(/ada.*Discord.*ada@example\.org/s)
      const linked = await asked.enterCode(await agree(page, look))
      expect(linked.text).toContain('This chat is now connected to ada@example.org')
      await bot.mail(email, 'A chat was connected', /“ada” on Discord.*\/unlink\//)

      const again = await onSlack.type('link', 'Connect')
      await page.goto(again.findAddress(/Connect/))
      expect(await page.locator('main').textContent()).toMatch(/ada.*Slack.*ada@example\.org/s)
      const also = await again.enterCode(await agree(page, async () => undefined))
      expect(also.text).toContain('This chat is now connected to ada@example.org')
      await bot.mail(email, 'A chat was connected', /“ada” on Slack/)
      expect(await balanceOnPage()).toBe('100 credits')
      await look(page, 'account')

      const shop = await onDiscord.type('topup', '100 credits')
      const waiting = await context.newPage()
      await waiting.goto(`${bot.url}/checkout/return?after=1`, { waitUntil: 'commit' })
      await look(waiting, 'payment-awaited')
      expect(await waiting.getByText('Your payment is being confirmed').isVisible()).toBe(true)
      await pay(page, shop.findAddress(/^100 credits/), look)
      for (const seen of [page, waiting]) {
        await seen.getByText('Your balance is now 200 credits').waitFor()
        await seen.getByText('Your payment is being confirmed').waitFor({ state: 'hidden' })
      }
      await look(page, 'payment-arrived')
      await told(/added\W+100 credits/)
      expect(await balanceOnPage()).toBe('200 credits')
      for (const seat of [onDiscord, onSlack]) await seat.type('credits', 'You have 200 credits')

      await onSlack.type('imagine', 'price 10', prompt)
      const team = await onDiscord.type('team', 'team balance')
      await page.goto(team.findAddress(/web/))
      await page.getByRole('heading', { name: 'Lighthouse', exact: true }).waitFor()
      await look(page, 'team')
      expect(await page.locator('main').textContent()).toMatch(/works until.*UTC.*ada.*member.*Time zone/s)
      await page.getByRole('link', { name: 'Credits', exact: true }).click()
      await page.getByRole('link', { name: 'Gallery of Lighthouse Keepers' }).click()
      await page.getByText('Nothing is shared yet').waitFor()
      await page.getByRole('link', { name: 'Pictures' }).first().click()
      const picture = page.getByRole('img', { name: prompt })
      await picture.waitFor()
      const hosted = (await picture.getAttribute('src')) ?? ''
      await look(page, 'pictures')
      expect((await fetch(hosted)).status).toBe(200)

      await page.getByRole('link', { name: 'Settings' }).click()
      await look(page, 'settings')
      const { read, pictures } = await readExport(page)
      expect(read('account')).toMatchObject({ email })
      expect(read('identities')).toMatchObject([{ platform: 'discord' }, { platform: 'slack' }])
      expect(read('transactions').map(({ amount }: { amount: number }) => amount)).toEqual([-10, 100, 100])
      expect(read('generations')).toMatchObject([{ spec: { prompt } }])
      expect(pictures).toHaveLength(1)
      expect(await sharp(pictures[0]).metadata()).toMatchObject({ width: 1024, height: 1024 })

      await deleteAccount(page, look)
      await page.getByRole('heading', { name: 'Your account is deleted' }).waitFor()
      await look(page, 'deleted')
      for (const seat of [onDiscord, onSlack]) await seat.type('credits', 'Connect your account first')
      expect((await fetch(hosted)).status).toBe(404)

      await context.close()
      expect(await bot.stop()).toBe(0)
      expect([...faults, ...listFaults()]).toEqual([])
    },
    patience,
  )

  it('somebody links the terminal by a typed code', async () => {
    const bot = await startBot({})
    const page = await chromium.newPage()
    bot.type('/link')
    const [address = ''] = await bot.printed(/http:\S+\/link\/\S+/)
    await page.goto(address)
    await signIn(page, bot, email, async () => undefined)
    bot.type(await agree(page, async () => undefined))
    await bot.printed(/This chat is now connected to ada@example\.org/)
    await bot.mail(email, 'A chat was connected', /in the terminal/)
    bot.type('/credits')
    await bot.printed(/You have 100 credits.*other account/)
    await page.close()
    expect(await bot.stop()).toBe(0)
  })
})
