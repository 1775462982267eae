/** The log of the bot as shipped, at its most talkative, while somebody goes all the way: nothing of them is in it. */
import { describe, expect, it, onTestFinished } from 'vitest'
import { startOpenAIStandin } from '#tests/standins/openai/openai-standin.ts'
import { hasChromium, openChromium } from './chromium.ts'
import { agree, deleteAccount, pay, readExport, signIn } from './journey.ts'
import { startTown } from './town.ts'

/** Milliseconds. */
const patience = 90_000
const apiKey = 'sk-canary-openai-key'
const canary = {
  email: 'canary-address@example.org',
  name: 'canaryname',
  prompt: 'canaryprompt of a fox',
  refused: 'canaryrefused of a fox',
  search: 'canarysearch',
  word: 'canaryword',
  path: 'canarypath',
  browser: 'CanaryBrowser/1.0',
  network: '203.0.113.77',
  sessionSecret: 'canary-session-secret-of-32-letters',
}
const unseen = async () => undefined

describe.skipIf(!hasChromium)('the log at trace', () => {
  it(
    'has no address, prompt, code, token, IP or user agent',
    async () => {
      const chromium = await openChromium()
      onTestFinished(() => chromium.close())
      const openai = await startOpenAIStandin({ apiKey })
      onTestFinished(() => openai.close())
      const { bot, onDiscord, onSlack, told, secrets, listTokens } = await startTown(canary.name, {
        LOG_LEVEL: 'trace',
        TRUSTED_PROXIES: '1',
        SESSION_SECRET: canary.sessionSecret,
        OPENAI_API_KEY: apiKey,
        OPENAI_BASE_URL: openai.url,
      })
      const context = await chromium.newContext({
        userAgent: canary.browser,
        extraHTTPHeaders: { 'x-forwarded-for': canary.network },
      })
      context.setDefaultTimeout(20_000)
      const page = await context.newPage()

      await page.goto(`${bot.url}/link/${canary.path}`)
      await signIn(page, bot, canary.email, unseen)
      await page.getByRole('heading', { name: 'This link doesn’t work anymore' }).waitFor()
      for (const path of [
        canary.path,
        `checkout/${canary.path}`,
        `unlink/${canary.path}`,
        `i/${canary.path}.png`,
      ])
        await page.goto(`${bot.url}/${path}`)
      const linkTokens: string[] = []
      const codes: string[] = []
      for (const seat of [onDiscord, onSlack]) {
        const asked = await seat.type('link', 'Connect')
        const address = asked.findAddress(/Connect/)
        linkTokens.push(address.split('/').at(-1) ?? '')
        await page.goto(address)
        const code = await agree(page, unseen)
        codes.push(code)
        const refused = await asked.enterCode(canary.word)
        expect(refused.text).toContain('eight digits')
        expect((await refused.enterCode(code)).text).toContain('This chat is now connected')
      }
      await onDiscord.type('topup', '100 credits')
      await pay(page, `${bot.url}/checkout/starter`, unseen)
      await page.getByText('Your balance is now 200 credits').waitFor()
      await told(/added\W+100 credits/)
      openai.behave({ kind: 'moderation-blocked' })
      await onSlack.type('imagine', 'safety check', canary.refused)
      await onDiscord.type('imagine', 'price 10', canary.prompt)
      await page.goto(`${bot.url}/account/pictures?search=${canary.search}`)
      const team = (await onDiscord.type('team', 'team balance')).findAddress(/web/)
      await page.goto(team)
      await page.getByText('works until').waitFor()
      linkTokens.push(new URL(team).searchParams.get('seal') ?? '')
      await page.goto(`${bot.url}/account/settings`)
      expect((await readExport(page)).read('generations')).toHaveLength(2)
      const cookies = await context.cookies()
      const mailed = await bot.mail(canary.email, 'is your sign-in code')
      const undo = await bot.mail(canary.email, 'A chat was connected')
      await deleteAccount(page, unseen)
      await onSlack.type('credits', 'Connect your account first')
      await bot.stop()

      const log = bot.readLog()
      const lines = log
        .trim()
        .split('\n')
        .map((line) => JSON.parse(line))
      expect(new Set(lines.map(({ level }) => level))).toContain(20)
      for (const words of ['A call was answered', 'A generation failed', 'Credits were bought'])
        expect(lines.map(({ msg }) => msg)).toContain(words)
      expect(listTokens().length).toBeGreaterThan(5)
      const signInCode = /\d{4} \d{4}/.exec(mailed)?.[0] ?? ''
      const secret = [
        ...Object.values(canary),
        apiKey,
        ...secrets,
        ...listTokens(),
        ...linkTokens,
        /\/unlink\/(\S+)/.exec(undo)?.[1] ?? '',
        ...cookies.map(({ value }) => value),
        ...[signInCode, ...codes].flatMap((code) => [code, code.replace(' ', '')]),
      ]
      expect(secret.filter((each) => each.length < 8)).toEqual([])
      expect(secret.filter((each) => log.toLowerCase().includes(each.toLowerCase()))).toEqual([])
    },
    patience,
  )
})
