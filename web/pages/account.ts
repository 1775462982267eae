/** The account's first page: what one has, can buy and has used. */
import { html } from 'hono/html'
import type { Entry, Identity, TeamOrderEntry } from '#core/index.ts'
import { renderAccountPage } from './account-frame.ts'
import { type EntryWords, renderEntries, renderTeamOrders } from './entries.ts'
import { renderAction, renderDone } from './form.ts'
import type { Markup } from './layout.ts'
import { renderPacks, type Shop } from './pricing.ts'
import { type ListedTeam, renderTeams } from './teams.ts'
import { cleanName, renderChatUser, renderDay, renderNumber } from './words.ts'

export interface AccountPage {
  balance: number
  shop: Shop
  entries: readonly Entry[]
  words: EntryWords
  teamOrders: readonly TeamOrderEntry[]
  /** There are older entries than those shown. */
  more: boolean
  identities: readonly Identity[]
  teams: readonly ListedTeam[]
  done: string | undefined
}

export function renderAccount({
  balance,
  shop,
  entries,
  words,
  teamOrders,
  more,
  identities,
  teams,
  done,
}: AccountPage): Markup {
  return renderAccountPage(
    '/account',
    'Your account',
    html`<section>
      <h1>Your account</h1>
      ${renderDone(done)}
      <p class="balance"><strong>${renderNumber(balance)}</strong> ${balance === 1 ? 'credit' : 'credits'}</p>
      ${balance < 0 ? html`<p class="note">A payment was refunded after its credits were spent. New credits make up for it first.</p>` : ''}
    </section>
    <section aria-labelledby="packs">
      <h2 id="packs">${shop.listPacks().length > 0 ? 'Buy credits' : 'More credits'}</h2>
      ${renderPacks(shop)}
      <p class="note">Credits never expire. <a href="/pricing">What they buy</a></p>
    </section>
    <section aria-labelledby="transactions">
      <h2 id="transactions">Last transactions</h2>
      ${renderEntries(entries, words)}
      ${more ? html`<p><a href="/account/transactions">All transactions</a></p>` : ''}
    </section>
    ${renderTeamOrders(teamOrders, words)}
    <section aria-labelledby="chats">
      <h2 id="chats">Linked chats</h2>
      ${identities.length === 0 ? renderNoChats() : html`<ul class="rows">${identities.map(renderIdentity)}</ul>`}
    </section>
    ${renderTeams(teams)}`,
  )
}

function renderNoChats(): Markup {
  return html`<p>None yet. Type <code>/link</code> where the bot is, in Discord, Slack or the terminal.</p>`
}

function renderIdentity(identity: Identity): Markup {
  const { platform, user, linkedAt } = identity
  return html`<li>
    <div>${renderChatUser(identity)}<br><span class="quiet">since ${renderDay(linkedAt)}</span></div>
    <a class="button" href="/account/unlink?${new URLSearchParams({ platform, user })}">Unlink<span class="unseen"> ${cleanName(identity.name)}</span></a>
  </li>`
}

/** Asks before it is done: the chat loses the account with the press of a button. */
export function renderUnlinkChat(identity: Identity): Markup {
  const { platform, user } = identity
  return renderAccountPage(
    '/account',
    'Unlink a chat',
    html`<section class="narrow">
      <h1>Unlink this chat?</h1>
      <p class="lead">${renderChatUser(identity)} can use your account now, and then cannot any more. Your pictures and credits stay.</p>
      <div class="actions">
        ${renderAction({ action: '/account/unlink', label: 'Unlink', values: { platform, user }, look: 'danger' })}
        <a href="/account">Keep it linked</a>
      </div>
    </section>`,
  )
}

export function renderTransactions(page: {
  entries: readonly Entry[]
  words: EntryWords
  older?: number
  first: boolean
}): Markup {
  const { entries, words, older, first } = page
  return renderAccountPage(
    '/account',
    'Transactions',
    html`<section>
      <h1>Transactions</h1>
      ${renderEntries(entries, words)}
      <nav class="actions" aria-label="Pages">
        ${first ? '' : html`<a href="/account/transactions">Newest</a>`}
        ${older === undefined ? '' : html`<a href="/account/transactions?before=${older}">Older</a>`}
      </nav>
    </section>`,
  )
}
