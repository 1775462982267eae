/** The frame of the pages of an account. */
import { html } from 'hono/html'
import { type Markup, type PageOptions, renderLayout } from './layout.ts'

const tabs = {
  '/account': 'Credits',
  '/account/pictures': 'Pictures',
  '/account/settings': 'Settings',
} as const

/** `tab` is the page it belongs to, where it belongs to one. */
export function renderAccountPage(
  tab: keyof typeof tabs | undefined,
  title: string,
  content: Markup,
  options: PageOptions = {},
): Markup {
  return renderLayout(
    title,
    html`<nav class="tabs" aria-label="Account">
      ${Object.entries(tabs).map(
        ([path, name]) =>
          html`<a href="${path}" ${path === tab ? html`aria-current="page"` : ''}>${name}</a>`,
      )}
    </nav>
    ${content}`,
    options,
  )
}
