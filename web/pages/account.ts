/** The account's first page: what one has, what it went for and what was bought. */
import { html } from 'hono/html'
import type { Entry, TeamOrderEntry } from '#core/index.ts'
import { renderAccountPage } from './account-frame.ts'
import { type EntryWords, renderOrders } from './entries.ts'
import { renderDone } from './form.ts'
import type { Markup } from './layout.ts'
import { type MonthChart, renderMonthChart } from './month-chart.ts'
import { renderBuys, renderPacks, type Shop } from './packs.ts'
import { type ListedTeam, renderTeams } from './teams.ts'
import { renderNumber } from './words.ts'

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
  words: EntryWords
  teamOrders: readonly TeamOrderEntry[]
  teams: readonly ListedTeam[]
  done: string | undefined
}

export function renderAccount(page: AccountPage): Markup {
  const { shop, chart, pictures, words, teams, done } = page
  return renderAccountPage(
    '/account',
    'Credits',
    html`${renderDone(done)}
    ${renderPurse(page)}
    ${renderMonthChart(chart)}
    <section aria-labelledby="pictures">
      <h2 id="pictures">Spent on pictures</h2>
      ${pictures.entries.length === 0 ? html`<p class="none">Nothing yet. Type <code>/imagine</code> and what you want to see, in your chat.</p>` : renderOrders(pictures.entries, words)}
      ${pictures.hasMore ? html`<p><a class="button small" href="/account/transactions?show=pictures">See all<span class="unseen"> spent on pictures</span></a></p>` : ''}
    </section>
    ${renderAdditions(page)}
    ${renderTeams(teams)}
    <section aria-labelledby="top-up">
      <h2 id="top-up" tabindex="-1">${shop.listPacks().length > 0 ? 'Top up' : 'More credits'}</h2>
      ${renderPacks(shop)}
      <p class="note">Credits never expire. <a href="/pricing">What they buy</a></p>
    </section>`,
  )
}

function renderPurse({ balance, shop }: AccountPage): Markup {
  const isShop = shop.listPacks().length > 0
  const buys = balance > 0 ? renderBuys(balance, shop.prices) : ''
  return html`<section class="card purse" aria-labelledby="balance">
    <div>
      <h1 id="balance">Your balance</h1>
      <p class="balance"><strong>${renderNumber(balance)}</strong> ${balance === 1 ? 'credit' : 'credits'}</p>
      ${buys === '' ? '' : html`<p class="quiet">Enough for ${buys}.</p>`}
      ${balance < 0 ? html`<p class="quiet">A payment was refunded after its credits were spent. New credits make up for it first.</p>` : ''}
    </div>
    <a class="button large ${isShop ? 'primary' : ''}" href="#top-up">${isShop ? 'Top up' : 'Get more'}</a>
  </section>`
}

function renderAdditions({ additions, teamOrders, words }: AccountPage): Markup {
  const { entries, hasMore } = additions
  const own =
    entries.length === 0
      ? ''
      : html`<section aria-labelledby="purchases">
        <h2 id="purchases">Purchases and gifts</h2>
        ${renderOrders(entries, words)}
        ${hasMore ? html`<p><a class="button small" href="/account/transactions?show=additions">See all<span class="unseen"> purchases and gifts</span></a></p>` : ''}
      </section>`
  const forTeams =
    teamOrders.length === 0
      ? ''
      : html`<section aria-labelledby="for-teams">
        <h2 id="for-teams">Bought for teams</h2>
        ${renderOrders(teamOrders, words)}
      </section>`
  return html`${own}${forTeams}`
}
