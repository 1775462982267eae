/** The account's first page: what one has, what it went for and what was bought. */
import { html } from 'hono/html'
import type { Entry, TeamOrderEntry, Words } from '#core/index.ts'
import { findWords, renderText } from '../language.ts'
import { renderAccountPage } from './account-frame.ts'
import { type EntryNotes, renderOrders } from './entries.ts'
import { renderDone } from './form.ts'
import type { Markup } from './layout.ts'
import { type MonthChart, renderMonthChart } from './month-chart.ts'
import { renderBuys, renderPacks, type Shop } from './packs.ts'
import { type ListedTeam, renderTeams } from './teams.ts'

/** The newest of some, and whether there are older ones. */
export interface Newest {
  entries: readonly Entry[]
  hasMore: boolean
}

export interface AccountPage {
  balance: number
  shop: Shop
  chart: MonthChart
  /** What went for pictures, or came back of it. */
  pictures: Newest
  /** What was bought, given or moved. */
  additions: Newest
  notes: EntryNotes
  teamOrders: readonly TeamOrderEntry[]
  teams: readonly ListedTeam[]
  done: string | undefined
}

export function renderAccount(page: AccountPage): Markup {
  const words = findWords()
  const { account } = words
  const { shop, chart, teams, done } = page
  return renderAccountPage(
    '/account',
    account.title,
    html`${renderDone(done)}
    ${renderPurse(words, page)}
    ${renderMonthChart(words, chart)}
    ${renderPictures(words, page)}
    ${renderAdditions(words, page)}
    ${renderTeams(words, teams)}
    <section aria-labelledby="top-up">
      <h2 id="top-up" tabindex="-1">${shop.listPacks().length > 0 ? account.topUp : account.moreCredits}</h2>
      ${renderPacks(words, shop)}
      <p class="note">${renderText(account.neverExpire())}</p>
    </section>`,
  )
}

function renderPurse(words: Words, { balance, shop }: AccountPage): Markup {
  const { account, number } = words
  const isShop = shop.listPacks().length > 0
  const buys = balance > 0 ? renderBuys(words, balance, shop.prices) : ''
  return html`<section class="card purse" aria-labelledby="balance">
    <div>
      <h1 id="balance">${account.balance}</h1>
      <p class="balance"><strong>${number(balance)}</strong> ${account.unit(balance)}</p>
      ${buys === '' ? '' : html`<p class="quiet">${account.enoughFor(buys)}</p>`}
      ${balance < 0 ? html`<p class="quiet">${account.inDebt}</p>` : ''}
    </div>
    <a class="button large ${isShop ? 'primary' : ''}" href="#top-up">${isShop ? account.topUp : account.getMore}</a>
  </section>`
}

function renderPictures(words: Words, { pictures: { entries, hasMore }, notes }: AccountPage): Markup {
  const { account } = words
  return html`<section aria-labelledby="pictures">
    <h2 id="pictures">${account.pictures}</h2>
    ${entries.length === 0 ? html`<p class="none">${renderText(account.noPictures())}</p>` : renderOrders(words, entries, notes)}
    ${hasMore ? renderSeeAll('pictures', account.seeAll, account.seeAllPictures) : ''}
  </section>`
}

function renderAdditions(words: Words, { additions, teamOrders, notes }: AccountPage): Markup {
  const { account } = words
  const { entries, hasMore } = additions
  const own = html`<section aria-labelledby="additions">
    <h2 id="additions">${account.additions}</h2>
    ${renderOrders(words, entries, notes)}
    ${hasMore ? renderSeeAll('additions', account.seeAll, account.seeAllAdditions) : ''}
  </section>`
  const forTeams = html`<section aria-labelledby="for-teams">
    <h2 id="for-teams">${account.forTeams}</h2>
    ${renderOrders(words, teamOrders, notes)}
  </section>`
  return html`${entries.length > 0 ? own : ''}${teamOrders.length > 0 ? forTeams : ''}`
}

const renderSeeAll = (show: 'pictures' | 'additions', label: string, of: string): Markup =>
  html`<p><a class="button small" href="/account/transactions?show=${show}">${label}<span class="unseen"> ${of}</span></a></p>`
