/** The account's settings: address, chats, sessions, merging, export and deletion. */
import { html } from 'hono/html'
import type { Account, Identity, Session, Words } from '#core/index.ts'
import { findWords } from '../language.ts'
import { renderAccountPage } from './account-frame.ts'
import { renderChats } from './chats.ts'
import { renderAction, renderDone } from './form.ts'
import type { Markup } from './layout.ts'
import { renderMoment } from './words.ts'

export interface SettingsPage {
  account: Account
  identities: readonly Identity[]
  /** Those there are to choose from. */
  languages: readonly Pick<Words, 'tag' | 'name'>[]
  /** The tag of the one that was chosen. */
  chosen: string | undefined
  sessions: readonly Session[]
  /** The handle of the session that looks. */
  current: string
  done: string | undefined
}

export function renderSettings(page: SettingsPage): Markup {
  const words = findWords()
  const { title, address, chats, data, merge, end } = words.settings
  const { account, identities, done } = page
  return renderAccountPage(
    '/account/settings',
    title,
    html`<div class="settings"><h1>${title}</h1>
    ${renderDone(done)}
    ${renderSection({
      ...{ id: 'address', ...address },
      content: html`<ul class="rows"><li>
        <div><strong>${account.email ?? address.none}</strong></div>
        <a class="button small" href="/account/email">${account.email === undefined ? address.add : address.change}<span class="unseen"> ${address.whose}</span></a>
      </li></ul>`,
    })}
    ${page.languages.length > 1 ? renderLanguage(words, page) : ''}
    ${renderSection({ id: 'chats', ...chats, content: renderChats(words, identities) })}
    ${renderSessions(words, page)}
    ${renderSection({ id: 'data', ...data, content: renderWay('/account/export', data.action) })}
    ${renderSection({ id: 'merge', ...merge, content: renderWay('/account/merge', merge.action) })}
    ${renderSection({
      ...{ id: 'end', ...end, look: 'grave' },
      content: renderWay('/account/delete', end.action, 'danger'),
    })}</div>`,
  )
}

function renderLanguage({ settings: { language } }: Words, { languages, chosen }: SettingsPage): Markup {
  const options = languages.map(
    ({ tag, name }) =>
      html`<option value="${tag}" lang="${tag}" ${tag === chosen ? 'selected' : ''}>${name}</option>`,
  )
  return renderSection({
    ...{ id: 'language', ...language },
    content: html`<form method="post" action="/account/language" class="choice">
      <select name="language" aria-labelledby="language">
        <option value="">${language.own}</option>${options}
      </select>
      <button class="small">${language.save}</button>
    </form>`,
  })
}

const renderWay = (href: string, label: string, look = ''): Markup =>
  html`<p><a class="button small ${look}" href="${href}">${label}</a></p>`

interface Section {
  id: string
  title: string
  about: string
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
function renderSessions(words: Words, { sessions, current }: SettingsPage): Markup {
  const own = sessions.filter(({ handle }) => handle === current)
  const others = sessions.filter(({ handle }) => handle !== current)
  return renderSection({
    id: 'sessions',
    ...words.settings.sessions,
    content: html`<ul class="rows">
        ${own.map((session) => renderSession(words, session, true))}
        ${others.map((session) => renderSession(words, session, false))}
      </ul>
      ${others.length === 0 ? '' : renderEnds(words)}`,
  })
}

const renderEnds = ({ settings: { sessions } }: Words): Markup => html`<div class="actions">
  ${renderAction({ action: '/account/sign-out-others', label: sessions.others, look: 'small' })}
  ${renderAction({ action: '/account/sign-out-everywhere', label: sessions.everywhere, look: 'small' })}
</div>`

function renderSession(words: Words, { handle, createdAt, seenAt }: Session, isHere: boolean): Markup {
  const { here, elsewhere, signedIn, lastUsed, signOut: label, whichBrowser: about } = words.settings.sessions
  const look = 'small'
  return html`<li>
    <div>${isHere ? html`<strong>${here}</strong>` : elsewhere}<br>
      <span class="quiet">${signedIn} ${renderMoment(createdAt, words)}<br>${lastUsed} ${renderMoment(seenAt, words)}</span></div>
    ${
      isHere
        ? renderAction({ action: '/sign-out', label, look })
        : renderAction({ action: '/account/sign-out-session', label, look, about, values: { handle } })
    }
  </li>`
}
