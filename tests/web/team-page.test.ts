/** A team's page for its admins: who spent what on what, what is settled and who changed it; and the files of it. */
import { expect, it } from 'vitest'
import { signIn } from './browser.ts'
import { findAccountOf } from './people.ts'
import { createRig } from './rig.ts'
import { goToMonth, join, spend, team } from './team-people.ts'

const page = `/team?team=${team}`

async function setUp() {
  const rig = await createRig()
  goToMonth(rig)
  const browser = await signIn(rig, 'ada@example.org')
  const bobs = await signIn(rig, 'bob@example.org')
  const [ada, bob] = [
    await findAccountOf(rig, 'ada@example.org'),
    await findAccountOf(rig, 'bob@example.org'),
  ]
  await join(rig, ada, 'Ada')
  await join(rig, bob, '=HYPERLINK("https://evil.example")')
  await rig.core.teams.setRole(team, { account: ada.id, name: 'Ada' }, 'admin', ada.id)
  return { rig, browser, ada, bob, bobs }
}

const readRows = (text: string) =>
  text
    .replace(/^\ufeff/, '')
    .trimEnd()
    .split('\r\n')

it('shows members, tools and channels of a month, and of an earlier one', async () => {
  const { rig, browser, ada, bob } = await setUp()
  await spend(rig, [
    { by: ada },
    { by: ada, tool: 'og' },
    { by: bob, in: 'C2' },
    { by: bob, month: '2026-10' },
  ])
  const cap = { by: ada.id, what: 'member-cap', value: 200 } as const
  await rig.core.teams.changeSettings(team, (settings) => ({ ...settings, memberCap: 200 }), cap)
  const text = await browser.read(page)
  for (const words of [
    'November 2026',
    '30 credits',
    'admin · ',
    'imagine 10',
    'og 10',
    '960',
    '200 credits a month',
  ])
    expect(text).toContain(words)
  expect(text).toMatch(/C2<\/code><\/a><\/th><td>10<\/td>/)
  expect(text).toContain('=HYPERLINK(&quot;https://evil.example&quot;)')
  const earlier = await browser.read(`${page}&month=2026-10`)
  expect(earlier).toContain('<dt>Spent</dt><dd>10 credits</dd>')
  expect(earlier).toContain(`href="/team?team=discord%3AG1">This month`)
  expect(await browser.read(`${page}&month=2000-01`)).not.toContain('month=1999-12')
  for (const month of ['2026-13', '=1', '']) expect(await browser.status(`${page}&month=${month}`)).toBe(400)
})

it('gives the month as CSV: each member by each tool, with units, and no name as a formula', async () => {
  const { rig, browser, ada, bob } = await setUp()
  await spend(rig, [{ by: ada }, { by: ada, tool: 'og' }, { by: bob }])
  const answer = await browser.get(`/team/usage.csv?team=${team}`)
  expect(answer.headers.get('content-type')).toBe('text/csv; charset=utf-8')
  expect(answer.headers.get('content-disposition')).toBe('attachment; filename="usage-2026-11.csv"')
  const bytes = new Uint8Array(await answer.arrayBuffer())
  expect([...bytes.slice(0, 3)]).toEqual([0xef, 0xbb, 0xbf])
  expect(readRows(new TextDecoder().decode(bytes))).toEqual([
    'month,time zone,member,role,tool,orders,spent (credits),cap (credits a month)',
    '2026-11,UTC,Ada,admin,og,1,10,',
    '2026-11,UTC,Ada,admin,imagine,1,10,',
    `2026-11,UTC,"'=HYPERLINK(""https://evil.example"")",member,imagine,1,10,`,
  ])
})

it('gives the changes as CSV: when, by whom, about whom, in which unit', async () => {
  const { rig, browser, ada, bob } = await setUp()
  const { teams } = rig.core
  await teams.setMemberCap(team, { account: bob.id, name: 'Bob' }, 50, ada.id)
  await teams.setMemberCap(team, { account: bob.id, name: 'Bob' }, undefined, 'gone')
  expect(await browser.read(page)).toContain('Cap · <bdi>=HYPERLINK(')
  const of = `${team}:C2`
  await teams.changeSettings(team, (settings) => settings, { by: ada.id, what: 'pays', value: 'own', of })
  const [head, ...rows] = readRows(await browser.read(`/team/changes.csv?team=${team}`))
  expect(head).toBe('time (ISO 8601 UTC),changed by,what,about,value,unit')
  expect(rows.every((row) => row.startsWith('2026-11-20T12:00:00.000Z,'))).toBe(true)
  const bobs = `"'=HYPERLINK(""https://evil.example"")"`
  expect(rows.map((row) => row.slice(25)).toSorted()).toEqual([
    `Ada,member-cap,${bobs},50,credits a month`,
    'Ada,pays,channel C2,own,',
    'Ada,role,Ada,admin,',
    `somebody,member-cap,${bobs},none,credits a month`,
  ])
})

it('sells for the team, by addresses of the admin’s own', async () => {
  const { rig, browser, bobs } = await setUp()
  const path = /href="(\/checkout\/starter[^"]*)"/
    .exec(await browser.read(page))?.[1]
    ?.replaceAll('&amp;', '&')
  expect(path).toContain('seal=')
  expect(await bobs.status(path ?? '')).toBe(403)
  const paying = await browser.get(path ?? '')
  expect(paying.status).toBe(303)
  const purchase = rig.core.testCheckout?.findPurchase(
    paying.location.slice(paying.location.lastIndexOf('/') + 1),
  )
  expect(purchase).toMatchObject({ payer: `team:${team}` })
})

it('says so when somebody looks too often', async () => {
  const { browser } = await setUp()
  for (let times = 0; times < 120; times++) await browser.head(page)
  expect(await browser.status(page)).toBe(429)
  expect(await browser.status('/account')).toBe(200)
})
