/** What an account's credits went for: a month drawn by days, all entries page by page, and as a file. */
import { expect, it } from 'vitest'
import { createLedger } from '#core/credits/ledger.ts'
import { findTop } from '#web/pages/month-chart.ts'
import { signIn } from './browser.ts'
import { buy, draw, findAccountOf, visit } from './people.ts'
import { createRig } from './rig.ts'

async function setUp() {
  const rig = await createRig()
  rig.clock.advance(Date.parse('2026-10-28T12:00:00Z') - rig.clock.now())
  const browser = await signIn(rig, 'ada@example.org')
  const account = await findAccountOf(rig, 'ada@example.org')
  await draw(rig, account, 'an old fox')
  rig.clock.advance(Date.parse('2026-11-20T12:00:00Z') - rig.clock.now())
  await buy(rig, account)
  await draw(rig, account, 'a <young> fox')
  await draw(rig, account, 'fail')
  const again = await signIn(rig, 'ada@example.org')
  return { rig, browser: again, first: browser, account }
}

it('draws a month by days, with its sums, a text and a table, and leads to the months there are', async () => {
  const { browser } = await setUp()
  const page = await browser.read('/account')
  expect(page).toContain('<title id="chart-title">Credits by day, November 2026</title>')
  expect(page).toMatch(
    /<desc id="chart-text">1 credit spent and 1\d\d credits added\. Most on day 20: 1 credit\./,
  )
  expect(page).toMatch(/<g><title>20 November 2026: 1 credit spent and 100 credits added<\/title>/)
  expect(page).toContain('<th scope="row">20 November 2026</th><td>1</td><td>100</td>')
  expect(page.match(/<rect class="spent"/g)).toHaveLength(1)
  expect(page).toContain('href="/account?month=2026-10#month"')
  expect(page).not.toContain('month=2026-12')
  const october = await browser.read('/account?month=2026-10')
  expect(october).toContain('28 October 2026')
  expect(october).toContain('href="/account?month=2026-11#month"')
  expect(october).not.toContain('month=2026-09')
  expect(await browser.read('/account?month=2025-02')).toContain('Nothing moved in February 2025')
  for (const month of ['2026-13', '=1', '']) expect(await browser.status(`/account?month=${month}`)).toBe(400)
})

it('shows what was drawn in words, with a way to it while it is there', async () => {
  const { rig, browser, account } = await setUp()
  const [{ id } = { id: '?' }] = (await rig.core.history.list(account.id, { limit: 1 })).generations
  expect(await browser.read('/account')).toContain(
    `<a href="/account/pictures/${id}">a &lt;young&gt; fox</a>`,
  )
  expect(await browser.read('/account')).toContain('Given back: fail')
  const thumbnails = (await browser.read('/account')).match(/<img class="tile" src="[^"]+" alt=""/g)
  expect(thumbnails).toHaveLength(2)
  await rig.core.history.remove(account.id, id)
  const page = await browser.read('/account')
  expect(page).not.toContain('young')
  expect(page).toContain(id)
})

it('shows entries of one kind, and of none that nobody knows', async () => {
  const { browser } = await setUp()
  const additions = await browser.read('/account/transactions?show=additions')
  expect(additions).toContain('Bought')
  expect(additions).not.toContain('fox')
  const pictures = await browser.read('/account/transactions?show=pictures')
  expect(pictures).toContain('an old fox')
  expect(pictures).not.toContain('Bought')
  for (const show of ['constructor', 'x'])
    expect(await browser.read(`/account/transactions?show=${show}`)).toContain('Bought')
})

it('gives all entries as CSV, or a month of them, streamed, and no words as a formula', async () => {
  const { rig, browser, account } = await setUp()
  const ledger = createLedger(rig.store.ledger, rig.clock)
  await ledger.append({ wallet: account.id, key: 'g', kind: 'grant', amount: 5, reference: '=1+1' })
  const answer = await browser.get('/account/transactions.csv?month=2026-11')
  expect(answer.headers.get('content-type')).toBe('text/csv; charset=utf-8')
  expect(answer.headers.get('content-disposition')).toBe('attachment; filename="credits-2026-11.csv"')
  const [head, ...rows] = (await answer.text()).trimEnd().split('\r\n')
  expect(head).toBe('time (ISO 8601 UTC),what,credits,balance (credits),reference')
  expect(rows[0]).toMatch(/^2026-11-20T[\d:.]+Z,grant,5,\d+,'=1\+1$/)
  expect(rows.map((row) => row.split(',')[1])).toEqual(
    expect.arrayContaining(['grant', 'refund', 'spend', 'purchase']),
  )
  const all = await (await browser.get('/account/transactions.csv')).text()
  expect(all.trimEnd().split('\r\n').length).toBeGreaterThan(rows.length + 1)
  expect(await browser.status('/account/transactions.csv?month=x')).toBe(400)
})

it('gives the file to nobody else, and not without end', async () => {
  const { browser } = await visit()
  const path = '/account/transactions.csv'
  for (let time = 0; time < 30; time++) await browser.head(path)
  expect(await browser.status(path)).toBe(429)
})

it.each([
  [0, 1],
  [1, 1],
  [3, 5],
  [11, 20],
  [30, 50],
  [501, 1_000],
])('a day of at most %i credits is drawn on a scale to %i', (most, top) => {
  expect(findTop(most)).toBe(top)
})
