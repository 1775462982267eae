/** All that moved an account's credits, page by page. */
import { html } from 'hono/html'
import type { Entry } from '#core/index.ts'
import { renderAccountPage } from './account-frame.ts'
import { type EntryWords, renderEntries } from './entries.ts'
import type { Markup } from './layout.ts'

/** Which of them are shown, by its name in the page's address. */
export type Shown = keyof typeof names

const names = { all: 'Everything', pictures: 'Pictures', additions: 'Purchases and gifts' } as const

export const isShown = (name: string): name is Shown => Object.hasOwn(names, name)

export interface ActivityPage {
  show: Shown
  entries: readonly Entry[]
  words: EntryWords
  /** Where the next, older page begins. */
  older: number | undefined
  /** Whether it is the page of the newest. */
  isFirst: boolean
}

export function renderActivity({ show, entries, words, older, isFirst }: ActivityPage): Markup {
  return renderAccountPage(
    '/account',
    'Activity',
    html`<section>
      <h1>Activity</h1>
      <nav class="filters" aria-label="Show">${(Object.keys(names) as Shown[]).map(
        (each) =>
          html`<a href="${linkActivity(each)}" ${each === show ? html`aria-current="page"` : ''}>${names[each]}</a>`,
      )}</nav>
      ${entries.length === 0 ? html`<p class="none">${older === undefined ? 'Nothing here.' : 'Nothing among the newest of this page. There may be older ones.'}</p>` : renderEntries(entries, words)}
      <nav class="actions" aria-label="Pages">
        ${isFirst ? '' : html`<a href="${linkActivity(show)}">Newest</a>`}
        ${older === undefined ? '' : html`<a href="${linkActivity(show, older)}" rel="next">Older</a>`}
      </nav>
      <p><a href="/account/transactions.csv" download>Everything as CSV</a></p>
    </section>`,
  )
}

function linkActivity(show: Shown, before?: number): string {
  const query = new URLSearchParams({
    ...(show !== 'all' && { show }),
    ...(before !== undefined && { before: String(before) }),
  })
  return query.size > 0 ? `/account/transactions?${query}` : '/account/transactions'
}
