/** Every page in a real browser: accessible, whole at 320 px, in both colour schemes, without script. */

import type { BrowserContext, Browser as Chromium } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import type { ChatUser } from '#core/index.ts'
import { signIn } from '../web/browser.ts'
import { buy, draw, findAccountOf, link } from '../web/people.ts'
import { findCode } from '../web/rig.ts'
import { hasChromium, openChromium } from './chromium.ts'
import { lookAround, patience } from './look.ts'
import { openSite, type Site } from './site.ts'
import { email, prompts } from './walk.ts'

const chat: ChatUser = { platform: 'discord', user: '101', name: 'Ada Lovelace' }

describe.skipIf(!hasChromium)('in a browser', () => {
  let chromium: Chromium
  beforeAll(async () => {
    chromium = await openChromium()
  })
  afterAll(() => chromium?.close())

  it(
    'every page and mail is accessible, and whole on a phone, in both colour schemes',
    async () => {
      expect(await lookAround(chromium, 'en')).toEqual([])
    },
    patience,
  )

  it('all is done by keyboard, without script', async () => {
    const context = await chromium.newContext({ javaScriptEnabled: false })
    try {
      await signInByKeyboard(await openSite(), context)
    } finally {
      await context.close()
    }
  })
})

/** Only Tab, typing and Enter. */
async function signInByKeyboard({ rig, url }: Site, context: BrowserContext): Promise<void> {
  const page = await context.newPage()
  await page.goto(`${url}/account`)
  await page.locator('#email').focus()
  await page.keyboard.type(email)
  await page.keyboard.press('Enter')
  await page.waitForURL(`${url}/sign-in/code`)
  expect(await page.locator(':focus').getAttribute('id')).toBe('code')
  await page.getByRole('link', { name: 'Skip to content' }).focus()
  await page.keyboard.press('Enter')
  await page.keyboard.press('Tab')
  expect(await page.locator(':focus').getAttribute('id')).toBe('code')
  await page.keyboard.type(findCode(rig.mails, email))
  await page.keyboard.press('Tab')
  await page.keyboard.press('Enter')
  await page.waitForURL(`${url}/account`)
  await page.keyboard.press('Tab')
  expect(await page.locator(':focus').textContent()).toBe('Skip to content')
  await page.keyboard.press('Enter')
  await page.keyboard.press('Tab')
  expect(await page.locator('main :focus').count()).toBe(1)
  const account = await findAccountOf(rig, email)
  const browser = await signIn(rig, 'bob@example.org')
  await link(rig, browser, { ...chat, user: '7' })
  await buy(rig, account)
  await draw(rig, account, prompts[0] ?? '')
  await page.goto(`${url}/account/pictures`)
  await page.getByRole('checkbox', { name: /^Select / }).focus()
  await page.keyboard.press('Space')
  const downloading = page.waitForEvent('download')
  await page.keyboard.press('Enter')
  expect((await downloading).suggestedFilename()).toBe('pictures.zip')
  expect(await page.getByRole('button', { name: /to favourites$/ }).count()).toBe(1)
  await page.getByRole('link', { name: prompts[0] ?? '' }).focus()
  await page.keyboard.press('Enter')
  await page.getByRole('link', { name: /^Delete/ }).focus()
  await page.keyboard.press('Enter')
  await page.getByRole('button', { name: 'Delete' }).focus()
  await page.keyboard.press('Enter')
  await page.waitForURL(`${url}/account/pictures?done=deleted`)
  expect(await page.textContent('main')).toContain('Nothing here yet')
}
