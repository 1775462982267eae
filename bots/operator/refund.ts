/** Gives back what a delivered generation cost. */
import { renderCredits } from '../messages/words.ts'
import { nameForScripts } from './for-scripts.ts'
import { type OperatorCommand, refuse } from './operator-command.ts'
import { adviseIfUnsure } from './unsure.ts'

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
        const line = `The credits of ${id} went back to ${refunded.payer} before, and not again.`
        return { ok: true, lines: [line], data: nameForScripts(refunded) }
      }
      case 'free':
        return refuse(refunded.outcome, `${id} cost nothing.`)
      case 'unfinished':
        return refuse(
          refunded.outcome,
          `${id} has not ended (${refunded.status}): it will be delivered or refunded by itself.`,
        )
      case 'not-found':
        return refuse(refunded.outcome, `There is no generation ${id}; its author may have deleted it.`)
    }
  },
}
