/** Every page in a real browser: accessible, whole at 320 px, in both colour schemes, in each language, without script. */

import { createRequire } from 'node:module'
import type { BrowserContext, Browser as Chromium, Page } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { type ChatUser, languages } from '#core/index.ts'
import { signIn } from '../web/browser.ts'
import { buy, draw, findAccountOf, link } from '../web/people.ts'
import { findCode } from '../web/rig.ts'
import { hasChromium, openChromium } from './chromium.ts'
import { keepsPictures, photograph, schemes } from './photograph.ts'
import { openSite, type Site } from './site.ts'
import { email, prompts, walk } from './walk.ts'

/** Looking at every page in every way takes its time. Milliseconds. */
const patience = 240_000
const axePath = createRequire(import.meta.url).resolve('axe-core/axe.min.js')
const widths = { small: 320, phone: 390, desktop: 1280 }
const chat: ChatUser = { platform: 'discord', user: '101', name: 'Ada Lovelace' }

describe.skipIf(!hasChromium)('in a browser', () => {
  let chromium: Chromium
  beforeAll(async () => {
    chromium = await openChromium()
  })
  afterAll(() => chromium?.close())

  it.each(languages.map(({ tag }) => tag))(
    'every page and mail is accessible, and whole on a phone, in both colour schemes, in %s',
    async (language) => {
      const site = await openSite(language)
      const context = await chromium.newContext({ bypassCSP: true, locale: language })
      const faults: string[] = []
      try {
        await walk(site, await context.newPage(), async (page, name) => {
          for (const fault of await look(page, name, language)) faults.push(`${name}: ${fault}`)
        })
      } finally {
        await context.close()
      }
      expect(faults).toEqual([])
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

/** Looks at one page in all widths and schemes; answers with what is wrong there. */
async function look(page: Page, name: string, language: string): Promise<string[]> {
  // The page of a payment that is waited for has a picture that does not come.
  if (name !== 'checkout-waiting') await page.waitForLoadState('load')
  const faults: string[] = []
  if ((await page.getAttribute('html', 'lang')) !== language)
    faults.push('says that it is in another language')
  // Between the schemes only colours differ, and between languages only words.
  const isExamined =
    language === 'en' || /^(\/|\/pricing|link|mail-1|team|\/account\/(settings|pictures))$/.test(name)
  if (isExamined) await page.addScriptTag({ path: axePath })
  for (const scheme of language === 'en' || keepsPictures ? schemes : schemes.slice(0, 1)) {
    faults.push(...(await photograph(page, `${language} ${name}`, { scheme, widths })))
    if (!isExamined) continue
    const { violations } = (await page.evaluate(`axe.run(${findRules(name, scheme)})`)) as {
      violations: { id: string; nodes: { html: string }[] }[]
    }
    for (const { id, nodes } of violations) faults.push(`${scheme}: ${id}: ${nodes[0]?.html}`)
  }
  return faults
}

/** Of a mail, the landmarks around it are the mail program's. */
function findRules(name: string, scheme: string): string {
  if (scheme === 'dark') return "{ runOnly: ['color-contrast'] }"
  return name.startsWith('mail-')
    ? '{ rules: { region: { enabled: false }, "landmark-one-main": { enabled: false } } }'
    : ''
}

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
  await page.getByRole('link', { name: prompts[0] ?? '' }).focus()
  await page.keyboard.press('Enter')
  await page.getByRole('link', { name: /^Delete/ }).focus()
  await page.keyboard.press('Enter')
  await page.getByRole('button', { name: 'Delete' }).focus()
  await page.keyboard.press('Enter')
  await page.waitForURL(`${url}/account/pictures?done=deleted`)
  expect(await page.textContent('main')).toContain('Nothing here yet')
}
