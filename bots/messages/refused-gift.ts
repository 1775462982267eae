/** Says why credits were not given away, or may have been. */
import type { ErrorData } from '#core/errors.ts'
import type { Text } from '../platform.ts'
import { renderCredits, renderNumber } from './words.ts'

export function explainNotGiftable({ balance, giftable }: ErrorData['not-giftable']): Text {
  if (balance <= 0) return [`You have ${renderCredits(balance)}, so there is nothing to give.`]
  const why = 'Credits that came as a welcome or a grant are for your own pictures.'
  if (giftable === 0) return [`None of your ${renderCredits(balance)} can be given away. ${why}`]
  return [
    `Of your ${renderCredits(balance)} you can give away `,
    { bold: renderNumber(giftable) },
    giftable === balance ? '.' : `. ${why}`,
  ]
}

export const explainUnsettledGift = (): Text => [
  'The bot cannot reach its records just now. Look in ',
  { code: '/credits' },
  ' before you give again: what was begun arrives within minutes.',
]
