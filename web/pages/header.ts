/** The header of every page: the site, who is signed in, and what they have. */
import { html } from 'hono/html'
import { assets } from '../assets.ts'
import type { Frame, Reader } from '../frame.ts'
import type { Markup } from './markup.ts'
import { renderNumber } from './words.ts'

/** `path`: of the page it stands above. */
export function renderHeader(reader: Awaited<ReturnType<Frame['findReader']>>, path = ''): Markup {
  const link = (href: string, label: string) =>
    html`<a href="${href}" ${href === path ? html`aria-current="page"` : ''}>${label}</a>`
  const isKnown = typeof reader === 'object'
  return html`<header class="bar">
      <a class="brand" href="/"><img src="${assets.icon.href}" alt="" width="28" height="28">imgsrc bot</a>
      <nav aria-label="Site">
        ${isKnown ? link('/account/pictures', 'Pictures') : ''}
        ${link('/pricing', 'Pricing')}
        ${reader === 'unknown' ? link('/account', 'Account') : ''}
      </nav>
      ${isKnown ? renderReader(reader) : ''}
      ${reader === undefined ? html`<a class="button small" href="/sign-in">Sign in</a>` : ''}
    </header>`
}

/** The menu needs no script: the browser opens and closes it (HTML, 6.12: popover). */
function renderReader({ email, balance }: Reader): Markup {
  return html`<a class="funds" href="/account">${renderNumber(balance)}<span class="unseen"> ${balance === 1 ? 'credit' : 'credits'}</span></a>
      <button class="me" popovertarget="menu">
        <span class="initial" aria-hidden="true">${email?.[0]?.toUpperCase() ?? '·'}</span>
        <span class="address">${email ?? 'Your account'}</span><span class="unseen">Menu</span>
      </button>
      <div class="menu" id="menu" popover>
        <p><span class="quiet">Signed in as</span><br>${email ?? 'a person without an address'}</p>
        <a href="/account">Credits</a>
        <a href="/account/pictures">Pictures</a>
        <a href="/account/settings">Settings</a>
        <a href="/pricing">Pricing</a>
        <form method="post" action="/sign-out"><button>Sign out</button></form>
      </div>`
}
