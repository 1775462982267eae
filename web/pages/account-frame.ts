/** The frame of the pages of an account. */
import { html } from 'hono/html'
import { findWords } from '../language.ts'
import { type Markup, type PageOptions, renderLayout } from './layout.ts'

type Tab = '/account' | '/account/pictures' | '/account/settings'

/** `tab` is the page it belongs to, where it belongs to one. */
export function renderAccountPage(
  tab: Tab | undefined,
  title: string,
  content: Markup,
  options: PageOptions = {},
): Markup {
  const { account, settings } = findWords()
  const renderTab = (path: Tab, name: string) =>
    html`<a href="${path}" ${path === tab ? html`aria-current="page"` : ''}>${name}</a>`
  return renderLayout(
    title,
    html`<nav class="tabs" aria-label="${account.area}">
      ${renderTab('/account', account.title)}
      ${renderTab('/account/pictures', account.picturesTab)}
      ${renderTab('/account/settings', settings.title)}
    </nav>
    ${content}`,
    options,
  )
}
