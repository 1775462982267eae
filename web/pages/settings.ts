/** The account's settings: address, sessions, merging, export and deletion. */
import { html } from 'hono/html'
import type { Account, Session } from '#core/index.ts'
import { renderAccountPage } from './account-frame.ts'
import { renderAction, renderDone, renderFault, renderField } from './form.ts'
import type { Markup } from './layout.ts'
import { renderCredits, renderMoment } from './words.ts'

export interface SettingsPage {
  account: Account
  sessions: readonly Session[]
  /** The handle of the session that looks. */
  current: string
  done: string | undefined
}

export function renderSettings({ account, sessions, current, done }: SettingsPage): Markup {
  return renderAccountPage(
    '/account/settings',
    'Settings',
    html`<div class="settings"><h1>Settings</h1>
    ${renderDone(done)}
    <section aria-labelledby="address">
      <h2 id="address">E-mail address</h2>
      <p><strong>${account.email ?? 'None yet'}</strong></p>
      <p><a class="button" href="/account/email">Change it</a></p>
    </section>
    <section aria-labelledby="sessions">
      <h2 id="sessions">Where you are signed in</h2>
      <ul class="rows">${sessions.map((session) => renderSession(session, session.handle === current))}</ul>
      <div class="actions">
        ${renderAction({ action: '/sign-out', label: 'Sign out here' })}
        ${renderAction({ action: '/account/sign-out-everywhere', label: 'Sign out everywhere' })}
      </div>
    </section>
    <section aria-labelledby="merge">
      <h2 id="merge">Two accounts?</h2>
      <p>If you have another account, under another e-mail address, this one can take over all it has.</p>
      <p><a class="button" href="/account/merge">Merge another account</a></p>
    </section>
    <section aria-labelledby="data">
      <h2 id="data">Your data</h2>
      <p>Everything we hold about you, with your pictures, in one file.</p>
      <p><a class="button" href="/account/export">Export everything</a></p>
    </section>
    <section aria-labelledby="end">
      <h2 id="end">Delete your account</h2>
      <p>Your pictures, your history and your linked chats go for good, and the credits you have left are lost.</p>
      <p><a class="button danger" href="/account/delete">Delete your account</a></p>
    </section></div>`,
  )
}

function renderSession({ handle, createdAt, seenAt }: Session, here: boolean): Markup {
  return html`<li>
    <div>${here ? html`<strong>This browser</strong>` : 'Another browser'}<br>
      <span class="quiet">signed in ${renderMoment(createdAt)}, last used ${renderMoment(seenAt)}</span></div>
    ${here ? '' : renderAction({ action: '/account/sign-out-session', label: 'Sign out', values: { handle } })}
  </li>`
}

export function renderEmailChange({
  account,
  email = '',
  fault,
}: {
  account: Account
  email?: string
  fault?: string
}): Markup {
  return renderAccountPage(
    '/account/settings',
    'Change your address',
    html`<section class="narrow">
      <h1>Change your address</h1>
      ${account.email === undefined ? '' : html`<p class="lead">It is <strong>${account.email}</strong> now. We send a code to this address and one to the new.</p>`}
      ${renderFault(fault)}
      <form method="post" action="/account/email">
        ${renderField({ name: 'email', label: 'New e-mail address', type: 'email', value: email, fills: 'email', faulty: fault !== undefined })}
        <button class="primary">Send the codes</button>
      </form>
    </section>`,
  )
}

export function renderEmailCodes({
  account,
  email,
  fault,
}: {
  account: Account
  email: string
  fault?: string
}): Markup {
  const faulty = fault !== undefined
  return renderAccountPage(
    '/account/settings',
    'Type the codes',
    html`<section class="narrow">
      <h1>Check both mailboxes</h1>
      ${renderFault(fault)}
      <form method="post" action="/account/email/codes">
        ${account.email === undefined ? '' : renderField({ name: 'old', label: `Code sent to ${account.email}`, fills: 'code', faulty })}
        ${renderField({ name: 'new', label: `Code sent to ${email}`, fills: 'code', faulty })}
        <button class="primary">Change the address</button>
      </form>
    </section>`,
  )
}

export function renderMerge({ email = '', fault }: { email?: string; fault?: string }): Markup {
  return renderAccountPage(
    '/account/settings',
    'Merge an account',
    html`<section class="narrow">
      <h1>Merge another account</h1>
      <p class="lead">
        Credits, pictures and linked chats of the other account become this one’s, and the other account ends. This cannot
        be undone.
      </p>
      ${renderFault(fault)}
      <form method="post" action="/account/merge">
        ${renderField({ name: 'email', label: 'E-mail address of the other account', type: 'email', value: email, fills: 'email', faulty: fault !== undefined })}
        <button class="primary">Send a code there</button>
      </form>
    </section>`,
  )
}

export function renderMergeCode({
  account,
  email,
  fault,
}: {
  account: Account
  email: string
  fault?: string
}): Markup {
  return renderAccountPage(
    '/account/settings',
    'Type the code',
    html`<section class="narrow">
      <h1>Merge the accounts?</h1>
      <p class="lead">
        All that the account of <strong>${email}</strong> has goes to <strong>${account.email ?? 'this account'}</strong>.
        Then the account of ${email} ends.
      </p>
      ${renderFault(fault)}
      <form method="post" action="/account/merge/code">
        ${renderField({ name: 'code', label: `Code sent to ${email}`, fills: 'code', faulty: fault !== undefined })}
        <button class="danger">Merge the accounts</button>
      </form>
    </section>`,
  )
}

/** What must be typed to delete an account. */
export const deleteWord = 'delete'

export function renderDelete({ balance, fault }: { balance: number; fault?: string }): Markup {
  return renderAccountPage(
    '/account/settings',
    'Delete your account',
    html`<section class="narrow">
      <h1>Delete your account</h1>
      <p class="lead">Your account, your linked chats, your history and all your pictures are removed, at once and for good.</p>
      ${balance > 0 ? html`<p><strong>${renderCredits(balance)}</strong> that you have not used ${balance === 1 ? 'is' : 'are'} lost.</p>` : ''}
      <p>
        What stays is the list of credit movements, which the law has us keep. It does not say whose they were. You may want
        to <a href="/account/export">export everything</a> first.
      </p>
      ${renderFault(fault)}
      <form method="post" action="/account/delete">
        ${renderField({ name: 'word', label: `Type “${deleteWord}” to confirm`, faulty: fault !== undefined })}
        <button class="danger">Delete everything</button>
      </form>
    </section>`,
  )
}
