/** Gives an account credits. */
import { randomBytes } from 'node:crypto'
import { nameForScripts } from './for-scripts.ts'
import { type OperatorCommand, refuse, UsageError } from './operator-command.ts'
import { adviseIfUnsure } from './unsure.ts'
import { renderCredits } from './words.ts'

export const grant: OperatorCommand = {
  name: 'grant',
  summary: 'Gives an account credits; with a key, once however often it is run.',
  needsStore: true,
  parameters: ['e-mail or account', 'credits'],
  options: {
    reason: {
      summary: 'Why: its owner sees it, and it is kept for ever, so it must name nobody.',
      value: 'words',
      required: true,
    },
    key: { summary: 'The same key again gives nothing more.', value: 'word' },
  },
  async run({ parameters: [who = '', amount = ''], options }, { operations }) {
    if (!/^[1-9]\d{0,8}$/.test(amount))
      throw new UsageError(`${amount} isn’t a whole number of credits above 0.`)
    // Made before anything is written, so that it can be told where the answer is lost.
    const { reason = '', key = randomBytes(10).toString('hex') } = options as {
      reason?: string
      key?: string
    }
    const granted = await adviseIfUnsure(
      () => operations.grant({ who, credits: Number(amount), reason, key }),
      `It may have been given anyway. Run it again with --key ${key}: it’s given only once.`,
    )
    if (granted.outcome === 'no-account') return refuse('no-account', `There’s no account ${who}.`)
    const { outcome, entry, balance } = granted
    const data = { outcome, entry: nameForScripts(entry), balance }
    const was = `${renderCredits(entry.amount)} to ${entry.wallet} for “${entry.reference}”`
    if (outcome === 'other') {
      return { ok: false, lines: [`Nothing was given: this key already gave ${was}.`], data }
    }
    const done = outcome === 'known' ? 'Already given' : 'Given'
    const lines = [
      `${done}: ${was}. The balance is ${renderCredits(balance)}.`,
      `undo-grant ${entry.wallet} ${entry.key.replace(/^grant:/, '')} takes it back.`,
    ]
    return { ok: true, lines, data }
  },
}
