/** The way past every page, by what all languages have in common: addresses, fields and which button comes first. */
import type { Page } from 'playwright-core'
import type { Account } from '#core/index.ts'
import { mailPolicy } from '#web/mails/policy-mail.ts'
import { buy, draw, findAccountOf } from '../web/people.ts'
import { findCode, type Rig, readCode } from '../web/rig.ts'
import { guild, join, shareThere, spend, team } from '../web/team-people.ts'
import type { Site } from './site.ts'

/** Called on each page before it is left. */
export type Check = (page: Page, name: string) => Promise<void>

interface Walk {
  site: Site
  rig: Rig
  page: Page
  check: Check
  /** Opens that address and looks at it. */
  visit(path: string, name?: string): Promise<void>
}

export const email = 'ada@example.org'

export const prompts = [
  'a lighthouse at dusk, with a red lamp and gulls around it, painted in oil on a very wide canvas',
  '<b>bold</b> & "quoted"',
  'w'.repeat(120),
]

/** Signs in, and goes wherever somebody can. */
export async function walk(site: Site, page: Page, check: Check): Promise<void> {
  const { rig, url } = site
  const visit = async (path: string, name = path) => {
    await page.goto(url + path)
    await check(page, name)
  }
  const all = { ...{ site, rig, page, check }, visit }
  for (const path of ['/', '/pricing', '/privacy', '/terms', '/sign-in', '/nowhere', '/sign-in/code']) {
    await visit(path)
  }
  await signIn(all)
  const account = await findAccountOf(rig, email)
  await connect(all)
  await walkAccount(all, account)
  await walkTeam(all, account)
  await walkPaying(all, account)
  await walkAddresses(all)
  await walkMails(all, account)
  await page.goto(`${url}/account/delete`)
  await page.fill('#word', 'no')
  await page.click('button.danger')
  await check(page, 'delete-fault')
  await page.fill('#word', site.words.deletion.word)
  await page.click('button.danger')
  await check(page, 'deleted')
}

async function signIn({ site: { url }, rig, page, check }: Walk): Promise<void> {
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
  await page.click('[action="/sign-in/again"] button')
  await page.locator('#fault', { hasText: '60' }).waitFor()
  await check(page, 'sign-in-again-too-soon')
  await page.fill('#code', findCode(rig.mails, email))
  await page.click('button.primary')
  await page.waitForURL(`${url}/account`)
  await check(page, 'account-empty')
  await page.goto(`${url}/account/pictures`)
  await check(page, 'pictures-empty')
}

const withCode = 'form:not([action$="/sign-in"])[action^="/link/"] button'
const withProof = '[action$="/sign-in"] button.primary'

/** By the platform’s own sign-in, as whoever asked and as others; by codes. */
async function connect({ site, rig, page, check, visit }: Walk): Promise<void> {
  const { url } = site
  const ada = site.addPerson('Ada Lovelace')
  const bob = site.addPerson('Bob')
  const ask = async (user: typeof ada, where?: string) => `/link/${await rig.core.links.request(user, where)}`
  // The browser stays on the page that would lead it to the platform's.
  await page.route('**/link/*/sign-in', async (route) => {
    const response = await route.fetch()
    const { refresh: _, ...headers } = response.headers()
    await route.fulfill({ response, headers })
  })

  /** To the platform and back, as that person. */
  async function prove(path: string, user: typeof ada, decision: 'allow' | 'deny', name: string) {
    await page.goto(url + path)
    await page.click(withProof)
    const address = (await page.getAttribute('main a.button', 'href')) ?? ''
    if (decision === 'deny') await check(page, 'link-leaving')
    await page.goto(await site.consent(address, user, decision))
    await check(page, name)
  }

  const path = await ask(ada, 'Lighthouse Keepers')
  await visit(path, 'link')
  await prove(path, ada, 'deny', 'link-declined')
  await prove(path, bob, 'allow', 'link-other-person')
  await prove(path, ada, 'allow', 'link-proven')
  await visit(path, 'link-used')
  await visit('/link/nothing')
  await visit('/link/back/discord?state=none', 'link-other-browser')
  await page.goto(url + (await ask(bob, 'Lighthouse Keepers')))
  await page.click(withCode)
  await check(page, 'link-code')
  await rig.core.links.finish(bob, readCode(await page.content()))
  await page.goto(url + (await ask({ platform: 'terminal', user: 'local', name: 'ada' })))
  await check(page, 'link-terminal')
  await page.click(withCode)
  await check(page, 'link-code-terminal')
}

async function walkAccount({ rig, visit }: Walk, account: Account): Promise<void> {
  await buy(rig, account)
  for (const prompt of prompts) {
    rig.clock.advance(60_000)
    await draw(rig, account, prompt)
  }
  rig.clock.advance(60_000)
  const { id } = await draw(rig, account, 'four small boats in a bay', 4)
  await rig.core.history.markFavourite(account.id, id, true)
  const [other] = (await rig.core.history.list(account.id, { limit: 2 })).generations.slice(1)
  const [chat] = await rig.core.accounts.listIdentities(account.id)
  for (const path of [
    '/account',
    '/account/pictures',
    '/account/pictures?search=nothing+like+it',
    '/account/pictures?tool=imagine&from=2020-01-01',
    '/account/pictures?favourites=yes&done=deleted-several',
    `/account/pictures/${id}`,
    `/account/pictures/${id}.2`,
    `/account/pictures/${id}/family`,
    `/account/pictures/${id}/delete`,
    `/account/pictures/several/delete?pick=${id}&pick=${other?.id}`,
    '/account/transactions',
    '/account/settings',
    '/account/settings?done=address',
    `/account/unlink?platform=discord&user=${chat?.user}`,
    '/account/email',
    '/account/merge',
    '/account/delete',
    '/account/confirm?next=/account/delete',
    '/account/receipts/test/nothing',
    '/checkout/nothing',
    '/checkout/return/team',
    '/pricing?signed-in',
  ]) {
    await visit(
      path,
      path
        .replaceAll(id, 'id')
        .replace(other?.id ?? '-', 'other')
        .replace(chat?.user ?? '-', 'ada'),
    )
  }
}

/** The pages of a team that the account is in, as its admin. */
async function walkTeam({ rig, visit }: Walk, account: Account): Promise<void> {
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

async function walkPaying({ site: { url }, rig, page, check, visit }: Walk, account: Account): Promise<void> {
  await page.goto(`${url}/checkout/return?after=99`, { waitUntil: 'commit' })
  await page.locator('h1').waitFor()
  await check(page, 'checkout-waiting')
  await visit('/checkout/return?after=99&until=1', 'checkout-late')
  await visit('/checkout/return?after=0', 'checkout-arrived')
  const paying = await rig.core.purchases.openCheckout(account, 'starter', `${url}/`)
  await visit(new URL(paying).pathname, 'checkout-test')
}

/** Undoing a connection by the mail that told of it, another address, another account. */
async function walkAddresses({ site: { url }, rig, page, check, visit }: Walk): Promise<void> {
  const told = rig.mails.findLast(({ text }) => text.includes('/unlink/'))?.text ?? ''
  await visit(/\/unlink\/\S+/.exec(told)?.[0] ?? '', 'unlink')
  await page.click('button.danger')
  await check(page, 'unlinked')
  await visit('/unlink/nothing', 'unlink-dead')
  await page.goto(`${url}/account/email`)
  await page.fill('#email', 'new@example.org')
  rig.clock.advance(60_000)
  await page.click('main button.primary')
  await check(page, 'email-codes')
  await page.goto(`${url}/account/merge`)
  await page.fill('#email', 'second@example.org')
  await page.click('main button.primary')
  await check(page, 'merge-code')
}

/** Every kind that was sent by now, and the one that tells of a changed policy. */
async function walkMails({ site, rig, page, check }: Walk, account: Account): Promise<void> {
  const { url, words } = site
  const { core, mails, log, options } = rig
  await core.preferences.chooseLanguage(account.id, words.tag)
  await mailPolicy({ core, mailer: options.mailer, publicUrl: url, version: '2026-12-01', log })
  const kinds = new Map(mails.map((mail) => [/<title>(.*)<\/title>/.exec(mail.html ?? '')?.[1], mail]))
  for (const [at, { html = '' }] of [...kinds.values()].entries()) {
    await page.setContent(html)
    await check(page, `mail-${at + 1}`)
  }
}
