/** The forms of an account's settings: another address, merging, deletion. */
import { html } from 'hono/html'
import type { Account } from '#core/index.ts'
import { renderAccountPage } from './account-frame.ts'
import { renderFault, renderField } from './form.ts'
import type { Markup } from './layout.ts'
import { renderCredits } from './words.ts'

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
      ${account.email === undefined ? '' : html`<p class="lead">It’s <strong>${account.email}</strong> now. We’ll send one code there and one to the new address.</p>`}
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
        Everything the other account has comes to this one: credits, pictures and connected chats. The other account then
        ends. This can’t be undone.
      </p>
      ${renderFault(fault)}
      <form method="post" action="/account/merge">
        ${renderField({ name: 'email', label: 'The other account’s e-mail address', type: 'email', value: email, fills: 'email', faulty: fault !== undefined })}
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
        Everything in the account of <strong>${email}</strong> moves to <strong>${account.email ?? 'this account'}</strong>, and the
        account of ${email} ends.
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
      <p class="lead">This deletes your account, your connected chats, your history and all your pictures. It can’t be undone.</p>
      ${balance > 0 ? html`<p><strong>${renderCredits(balance)}</strong> you haven’t used will be lost.</p>` : ''}
      <p>
        The list of credits bought and spent stays, because the law has us keep it. It doesn’t say whose they were. Want a copy
        first? <a href="/account/export">Export everything</a>
      </p>
      ${renderFault(fault)}
      <form method="post" action="/account/delete">
        ${renderField({ name: 'word', label: `Type “${deleteWord}” to confirm`, faulty: fault !== undefined })}
        <button class="danger">Delete everything</button>
      </form>
    </section>`,
  )
}
