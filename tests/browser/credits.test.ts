/** Credits by keyboard alone, without script: bought, found in the month and looked back on. */
import type { Page } from 'playwright-core'
import { expect, it } from 'vitest'
import { silent } from '#tests/kept-log.ts'
import { createApp } from '#web/app.ts'
import { startServer } from '#web/server.ts'
import { draw, findAccountOf } from '../web/people.ts'
import { createRig, findCode } from '../web/rig.ts'
import { hasChromium, openChromium } from './chromium.ts'

const email = 'ada@example.org'

async function press(page: Page, name: RegExp): Promise<void> {
  await page.getByRole('link', { name }).or(page.getByRole('button', { name })).first().focus()
  await page.keyboard.press('Enter')
}

it.skipIf(!hasChromium)('lead to a purchase and back, and through months and pages', async () => {
  let app: ReturnType<typeof createApp> | undefined
  const fetch = (request: Request, env: unknown) => app?.fetch(request, env as object) ?? new Response()
  const server = await startServer({ app: { fetch }, port: 0, hostname: '127.0.0.1', log: silent })
  const url = `http://127.0.0.1:${server.port}`
  const rig = await createRig({ url })
  rig.clock.advance(Date.parse('2026-11-20T12:00:00Z') - rig.clock.now())
  app = createApp({ ...rig.options, publicUrl: url })
  const chromium = await openChromium()
  try {
    const context = await chromium.newContext({ javaScriptEnabled: false })
    const page = await context.newPage()
    await page.setViewportSize({ width: 320, height: 700 })
    await page.goto(`${url}/sign-in?next=/pricing`)
    await page.fill('#email', email)
    await page.keyboard.press('Enter')
    await page.waitForURL(`${url}/sign-in/code`)
    await page.fill('#code', findCode(rig.mails, email))
    await page.keyboard.press('Enter')
    await page.waitForURL(`${url}/pricing`)
    expect(await page.getByRole('link', { name: /^Buy for \$20/ }).getAttribute('href')).toBe(
      '/checkout/studio',
    )
    const account = await findAccountOf(rig, email)
    const paying = await rig.core.purchases.openCheckout(account, 'studio', `${url}/checkout/return?after=0`)
    await page.goto(`${url}${new URL(paying).pathname}`)
    await press(page, /^Pretend to pay/)
    await page.getByText('Your 500 credits are here').waitFor()
    await draw(rig, account, 'a red fox')
    await press(page, /^Go to your account/)
    await page.waitForURL(`${url}/account`)
    expect(await page.textContent('.month')).toContain('500 credits')
    await page.getByText('As a table').focus()
    await page.keyboard.press('Enter')
    expect(await page.locator('.chart table').isVisible()).toBe(true)
    await press(page, /^Top up/)
    expect(new URL(page.url()).hash).toBe('#top-up')
    const download = page.waitForEvent('download')
    await press(page, /as CSV$/)
    expect((await download).suggestedFilename()).toMatch(/^credits-\d{4}-\d\d\.csv$/)
    await page.goto(`${url}/account/transactions`)
    await press(page, /^Purchases and gifts/)
    expect(await page.textContent('main')).toContain('Bought')
    expect(await page.textContent('main')).not.toContain('a red fox')
  } finally {
    await chromium.close()
    await server.close(0)
  }
})
