/** The header of every page: the site, who is signed in, and what they have. */
import { html } from 'hono/html'
import type { Words } from '#core/index.ts'
import { assets } from '../assets.ts'
import type { Frame, Reader } from '../frame.ts'
import type { Markup } from './markup.ts'

/** `path`: of the page it stands above. */
export function renderHeader(
  { frame: words, ...amounts }: Words,
  reader: Awaited<ReturnType<Frame['findReader']>>,
  path = '',
): Markup {
  const link = (href: string, label: string) =>
    html`<a href="${href}" ${href === path ? html`aria-current="page"` : ''}>${label}</a>`
  const isKnown = typeof reader === 'object'
  return html`<header class="bar">
      <a class="brand" href="/"><img src="${assets.icon.href}" alt="" width="28" height="28">imgsrc bot</a>
      <nav aria-label="${words.site}">
        ${isKnown ? link('/account/pictures', words.picturesTab) : ''}
        ${link('/pricing', words.pricing)}
        ${reader === 'unknown' ? link('/account', words.account) : ''}
      </nav>
      ${isKnown ? renderReader({ frame: words, ...amounts }, reader) : ''}
      ${reader === undefined ? html`<a class="button small" href="/sign-in">${words.signIn}</a>` : ''}
    </header>`
}

/** The menu needs no script: the browser opens and closes it (HTML, 6.12: popover). */
function renderReader({ frame: words, credits }: Pick<Words, 'frame' | 'credits'>, reader: Reader): Markup {
  const { email, balance } = reader
  return html`<a class="funds" href="/account">${credits(balance)}</a>
      <button class="me" popovertarget="menu">
        <span class="initial" aria-hidden="true">${email?.[0]?.toUpperCase() ?? '·'}</span>
        <span class="address">${email ?? words.yourAccount}</span><span class="unseen">${words.menu}</span>
      </button>
      <div class="menu" id="menu" popover>
        <p><span class="quiet">${words.signedInAs}</span><br>${email ?? words.yourAccount}</p>
        <a href="/account">${words.creditsTab}</a>
        <a href="/account/pictures">${words.picturesTab}</a>
        <a href="/account/settings">${words.settingsTab}</a>
        <a href="/pricing">${words.pricing}</a>
        <form method="post" action="/sign-out"><button>${words.signOut}</button></form>
      </div>`
}
