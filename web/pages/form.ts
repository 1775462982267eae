/** The parts that forms are made of. */
import { html } from 'hono/html'
import type { Markup } from './layout.ts'

/** What is wrong with what was sent, above the form, read out when the page opens. */
export function renderFault(text: string | undefined): Markup | '' {
  return text === undefined ? '' : html`<p class="fault" role="alert" id="fault">${text}</p>`
}

/** What was just done. */
export function renderDone(text: string | undefined): Markup | '' {
  return text === undefined ? '' : html`<p class="done" role="status">${text}</p>`
}

/** Moves while something is awaited, without script; says nothing of its own. */
export const renderWaiting = (): Markup =>
  html`<p class="waiting" aria-hidden="true"><span></span><span></span><span></span></p>`

export interface Field {
  name: string
  label: string
  type?: 'email' | 'text'
  value?: string
  /** `code`: eight digits from a mail, which a phone may fill in by itself. */
  fills?: 'email' | 'code' | 'off'
  faulty?: boolean
  /** The one that is typed in first. */
  first?: boolean
}

export function renderField(field: Field): Markup {
  const { name, label, type = 'text', value = '', fills = 'off', faulty = false, first = false } = field
  return html`<div class="field">
    <label for="${name}">${label}</label>
    <input id="${name}" name="${name}" type="${type}" value="${value}" required
      autocomplete="${fills === 'code' ? 'one-time-code' : fills}"
      ${fills === 'code' ? html`inputmode="numeric" maxlength="100" class="code" spellcheck="false"` : html`maxlength="254"`}
      ${first ? html`autofocus` : ''}
      ${faulty ? html`aria-invalid="true" aria-describedby="fault"` : ''}>
  </div>`
}

export interface Action {
  action: string
  label: string
  /** Named fields that are not shown. */
  values?: Readonly<Record<string, string>>
  look?: 'plain' | 'primary' | 'danger' | 'small'
  /** What the button is about, where its label alone does not say. */
  about?: string
}

/** A button that changes something. */
export function renderAction({ action, label, values = {}, look = 'plain', about }: Action): Markup {
  return html`<form method="post" action="${action}" class="inline">
    ${Object.entries(values).map(([name, value]) => html`<input type="hidden" name="${name}" value="${value}">`)}
    <button class="${look}">${label}${about === undefined ? '' : html` <span class="unseen">${about}</span>`}</button>
  </form>`
}
