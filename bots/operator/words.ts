/** Amounts and dates as an operator reads them, who is spoken to in English. */
import { speak } from '#core/index.ts'

export const { credits: renderCredits, number: renderNumber, moment: renderDate } = speak('en')
