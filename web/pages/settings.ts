/** The account's settings: address, chats, sessions, merging, export and deletion. */
import { html } from 'hono/html'
import type { Account, Identity, Session } from '#core/index.ts'
import { renderAccountPage } from './account-frame.ts'
import { renderChats } from './chats.ts'
import { renderAction, renderDone } from './form.ts'
import type { Markup } from './layout.ts'
import { renderMoment } from './words.ts'

export interface SettingsPage {
  account: Account
  identities: readonly Identity[]
  sessions: readonly Session[]
  /** The handle of the session that looks. */
  current: string
  done: string | undefined
}

export function renderSettings(page: SettingsPage): Markup {
  const { account, identities, done } = page
  return renderAccountPage(
    '/account/settings',
    'Settings',
    html`<div class="settings"><h1>Settings</h1>
    ${renderDone(done)}
    ${renderSection({
      id: 'address',
      title: 'E-mail address',
      about: html`You sign in with it, and we write to it about your account.`,
      content: html`<ul class="rows"><li>
        <div><strong>${account.email ?? 'None yet'}</strong></div>
        <a class="button small" href="/account/email">${account.email === undefined ? 'Add one' : 'Change'}<span class="unseen"> your address</span></a>
      </li></ul>`,
    })}
    ${renderSection({
      id: 'chats',
      title: 'Connected chats',
      about: html`Whoever writes from these can spend your credits and see your pictures.`,
      content: renderChats(identities),
    })}
    ${renderSessions(page)}
    ${renderSection({
      id: 'data',
      title: 'Your data',
      about: html`Everything we hold about you, with your pictures, in one file.`,
      content: html`<p><a class="button small" href="/account/export">Export everything</a></p>`,
    })}
    ${renderSection({
      id: 'merge',
      title: 'Another account',
      about: html`Have a second account, under another address? This one can take over all it has.`,
      content: html`<p><a class="button small" href="/account/merge">Merge another account</a></p>`,
    })}
    ${renderSection({
      id: 'end',
      title: 'Delete your account',
      about: html`Your pictures, your history and your connected chats go for good. Credits you have left are lost.`,
      content: html`<p><a class="button small danger" href="/account/delete">Delete your account</a></p>`,
      look: 'grave',
    })}</div>`,
  )
}

interface Section {
  id: string
  title: string
  about: Markup
  content: Markup
  /** `grave`: what it does can't be undone. */
  look?: 'grave'
}

const renderSection = ({ id, title, about, content, look }: Section): Markup =>
  html`<section aria-labelledby="${id}" class="setting ${look ?? ''}">
    <div><h2 id="${id}">${title}</h2><p class="quiet">${about}</p></div>
    <div>${content}</div>
  </section>`

/** The one that looks comes first. */
function renderSessions({ sessions, current }: SettingsPage): Markup {
  const own = sessions.filter(({ handle }) => handle === current)
  const others = sessions.filter(({ handle }) => handle !== current)
  return renderSection({
    id: 'sessions',
    title: 'Where you’re signed in',
    about: html`We don’t keep which browser or network it is, only when it was used. Each ends after 30 days, or a week unused.`,
    content: html`<ul class="rows">
        ${own.map((session) => renderSession(session, true))}
        ${others.map((session) => renderSession(session, false))}
      </ul>
      ${others.length === 0 ? '' : renderEnds()}`,
  })
}

const renderEnds = (): Markup => html`<div class="actions">
  ${renderAction({ action: '/account/sign-out-others', label: 'Sign out all others', look: 'small' })}
  ${renderAction({ action: '/account/sign-out-everywhere', label: 'Sign out everywhere', look: 'small' })}
</div>`

function renderSession({ handle, createdAt, seenAt }: Session, here: boolean): Markup {
  return html`<li>
    <div>${here ? html`<strong>This browser</strong>` : 'Another browser'}<br>
      <span class="quiet">signed in ${renderMoment(createdAt)}<br>last used ${renderMoment(seenAt)}</span></div>
    ${
      here
        ? renderAction({ action: '/sign-out', label: 'Sign out', look: 'small' })
        : renderAction({
            ...{ action: '/account/sign-out-session', label: 'Sign out', look: 'small' },
            ...{ values: { handle }, about: 'that browser' },
          })
    }
  </li>`
}
