/** Shows what was drawn, and what that cost at the vendor: for the operator alone. */
import type { UsageReport, UsageTotal, UsedGeneration } from '#core/index.ts'
import { alignTable } from '../table.ts'
import { type OperatorCommand, refuse, UsageError } from './operator-command.ts'
import { renderDate, renderNumber } from './words.ts'

const usual = { days: '30', limit: '20' }
const day = 24 * 60 * 60_000

export const usage: OperatorCommand = {
  name: 'usage',
  summary:
    'Shows what was drawn and what it cost at the vendor, by what that says it used and the prices it publishes.',
  needsStore: true,
  parameters: [],
  options: {
    account: { summary: 'Of one account alone.', value: 'e-mail or account' },
    days: { summary: `How many days back; ${usual.days} if not said.`, value: 'number' },
    limit: {
      summary: `How many generations are listed, newest first; ${usual.limit} if not said.`,
      value: 'number',
    },
  },
  async run({ options: { account, days = usual.days, limit = usual.limit } }, { operations }) {
    for (const number of [days, limit])
      if (!/^\d{1,5}$/.test(String(number)))
        throw new UsageError(`${number} isn’t a number of days or generations.`)
    const who = account === undefined ? {} : { who: String(account) }
    const report = await operations.usage({ ...who, age: Number(days) * day, limit: Number(limit) })
    if (!report) return refuse('no-account', `There’s no account ${account}.`)
    return { ok: true, lines: renderUsage(report, String(days)), data: report }
  },
}

function renderUsage({ totals, generations }: UsageReport, days: string): string[] {
  if (totals.length === 0) return [`Nothing was drawn in ${days} days.`]
  return [
    ...alignTable([
      ['model', 'quality', 'generations', 'pictures', 'credits', 'cost', 'cost unknown'],
      ...totals.map(renderTotal),
    ]),
    '',
    ...alignTable([
      [
        'when',
        'generation',
        'account',
        'model',
        'quality',
        'pictures',
        'credits',
        'tokens in',
        'out',
        'cost',
      ],
      ...generations.map(renderGeneration),
    ]),
  ]
}

const renderTotal = ({ model, quality, generations, pictures, credits, cost, unknown }: UsageTotal) => [
  ...[model, quality],
  ...[generations, pictures, credits].map(renderNumber),
  ...[renderDollars(cost), renderNumber(unknown)],
]

const renderGeneration = ({ createdAt, tokens, cost, ...used }: UsedGeneration) => [
  ...[renderDate(createdAt), used.id, used.account, used.model, used.quality],
  ...[used.pictures, used.credits].map(renderNumber),
  ...(tokens ? [tokens.inputTokens, tokens.outputTokens].map(renderNumber) : ['', '']),
  cost === undefined ? '' : renderDollars(cost),
]

/** With parts of a cent, which a draft costs. */
const renderDollars = (amount: number) => `$${amount.toFixed(4)}`
