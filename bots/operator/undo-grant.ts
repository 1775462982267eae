/** Takes a grant back. */

import { type OperatorCommand, refuse } from './operator-command.ts'
import { adviseIfUnsure } from './unsure.ts'
import { renderCredits } from './words.ts'

export const undoGrant: OperatorCommand = {
  name: 'undo-grant',
  summary: 'Takes back what is left of a grant, once however often it is run.',
  needsStore: true,
  parameters: ['e-mail or account', 'key'],
  options: {},
  async run({ parameters: [who = '', key = ''] }, { operations }) {
    const undone = await adviseIfUnsure(() => operations.undoGrant(who, key))
    switch (undone.outcome) {
      case 'no-account':
        return refuse(undone.outcome, `There’s no account ${who}.`)
      case 'not-found':
        return refuse(undone.outcome, `No grant to ${who} has the key ${key}. books --json shows the keys.`)
      case 'spent': {
        const line = `Nothing was taken back: the ${renderCredits(undone.granted)} have been spent.`
        return { ok: false, lines: [line], data: undone }
      }
      default: {
        const { outcome, taken, granted, account, balance } = undone
        const done = outcome === 'known' ? 'Already taken back' : 'Taken back'
        const rest = taken < granted ? `; ${renderCredits(granted - taken)} were spent by then` : ''
        const line = `${done}: ${renderCredits(taken)} from ${account}${rest}. The balance is ${renderCredits(balance)}.`
        return { ok: true, lines: [line], data: undone }
      }
    }
  },
}
