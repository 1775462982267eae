/** Gives back what a delivered generation cost. */

import { nameForScripts } from './for-scripts.ts'
import { type OperatorCommand, refuse } from './operator-command.ts'
import { adviseIfUnsure } from './unsure.ts'
import { renderCredits } from './words.ts'

export const refund: OperatorCommand = {
  name: 'refund',
  summary: 'Gives back what a delivered generation cost, once however often it is run.',
  needsStore: true,
  parameters: ['generation'],
  options: {},
  async run({ parameters: [id = ''] }, { operations }) {
    const refunded = await adviseIfUnsure(() => operations.refund(id))
    switch (refunded.outcome) {
      case 'refunded': {
        const back = `${renderCredits(refunded.credits)} went back to ${refunded.payer}`
        const line = `${back}. The balance is ${renderCredits(refunded.balance)}.`
        return { ok: true, lines: [line], data: nameForScripts(refunded) }
      }
      case 'known': {
        const line = `The credits for ${id} already went back to ${refunded.payer}.`
        return { ok: true, lines: [line], data: nameForScripts(refunded) }
      }
      case 'free':
        return refuse(refunded.outcome, `${id} cost nothing.`)
      case 'unfinished':
        return refuse(
          refunded.outcome,
          `${id} hasn’t ended (${refunded.status}). It will be delivered or refunded by itself.`,
        )
      case 'not-found':
        return refuse(refunded.outcome, `There’s no generation ${id}. Its author may have deleted it.`)
    }
  },
}
