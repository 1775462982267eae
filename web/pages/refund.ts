/** How a pack is given back, as the terms and the prices say it. */
import { html } from 'hono/html'
import type { Words } from '#core/index.ts'
import { renderText } from '../language.ts'
import type { Operator } from '../site.ts'
import type { Markup } from './layout.ts'

export function renderRefund({ refund }: Words, { refundDays, email }: Operator): Markup {
  if (refundDays === 0) return html`${refund.byLaw}`
  const how = email === undefined ? refund.ask : renderText(refund.write(email))
  return html`${refund.within(refundDays)} ${how}`
}
