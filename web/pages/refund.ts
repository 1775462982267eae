/** How a pack is given back, as the terms and the prices say it. */
import { joinTexts, type Text, type Words } from '#core/index.ts'
import type { Operator } from '../site.ts'

export function sayRefund({ refund }: Words, { refundDays, email }: Operator): Text {
  if (refundDays === 0) return [refund.byLaw]
  return joinTexts(refund.within(refundDays), email === undefined ? refund.ask : refund.write(email))
}
