/** All that moved an account's credits, page by page. */
import { html } from 'hono/html'
import type { Entry, Words } from '#core/index.ts'
import { findWords } from '../language.ts'
import { renderAccountPage } from './account-frame.ts'
import { type EntryNotes, renderEntries } from './entries.ts'
import type { Markup } from './layout.ts'

/** Which of them are shown, by its name in the page's address. */
export type Shown = keyof Words['activity']['kinds']

const kinds: readonly Shown[] = ['all', 'pictures', 'additions']

export const isShown = (name: string): name is Shown => kinds.some((kind) => kind === name)

export interface ActivityPage {
  show: Shown
  entries: readonly Entry[]
  notes: EntryNotes
  /** Where the next, older page begins. */
  older: number | undefined
  /** Whether it is the page of the newest. */
  isFirst: boolean
}

export function renderActivity({ show, entries, notes, older, isFirst }: ActivityPage): Markup {
  const words = findWords()
  const { activity } = words
  const nothing = older === undefined ? activity.nothing : activity.nothingNew
  return renderAccountPage(
    '/account',
    activity.title,
    html`<section>
      <h1>${activity.title}</h1>
      <nav class="filters" aria-label="${activity.show}">${kinds.map(
        (kind) =>
          html`<a href="${linkActivity(kind)}" ${kind === show ? html`aria-current="page"` : ''}>${activity.kinds[kind]}</a>`,
      )}</nav>
      ${entries.length === 0 ? html`<p class="none">${nothing}</p>` : renderEntries(words, entries, notes)}
      <nav class="actions" aria-label="${activity.pages}">
        ${isFirst ? '' : html`<a href="${linkActivity(show)}">${activity.newest}</a>`}
        ${older === undefined ? '' : html`<a href="${linkActivity(show, older)}" rel="next">${activity.older}</a>`}
      </nav>
      <p><a href="/account/transactions.csv" download>${activity.asCsv}</a></p>
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
