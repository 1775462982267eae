/** A team's page, for its admins: what it has, who spent what, and what is settled. */
import { html } from 'hono/html'
import {
  findMonthBefore,
  isMonth,
  type Member,
  type TeamChange,
  type TeamMonth,
  type TeamSettings,
  type Words,
} from '#core/index.ts'
import { findWords, renderText } from '../language.ts'
import { renderAccountPage } from './account-frame.ts'
import type { Markup } from './layout.ts'
import { renderPacks, type Shop } from './packs.ts'
import { renderProblemPage } from './problem.ts'
import { linkGallery } from './team-gallery.ts'
import { renderLog } from './team-log.ts'
import { renderChannels, renderMembers, renderTools } from './team-usage.ts'
import { namePlace, nameTeamOf, renderChannel, renderPlace, type TitledPlace } from './team-words.ts'

/** One of a team's, as it stands on its page. */
export interface ManagedPlace extends TitledPlace {
  /** The gallery channel, where one is chosen. */
  gallery: string | undefined
  /** Whether whoever looks was seen there, so that they may look at what is shared there. */
  isSeen: boolean
}

export interface TeamPage {
  places: readonly ManagedPlace[]
  settings: TeamSettings
  usage: TeamMonth
  members: readonly Member[]
  /** The newest; `hasMore`: there are older ones, which the file has. */
  changes: readonly TeamChange[]
  hasMore: boolean
  shop: Shop
  /** By which the packs' addresses are for the team, and for whoever looks alone. */
  checkout: string
  /** What all addresses of the page carry. */
  query: Readonly<Record<string, string>>
  /** Whether it is of the present month. */
  isNow: boolean
  /** When the pass ends by which it is shown; absent for who is let in by their role. */
  until: number | undefined
}

export function renderTeamPage(page: TeamPage): Markup {
  const words = findWords()
  const { teamLog } = words
  const title = nameTeamOf(page.places)
  return renderAccountPage(
    undefined,
    title,
    html`${renderPurse(words, page, title)}
    ${renderUsage(words, page)}
    ${renderSettings(words, page)}
    <section aria-labelledby="changes">
      <h2 id="changes">${teamLog.title}</h2>
      ${renderLog(words, page.changes, page.members)}
      <p class="note">${page.hasMore ? teamLog.older : ''} <a href="${linkTo('/team/changes.csv', page)}" download>${teamLog.asCsv}</a></p>
    </section>
    ${renderBuying(words, page)}`,
  )
}

const linkTo = (
  path: string,
  { query }: Pick<TeamPage, 'query'>,
  more: Record<string, string> = {},
): string => `${path}?${new URLSearchParams({ ...query, ...more })}`

function renderPurse(
  { teamPage, account, number, moment }: Words,
  { usage, until, shop }: TeamPage,
  title: string,
): Markup {
  const isShop = shop.listPacks().length > 0
  return html`<section class="card purse" aria-labelledby="team">
    <div>
      <h1 id="team" class="name"><bdi>${title}</bdi></h1>
      <p class="balance"><strong>${number(usage.balance)}</strong> ${teamPage.inWallet(account.unit(usage.balance))}</p>
      ${until === undefined ? '' : html`<p class="quiet">${renderText(teamPage.until(moment(until)))}</p>`}
    </div>
    ${isShop ? html`<a class="button large primary" href="#packs">${teamPage.topUp}</a>` : ''}
  </section>`
}

function renderUsage(words: Words, page: TeamPage): Markup {
  const { teamPage, credits } = words
  const { usage, settings, members, isNow } = page
  const { month } = usage
  const before = findMonthBefore(month)
  return html`<section aria-labelledby="usage">
    <div class="heading">
      <h2 id="usage">${words.month(month)}</h2>
      <nav class="pager" aria-label="${teamPage.months}">
        ${isMonth(before) ? html`<a class="button small" href="${linkTo('/team', page, { month: before })}" rel="prev">${words.month(before)}</a>` : ''}
        ${isNow ? '' : html`<a class="button small" href="${linkTo('/team', page)}">${teamPage.thisMonth}</a>`}
      </nav>
    </div>
    <dl class="sums"><div><dt>${teamPage.spent}</dt><dd>${credits(usage.spent)}</dd></div></dl>
    <p class="note">${teamPage.zone(settings.timeZone)}
      <a href="${linkTo('/team/usage.csv', page, { month })}" download>${teamPage.asCsv(words.month(month))}</a></p>
    <h3>${teamPage.members}</h3>
    ${renderMembers(words, usage, members)}
    <div class="halves">
      <div><h3>${teamPage.tools}</h3>${renderTools(words, usage)}</div>
      <div><h3>${teamPage.channels}</h3>${renderChannels(words, usage, settings)}</div>
    </div>
  </section>`
}

function renderSettings(words: Words, { settings, places }: TeamPage): Markup {
  const { teamPage } = words
  const { adminsChannel } = settings
  const sayCap = (cap: number | undefined) => (cap === undefined ? teamPage.noCap : teamPage.monthly(cap))
  const { facts } = teamPage
  const rows: [string, Markup | string][] = [
    [facts.pays, teamPage.payers[settings.pays]],
    [facts.memberCap, sayCap(settings.memberCap)],
    [facts.channelCap, sayCap(settings.channelCap)],
    [facts.timeZone, settings.timeZone],
    [
      facts.adminsChannel,
      adminsChannel
        ? renderChannel({ platform: adminsChannel.platform, id: adminsChannel.team }, adminsChannel.channel)
        : teamPage.none,
    ],
  ]
  return html`<section aria-labelledby="settings">
    <h2 id="settings">${teamPage.settings}</h2>
    <dl class="parts">${rows.map(([term, fact]) => html`<div><dt>${term}</dt><dd>${fact}</dd></div>`)}</dl>
    <h3>${teamPage.places}</h3>
    <ul class="rows">${places.map((place) => renderManaged(words, place))}</ul>
    <p class="note">${renderText(teamPage.whereToChange())}</p>
  </section>`
}

const renderManaged = ({ teamPage, account }: Words, place: ManagedPlace): Markup =>
  html`<li><div>${renderPlace(place)}<br>${
    place.gallery === undefined
      ? html`<span class="quiet">${teamPage.noGallery}</span>`
      : html`<span class="quiet">${teamPage.galleryChannel}</span> ${renderChannel(place, place.gallery)}`
  }</div>${place.isSeen ? html`<a href="${linkGallery(place)}">${account.gallery}<span class="unseen"> ${account.galleryOf(namePlace(place))}</span></a>` : ''}</li>`

function renderBuying(words: Words, { shop, checkout }: TeamPage): Markup {
  const { teamPage } = words
  const isShop = shop.listPacks().length > 0
  return html`<section aria-labelledby="packs">
    <h2 id="packs" tabindex="-1">${isShop ? teamPage.buy : teamPage.moreCredits}</h2>
    ${renderPacks(words, shop, checkout)}
    ${isShop ? html`<p class="note">${teamPage.buyNote}</p>` : ''}
  </section>`
}

/** For whom it was, until now: nobody else is told that there is anything. */
export function renderLapsed(): Markup {
  const { teamPage, checkout } = findWords()
  return renderProblemPage(teamPage.lapsed, { href: '/account', label: checkout.toAccount })
}
