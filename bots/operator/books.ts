/** Shows an account's books. */
import type { AccountBooks, BookedEntry } from '#core/index.ts'
import { alignTable } from '../table.ts'
import { nameForScripts } from './for-scripts.ts'
import { type OperatorCommand, refuse, UsageError } from './operator-command.ts'
import { renderCredits, renderDate, renderNumber } from './words.ts'

const usualLimit = '20'

export const books: OperatorCommand = {
  name: 'books',
  summary: 'Shows an account’s balance, its entries, and how the generations ended that they were for.',
  needsStore: true,
  parameters: ['e-mail or account'],
  options: {
    limit: { summary: `How many entries, newest first; ${usualLimit} if not said.`, value: 'number' },
  },
  async run({ parameters: [who = ''], options: { limit = usualLimit } }, { operations }) {
    if (!/^[1-9]\d{0,5}$/.test(String(limit))) throw new UsageError(`${limit} isn’t a number of entries.`)
    const found = await operations.books(who, Number(limit))
    if (!found) return refuse('no-account', `There’s no account ${who}.`)
    return {
      ok: true,
      lines: renderBooks(found),
      data: { ...found, entries: found.entries.map(nameForScripts) },
    }
  },
}

function renderBooks({ identities, balance, entries, generations, ...whose }: AccountBooks): string[] {
  const { account, team } = whose
  const counts = Object.entries(generations).map(([status, count]) => `${renderNumber(count)} ${status}`)
  return [
    team === undefined ? renderAccount(whose) : `Team ${team}`,
    ...(account ? [`created on ${renderDate(account.createdAt)}`] : []),
    ...identities.map(({ platform, user, name }) => `chats as ${platform}:${user} (${name})`),
    `has ${renderCredits(balance)}`,
    ...(team === undefined ? [`generations: ${counts.join(', ') || 'none'}`] : []),
    '',
    ...alignTable([
      ['when', 'entry', 'kind', 'credits', 'balance', 'for', 'which'],
      ...entries.map(renderEntry),
    ]),
  ]
}

const renderAccount = ({ id, account }: Pick<AccountBooks, 'id' | 'account'>) =>
  `Account ${id}${account ? (account.email ? ` of ${account.email}` : ', without an address') : ', deleted'}`

function renderEntry(entry: BookedEntry): string[] {
  const { at, wallet, sequence, kind, amount, balance, reference } = entry
  const place = `${wallet}/${sequence}`
  return [renderDate(at), place, kind, String(amount), String(balance), reference, renderEnd(entry)]
}

function renderEnd({ generation, kind, budget }: BookedEntry): string {
  const whose = budget ? [`of ${budget.member} in ${budget.month}`] : []
  if (!generation)
    return [...whose, ...(kind === 'spend' || kind === 'refund' ? ['was deleted'] : [])].join(' ')
  const { status, delivery, failure } = generation
  const how = [...(delivery ? [`by ${delivery}`] : []), ...(failure ? [`(${failure})`] : [])]
  return [...whose, `is ${status}`, ...how].join(' ')
}
