/** Who runs this bot, as the privacy policy and the terms name them. */
import { html } from 'hono/html'
import type { Words } from '#core/index.ts'
import type { Operator } from '../site.ts'
import { renderGap } from './gap.ts'
import type { Markup } from './layout.ts'

/** An address that is missing is marked where it is needed, and else left out. */
export function renderOperator(
  { operator: words }: Words,
  { name, named = true, address, email }: Operator,
  { needsAddress }: { needsAddress: boolean },
): Markup {
  const { gaps } = words
  return html`<dl class="parts">
    <div><dt>${words.runBy}</dt><dd>${named ? html`<strong>${name}</strong>` : renderGap(gaps.name, 'OPERATOR_NAME')}</dd></div>
    ${
      address === undefined && !needsAddress
        ? ''
        : html`<div><dt>${words.address}</dt><dd>${address ?? renderGap(gaps.address, 'OPERATOR_ADDRESS')}</dd></div>`
    }
    <div><dt>${words.writeTo}</dt><dd>${email === undefined ? renderGap(gaps.email, 'OPERATOR_EMAIL') : html`<a href="mailto:${email}">${email}</a>`}</dd></div>
  </dl>`
}
