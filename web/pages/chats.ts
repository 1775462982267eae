/** The chats that are connected to an account, and the page that asks before one is disconnected. */
import { html } from 'hono/html'
import type { Identity } from '#core/index.ts'
import { renderAccountPage } from './account-frame.ts'
import { renderAction } from './form.ts'
import type { Markup } from './layout.ts'
import { cleanName, renderChatUser, renderDay } from './words.ts'

export function renderChats(identities: readonly Identity[]): Markup {
  if (identities.length === 0)
    return html`<p class="none">None yet. Type <code>/link</code> where you chat with the bot.</p>`
  return html`<ul class="rows">${identities.map(renderChat)}</ul>`
}

function renderChat(identity: Identity): Markup {
  const { platform, user, linkedAt } = identity
  return html`<li>
    <div>${renderChatUser(identity)}<br><span class="quiet">connected ${renderDay(linkedAt)}</span></div>
    <a class="button small" href="/account/unlink?${new URLSearchParams({ platform, user })}">Disconnect<span class="unseen"> ${cleanName(identity.name)}</span></a>
  </li>`
}

/** The chat loses the account with the press of a button. */
export function renderDisconnect(identity: Identity): Markup {
  const { platform, user } = identity
  return renderAccountPage(
    '/account/settings',
    'Disconnect a chat',
    html`<section class="narrow">
      <h1>Disconnect this chat?</h1>
      <p>${renderChatUser(identity)} won’t be able to spend your credits or see your pictures any more.</p>
      <p class="quiet">Your pictures and credits stay. You can connect it again with <code>/link</code>.</p>
      <div class="actions">
        ${renderAction({ action: '/account/unlink', label: 'Disconnect', values: { platform, user }, look: 'danger' })}
        <a href="/account/settings">Keep it connected</a>
      </div>
    </section>`,
  )
}
