/** The chats that are connected to an account, and the page that asks before one is disconnected. */
import { html } from 'hono/html'
import type { Identity, Words } from '#core/index.ts'
import { findWords, renderText } from '../language.ts'
import { renderAccountPage } from './account-frame.ts'
import { renderAction } from './form.ts'
import type { Markup } from './layout.ts'
import { cleanName, findPlace, isolateName, renderChatUser, renderDay } from './words.ts'

export function renderChats(words: Words, identities: readonly Identity[]): Markup {
  if (identities.length === 0) return html`<p class="none">${renderText(words.settings.chats.none())}</p>`
  return html`<ul class="rows">${identities.map((identity) => renderChat(words, identity))}</ul>`
}

function renderChat(words: Words, identity: Identity): Markup {
  const { platform, user, linkedAt } = identity
  const { since, disconnect } = words.settings.chats
  return html`<li>
    <div>${renderChatUser(words, identity)}<br><span class="quiet">${since} ${renderDay(linkedAt, words)}</span></div>
    <a class="button small" href="/account/unlink?${new URLSearchParams({ platform, user })}">${disconnect}<span class="unseen"> ${cleanName(identity.name)}</span></a>
  </li>`
}

/** The chat loses the account with the press of a button. */
export function renderDisconnect(identity: Identity): Markup {
  const { platform, user } = identity
  const words = findWords()
  const { disconnect } = words
  return renderAccountPage(
    '/account/settings',
    disconnect.title,
    html`<section class="narrow">
      <h1>${disconnect.question}</h1>
      <p>${renderText(disconnect.effect(isolateName(identity.name), findPlace(words, identity)))}</p>
      <p class="quiet">${renderText(disconnect.stays())}</p>
      <div class="actions">
        ${renderAction({ action: '/account/unlink', label: disconnect.yes, values: { platform, user }, look: 'danger' })}
        <a href="/account/settings">${disconnect.no}</a>
      </div>
    </section>`,
  )
}
