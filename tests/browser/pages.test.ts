/** Every page in a real browser: accessible, whole at 320 px, in both colour schemes, without script. */

import { createRequire } from 'node:module'
import type { BrowserContext, Browser as Chromium, Page } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import type { Account, ChatUser } from '#core/index.ts'
import { silent } from '#tests/kept-log.ts'
import { type AppOptions, createApp } from '#web/app.ts'
import { startServer, type WebServer } from '#web/server.ts'
import { signIn } from '../web/browser.ts'
import { buy, draw, findAccountOf, link } from '../web/people.ts'
import { createRig, findCode, type Rig } from '../web/rig.ts'
import { guild, join, shareThere, spend, team } from '../web/team-people.ts'
import { hasChromium, openChromium } from './chromium.ts'
import { createPhoto } from './photo.ts'
import { photograph, schemes } from './photograph.ts'

/** Looking at every page in every way takes its time. Milliseconds. */
const patience = 240_000
const axePath = createRequire(import.meta.url).resolve('axe-core/axe.min.js')
const widths = { phone: 320, desktop: 1280 }
const chat: ChatUser = { platform: 'discord', user: '101', name: 'Ada Lovelace' }
const email = 'ada@example.org'

describe.skipIf(!hasChromium)('in a browser', () => {
  let chromium: Chromium
  beforeAll(async () => {
    chromium = await openChromium()
  })
  afterAll(() => chromium?.close())

  it(
    'every page is accessible, and whole on a phone, in both colour schemes',
    async () => {
      const { rig, url, server } = await open()
      const context = await chromium.newContext({ javaScriptEnabled: true, bypassCSP: true })
      const faults: string[] = []
      const check = (page: Page, name: string) => look(page, name, faults)
      const page = await context.newPage()
      try {
        for (const path of ['/', '/pricing', '/privacy', '/terms', '/sign-in', '/nowhere']) {
          await page.goto(url + path)
          await check(page, path)
        }
        await walk(rig, page, url, check)
      } finally {
        await context.close()
        await server.close(0)
      }
      expect(faults).toEqual([])
    },
    patience,
  )

  it('all is done by keyboard, without script', async () => {
    const { rig, url, server } = await open()
    const context = await chromium.newContext({ javaScriptEnabled: false })
    try {
      await signInByKeyboard(rig, context, url)
    } finally {
      await context.close()
      await server.close(0)
    }
  })
})

async function open(): Promise<{ rig: Rig; url: string; server: WebServer }> {
  const photo = await createPhoto()
  let app: ReturnType<typeof createApp> | undefined
  const server = await startServer({
    app: { fetch: (request, env) => app?.fetch(request, env) ?? new Response() },
    port: 0,
    hostname: '127.0.0.1',
    log: silent,
  })
  const url = `http://127.0.0.1:${server.port}`
  const rig = await createRig({ picture: photo, url })
  app = createApp({ ...rig.options, publicUrl: url, ...operator } satisfies AppOptions)
  return { rig, url, server }
}

const operator = {
  operator: {
    name: 'Lighthouse Ltd',
    address: '1 Harbour Street, Bristol',
    email: 'privacy@lighthouse.example',
    privacyDate: '2026-11-01',
    ...{ law: 'England and Wales', termsDate: '2026-11-01', refundDays: 14 },
  },
  status: {
    platforms: ['Discord', 'Slack'],
    parts: [
      { part: 'Image model', using: 'OpenAI gpt-image-2', standIn: false },
      { part: 'Mail', using: 'Printed on the console', standIn: true },
    ],
  },
}

/** Signs in, and visits every page that is only for who is. */
async function walk(rig: Rig, page: Page, url: string, check: (page: Page, name: string) => Promise<void>) {
  await page.goto(`${url}/sign-in`)
  await page.fill('#email', 'no address@')
  await page.evaluate('document.forms[0].noValidate = true')
  await page.click('button.primary')
  await check(page, 'sign-in-fault')
  await page.fill('#email', email)
  await page.click('button.primary')
  await check(page, 'sign-in-code')
  await page.fill('#code', '0000 0000')
  await page.click('button.primary')
  await check(page, 'sign-in-wrong')
  await page.getByRole('button', { name: 'Send a new code' }).click()
  await page.getByText('60 seconds').waitFor()
  await check(page, 'sign-in-again-too-soon')
  await page.fill('#code', findCode(rig.mails, email))
  await page.click('button.primary')
  await page.waitForURL(`${url}/account`)
  await check(page, 'account-empty')
  await page.goto(`${url}/account/pictures`)
  await check(page, 'pictures-empty')

  const account = await findAccountOf(rig, email)
  const token = await rig.core.links.request(chat, 'Lighthouse Keepers')
  await page.goto(`${url}/link/${token}`)
  await check(page, 'link')
  await page.click('button.primary')
  await check(page, 'link-code')
  const code = /(\d{4} \d{4})/.exec(await page.content())?.[1] ?? ''
  await rig.core.links.finish(chat, code)
  await page.goto(`${url}/link/${token}`)
  await check(page, 'link-dead')
  const local: ChatUser = { platform: 'terminal', user: 'local', name: 'ada' }
  await page.goto(`${url}/link/${await rig.core.links.request(local, undefined)}`)
  await page.click('button.primary')
  await check(page, 'link-code-terminal')
  await buy(rig, account)
  for (const prompt of prompts) {
    rig.clock.advance(60_000)
    await draw(rig, account, prompt)
  }
  rig.clock.advance(60_000)
  await draw(rig, account, 'four small boats in a bay', 4)
  const [made] = (await rig.core.history.list(account.id, { limit: 1 })).generations
  for (const path of [
    '/account',
    '/account/pictures',
    '/account/pictures?search=nothing+like+it',
    '/account/pictures?tool=imagine&from=2020-01-01',
    `/account/pictures/${made?.id}`,
    `/account/pictures/${made?.id}.2`,
    `/account/pictures/${made?.id}/family`,
    `/account/pictures/${made?.id}/delete`,
    `/account/pictures/several/delete?pick=${made?.id}`,
    '/account/transactions',
    '/account/settings',
    '/account/settings?done=address',
    '/account/unlink?platform=discord&user=101',
    '/account/email',
    '/account/merge',
    '/account/delete',
    '/account/confirm?next=/account/delete',
    '/checkout/nothing',
  ]) {
    await page.goto(url + path)
    await check(page, path.replace(made?.id ?? '-', 'id'))
  }
  await walkTeam(rig, account, async (path, name) => {
    await page.goto(url + path)
    await check(page, name)
  })
  await page.goto(`${url}/checkout/return?after=99`, { waitUntil: 'commit' })
  await page.getByText('Thank you').waitFor()
  await check(page, 'checkout-waiting')
  await page.goto(`${url}/checkout/return?after=0`)
  await check(page, 'checkout-arrived')
  const paying = await rig.core.purchases.openCheckout(account, 'starter', `${url}/`)
  await page.goto(`${url}${new URL(paying).pathname}`)
  await check(page, 'checkout-test')
  await page.goto(`${url}/account/delete`)
  await page.fill('#word', 'no')
  await page.click('button.danger')
  await check(page, 'delete-fault')
  const unlink = /\/unlink\/\S+/.exec(
    rig.mails.findLast(({ text }) => text.includes('/unlink/'))?.text ?? '',
  )?.[0]
  await page.goto(url + unlink)
  await check(page, 'unlink')
  await page.click('button.danger')
  await check(page, 'unlinked')
  await page.goto(`${url}/account/email`)
  await page.fill('#email', 'new@example.org')
  rig.clock.advance(60_000)
  await page.click('main button.primary')
  await check(page, 'email-codes')
  await page.goto(`${url}/account/merge`)
  await page.fill('#email', 'second@example.org')
  await page.click('main button.primary')
  await check(page, 'merge-code')
  await page.goto(`${url}/account/delete`)
  await page.fill('#word', 'delete')
  await page.click('button.danger')
  await check(page, 'deleted')
}

/** Visits the pages of a team that the account is in, as its admin. */
async function walkTeam(rig: Rig, account: Account, visit: (path: string, name: string) => Promise<void>) {
  const { teams } = rig.core
  await join(rig, account, 'Ada Lovelace')
  await visit(`/team/gallery?place=${team}`, 'team-gallery-empty')
  await teams.setRole(team, { account: account.id, name: 'Ada Lovelace' }, 'owner', account.id)
  await visit(`/team?team=${team}`, 'team-empty')
  await teams.noteTitle(guild, 'Lighthouse Keepers')
  for (const prompt of prompts) await shareThere(rig, account, prompt)
  const other = { ...account, id: 'somebody else' }
  await join(rig, other, 'w'.repeat(60))
  await spend(rig, [
    { by: account },
    { by: account, tool: 'og', in: '123456789012345678' },
    { by: other, in: '#general' },
  ])
  const cap = { by: account.id, what: 'member-cap', value: 200 } as const
  await teams.changeSettings(team, (settings) => ({ ...settings, memberCap: 200 }), cap)
  await teams.setMemberCap(team, { account: other.id, name: 'w'.repeat(60) }, 50, account.id)
  const timeZone = 'America/Argentina/Buenos_Aires'
  await teams.changeSettings(team, (settings) => settings, {
    by: account.id,
    what: 'time-zone',
    value: timeZone,
  })
  await visit('/account', 'account-teams')
  await visit(`/team?team=${team}`, 'team')
  await visit(`/team?team=${team}&month=2025-01`, 'team-earlier')
  await visit(`/team/gallery?place=${team}`, 'team-gallery')
}

const prompts = [
  'a lighthouse at dusk, with a red lamp and gulls around it, painted in oil on a very wide canvas',
  '<b>bold</b> & "quoted"',
  'w'.repeat(120),
]

/** Looks at one page in all widths and schemes. */
async function look(page: Page, name: string, faults: string[]): Promise<void> {
  // The page of a payment that is waited for has a picture that does not come.
  if (name !== 'checkout-waiting') await page.waitForLoadState('load')
  await page.addScriptTag({ path: axePath })
  for (const scheme of schemes) {
    faults.push(...(await photograph(page, name, { scheme, widths })))
    // Only colours differ between the schemes.
    const rules = scheme === 'light' ? '' : "{ runOnly: ['color-contrast'] }"
    const { violations } = (await page.evaluate(`axe.run(${rules})`)) as {
      violations: { id: string; nodes: { html: string }[] }[]
    }
    for (const { id, nodes } of violations) faults.push(`${name}, ${scheme}: ${id}: ${nodes[0]?.html}`)
  }
}

/** Only Tab, typing and Enter. */
async function signInByKeyboard(rig: Rig, context: BrowserContext, url: string): Promise<void> {
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
