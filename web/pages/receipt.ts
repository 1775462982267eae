/** Why there may be no receipt. */
import type { Words } from '#core/index.ts'
import { findWords } from '../language.ts'
import type { Markup } from './layout.ts'
import { renderProblemPage } from './problem.ts'

/** Why no receipt can be shown now. */
export type ReceiptProblem = keyof Words['receiptProblems']

export function renderReceiptProblem(problem: ReceiptProblem): Markup {
  const { receiptProblems, checkout } = findWords()
  return renderProblemPage(receiptProblems[problem], { href: '/account', label: checkout.toAccount })
}
