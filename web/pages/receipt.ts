/** Why there may be no receipt. */
import type { Markup } from './layout.ts'
import { renderProblemPage } from './problem.ts'

/** Why no receipt can be shown now. */
export type ReceiptProblem = 'none' | 'too-many' | 'provider'

const problems = {
  none: {
    title: 'No receipt here',
    text: 'The payment provider shows us no receipt of this purchase. It has mailed you one when you paid.',
  },
  'too-many': {
    title: 'One moment, please',
    text: 'You have opened many receipts in a short time. Try again in ten minutes.',
  },
  provider: {
    title: 'The receipt cannot be reached',
    text: 'The payment provider does not answer right now. Try again in a minute.',
  },
} as const

export function renderReceiptProblem(problem: ReceiptProblem): Markup {
  return renderProblemPage(problems[problem], { href: '/account', label: 'To your account' })
}
