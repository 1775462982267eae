/** The forms of an account's settings: another address, merging, deletion. */
import { html } from 'hono/html'
import type { Account } from '#core/index.ts'
import { findWords, renderText } from '../language.ts'
import { renderAccountPage } from './account-frame.ts'
import { renderFault, renderField } from './form.ts'
import type { Markup } from './layout.ts'

const renderForm = (title: string, content: Markup): Markup =>
  renderAccountPage('/account/settings', title, html`<section class="narrow">${content}</section>`)

export function renderEmailChange({
  account,
  email = '',
  fault,
}: {
  account: Account
  email?: string
  fault?: string
}): Markup {
  const { addressChange: words } = findWords()
  const faulty = fault !== undefined
  return renderForm(
    words.title,
    html`<h1>${words.title}</h1>
      ${account.email === undefined ? '' : html`<p>${renderText(words.now(account.email))}</p>`}
      ${renderFault(fault)}
      <form method="post" action="/account/email">
        ${renderField({ name: 'email', label: words.newAddress, type: 'email', value: email, fills: 'email', faulty })}
        <button class="primary">${words.send}</button>
      </form>`,
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
  const { addressChange: words } = findWords()
  const faulty = fault !== undefined
  return renderForm(
    words.codesTitle,
    html`<h1>${words.codesTitle}</h1>
      ${renderFault(fault)}
      <form method="post" action="/account/email/codes">
        ${account.email === undefined ? '' : renderField({ name: 'old', label: words.codeSentTo(account.email), fills: 'code', faulty })}
        ${renderField({ name: 'new', label: words.codeSentTo(email), fills: 'code', faulty })}
        <button class="primary">${words.change}</button>
      </form>`,
  )
}

export function renderMerge({ email = '', fault }: { email?: string; fault?: string }): Markup {
  const { merging: words } = findWords()
  const faulty = fault !== undefined
  return renderForm(
    words.title,
    html`<h1>${words.title}</h1>
      <p>${words.lead}</p>
      ${renderFault(fault)}
      <form method="post" action="/account/merge">
        ${renderField({ name: 'email', label: words.otherAddress, type: 'email', value: email, fills: 'email', faulty })}
        <button class="primary">${words.send}</button>
      </form>`,
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
  const { merging: words, addressChange } = findWords()
  const faulty = fault !== undefined
  return renderForm(
    words.question,
    html`<h1>${words.question}</h1>
      <p>${renderText(words.effect(email, account.email ?? words.thisAccount))}</p>
      ${renderFault(fault)}
      <form method="post" action="/account/merge/code">
        ${renderField({ name: 'code', label: addressChange.codeSentTo(email), fills: 'code', faulty })}
        <button class="danger">${words.merge}</button>
      </form>`,
  )
}

export function renderDelete({ balance, fault }: { balance: number; fault?: string }): Markup {
  const { deletion: words } = findWords()
  return renderForm(
    words.title,
    html`<h1>${words.title}</h1>
      <p>${words.lead}</p>
      ${balance > 0 ? html`<p>${renderText(words.lost(balance))}</p>` : ''}
      <p>${renderText(words.stays())}</p>
      ${renderFault(fault)}
      <form method="post" action="/account/delete">
        ${renderField({ name: 'word', label: words.confirm(words.word), faulty: fault !== undefined })}
        <button class="danger">${words.action}</button>
      </form>`,
  )
}
