/** A team's page, for its admins: what it has, who spent what, and what is settled. */
import { html } from 'hono/html'
import {
  findMonthBefore,
  isMonth,
  type Member,
  type TeamChange,
  type TeamMonth,
  type TeamSettings,
} from '#core/index.ts'
import { renderAccountPage } from './account-frame.ts'
import type { Markup } from './layout.ts'
import { renderPacks, type Shop } from './packs.ts'
import { renderProblemPage } from './problem.ts'
import { linkGallery } from './team-gallery.ts'
import { renderLog } from './team-log.ts'
import { renderChannels, renderMembers, renderTools } from './team-usage.ts'
import {
  namePlace,
  nameTeamOf,
  payers,
  renderCap,
  renderChannel,
  renderPlace,
  type TitledPlace,
} from './team-words.ts'
import { renderCredits, renderMoment, renderMonth, renderNumber } from './words.ts'

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
  const title = nameTeamOf(page.places)
  return renderAccountPage(
    undefined,
    title,
    html`<section>
      <h1><bdi>${title}</bdi></h1>
      <p class="balance"><strong>${renderNumber(page.usage.balance)}</strong> ${page.usage.balance === 1 ? 'credit' : 'credits'} in the team’s wallet</p>
      ${page.until === undefined ? '' : html`<p class="note">This address is yours alone, and good until ${renderMoment(page.until)}. <code>/team</code> gives you another.</p>`}
    </section>
    ${renderUsage(page)}
    ${renderSettled(page)}
    ${renderBuying(page)}
    <section aria-labelledby="changes">
      <h2 id="changes">Changes</h2>
      ${renderLog(page.changes, page.members)}
      ${page.hasMore ? html`<p class="note">Older ones are in the file.</p>` : ''}
      <p><a href="${linkTo('/team/changes.csv', page)}" download>Changes of a year as CSV</a></p>
    </section>`,
  )
}

const linkTo = (
  path: string,
  { query }: Pick<TeamPage, 'query'>,
  more: Record<string, string> = {},
): string => `${path}?${new URLSearchParams({ ...query, ...more })}`

function renderUsage(page: TeamPage): Markup {
  const { usage, settings, members, isNow } = page
  const { month } = usage
  const before = findMonthBefore(month)
  return html`<section aria-labelledby="usage">
    <h2 id="usage">${renderMonth(month)}</h2>
    <p>The team paid <strong>${renderCredits(usage.spent)}</strong>. Months begin and end by the clock of ${settings.timeZone}.</p>
    <nav class="actions" aria-label="Months">
      ${isMonth(before) ? html`<a href="${linkTo('/team', page, { month: before })}">${renderMonth(before)}</a>` : ''}
      ${isNow ? '' : html`<a href="${linkTo('/team', page)}">This month</a>`}
      <a href="${linkTo('/team/usage.csv', page, { month })}" download>${renderMonth(month)} as CSV</a>
    </nav>
    <h3>Members</h3>
    ${renderMembers(usage, members)}
    <h3>Tools</h3>
    ${renderTools(usage)}
    <h3>Channels</h3>
    ${renderChannels(usage, settings)}
  </section>`
}

function renderSettled({ settings, places }: TeamPage): Markup {
  const { adminsChannel } = settings
  const facts: [string, Markup | string][] = [
    ['Who pays', payers[settings.pays]],
    ['Cap of each member', renderMonthly(settings.memberCap)],
    ['Cap of each channel', renderMonthly(settings.channelCap)],
    ['Time zone', settings.timeZone],
    [
      'Admins’ channel',
      adminsChannel
        ? renderChannel({ platform: adminsChannel.platform, id: adminsChannel.team }, adminsChannel.channel)
        : 'none',
    ],
  ]
  return html`<section aria-labelledby="settled">
    <h2 id="settled">What is settled</h2>
    <dl class="parts">${facts.map(([term, fact]) => html`<div><dt>${term}</dt><dd>${fact}</dd></div>`)}</dl>
    <h3>Where the team chats</h3>
    <ul class="rows">${places.map(renderManaged)}</ul>
    <p class="note"><code>/team</code> and <code>/gallery</code> change all of this, where you chat.</p>
  </section>`
}

const renderMonthly = (cap: number | undefined): string =>
  cap === undefined ? renderCap(cap) : `${renderCredits(cap)} a month`

const renderManaged = (place: ManagedPlace): Markup =>
  html`<li><div>${renderPlace(place)}<br>${
    place.gallery === undefined
      ? html`<span class="quiet">no gallery channel is chosen</span>`
      : html`<span class="quiet">gallery channel</span> ${renderChannel(place, place.gallery)}`
  }</div>${place.isSeen ? html`<a href="${linkGallery(place)}">Gallery<span class="unseen"> of ${namePlace(place)}</span></a>` : ''}</li>`

function renderBuying({ shop, checkout }: TeamPage): Markup {
  return html`<section aria-labelledby="packs">
    <h2 id="packs">${shop.listPacks().length > 0 ? 'Buy credits for the team' : 'More credits'}</h2>
    ${renderPacks(shop, checkout)}
    ${shop.listPacks().length > 0 ? html`<p class="note">What you buy here is the team’s: it pays for its members, and you can’t take it back.</p>` : ''}
  </section>`
}

/** For whom it was, until now: nobody else is told that there is anything. */
export function renderLapsed(): Markup {
  return renderProblemPage(
    {
      title: 'This address has lapsed',
      text: 'It was good for an hour. Type /team where you chat, and you get another.',
    },
    { href: '/account', label: 'To your account' },
  )
}
