/** A stranger's way from `/imagine` to the picture in chat, by what they have to do on it, with nothing but a keyboard where there is one. */
import type { Browser as Chromium, Page } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { hasChromium, openChromium } from './chromium.ts'
import type { Answer } from './seats.ts'
import { startTown, type Town } from './town.ts'

/** Milliseconds. */
const patience = 90_000
const email = 'ada@example.org'
const prompt = 'a lighthouse at dusk'
const seats = { discord: 'onDiscord', slack: 'onSlack' } as const
const consents = { discord: 'Authorize as ada', slack: 'Allow as ada' }

/** What the person did so far, beside the platform's own consent. */
type Acts = string[]

/** Types into what has the focus, without having looked for it, and sends it. */
async function type(page: Page, words: string): Promise<void> {
  await page.locator('input:focus').waitFor()
  await page.keyboard.type(words)
  await page.keyboard.press('Enter')
}

/** From the answer in chat to the page that names both sides. */
async function signIn(page: Page, { bot }: Town, asked: Answer, acts: Acts): Promise<void> {
  acts.push('press Connect')
  await page.goto(asked.findAddress(/^Connect$/))
  acts.push('type the address')
  await type(page, email)
  const [code = ''] = /\d{4} \d{4}/.exec(await bot.mail(email, 'is your sign-in code')) ?? []
  await page.getByRole('heading', { name: 'Check your email' }).waitFor()
  acts.push('type the code')
  await type(page, code)
  await page.getByRole('heading', { name: 'Connect this chat?' }).waitFor()
}

describe.skipIf(!hasChromium).each(['discord', 'slack'] as const)('a stranger on %s', (platform) => {
  let chromium: Chromium
  beforeAll(async () => {
    chromium = await openChromium()
  })
  afterAll(() => chromium?.close())

  it.each([
    { script: true, name: 'with' },
    { script: false, name: 'without' },
  ])(
    'has a picture after four acts where the platform’s own sign-in is configured, $name script',
    async ({ script }) => {
      const town = await startTown('ada', {}, { proves: true })
      const page = await chromium.newPage({ javaScriptEnabled: script })
      const acts: Acts = []
      const asked = await town[seats[platform]].type('imagine', 'your prompt is waiting', prompt)
      await signIn(page, town, asked, acts)
      acts.push('confirm')
      await page.getByRole('button', { name: 'Continue with' }).click()
      await page.getByRole('button', { name: consents[platform] }).click()
      await page.getByRole('heading', { name: 'You’re connected' }).waitFor()
      await town.shownIn[platform](/a lighthouse at dusk/)
      await town.bot.mail(email, 'A chat was connected')
      await town.toldIn[platform](/This chat is connected to\W+ada\W+example\W+org/)
      expect(acts).toHaveLength(4)
      expect(page.url()).not.toMatch(/code|state/)
      await page.close()
      expect(await town.bot.stop()).toBe(0)
      expect(town.listFaults()).toEqual([])
    },
    patience,
  )

  it(
    'has a picture after five acts where it is not',
    async () => {
      const town = await startTown('ada')
      const page = await chromium.newPage()
      const acts: Acts = []
      const asked = await town[seats[platform]].type('imagine', 'your prompt is waiting', prompt)
      await signIn(page, town, asked, acts)
      expect(await page.getByRole('button', { name: /Continue with|Use a code/ }).count()).toBe(0)
      acts.push('confirm')
      await page.getByRole('button', { name: 'Yes, that’s me' }).click()
      const code = (await page.locator('.shown-code').textContent()) ?? ''
      acts.push('type the code back')
      await asked.enterCode(code.trim())
      await town.shownIn[platform](/a lighthouse at dusk/)
      expect(acts).toHaveLength(5)
      await page.close()
      expect(await town.bot.stop()).toBe(0)
      expect(town.listFaults()).toEqual([])
    },
    patience,
  )
})
