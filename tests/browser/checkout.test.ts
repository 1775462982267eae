/** A pack's address from chat, opened by somebody who is not signed in: the payment provider's page is where it ends. */
import { describe, expect, it, onTestFinished } from 'vitest'
import { startLemonSqueezyStandin } from '#tests/standins/lemonsqueezy/standin.ts'
import { leadTo } from '#tests/variables.ts'
import { startBot } from './bot.ts'
import { hasChromium, openChromium } from './chromium.ts'
import { signIn } from './journey.ts'

const email = 'ada@example.org'

describe.skipIf(!hasChromium)('a pack opened before signing in', () => {
  it('leads through the e-mailed code to the provider', async () => {
    const chromium = await openChromium()
    onTestFinished(() => chromium.close())
    const shop = await startLemonSqueezyStandin()
    onTestFinished(() => shop.close())
    const bot = await startBot({ CREDIT_PACKS: 'starter:100:$5:101', ...leadTo.lemonSqueezy(shop) })
    const page = await chromium.newPage()
    page.setDefaultTimeout(20_000)
    await page.goto(`${bot.url}/checkout/starter`)
    await signIn(page, bot, email, async () => undefined)
    await page.waitForURL(/\/checkout\/custom\//)
    expect([...shop.checkouts.values()]).toMatchObject([{ email, variant: 101 }])
    expect(await bot.stop()).toBe(0)
  })
})
