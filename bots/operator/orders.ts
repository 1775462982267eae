/** Lists orders, and settles one that credits nobody. */
import type { ListedOrder } from '#core/index.ts'
import { alignTable } from '../table.ts'
import { type OperatorCommand, refuse, UsageError } from './operator-command.ts'
import { adviseIfUnsure } from './unsure.ts'
import { renderCredits, renderDate } from './words.ts'

const usualLimit = '20'

export const orders: OperatorCommand = {
  name: 'orders',
  summary: 'Lists the payment providers’ orders, newest first, and whom each credits.',
  needsStore: true,
  parameters: [],
  options: {
    unclaimed: { summary: 'All that were paid and credit nobody, and none else.' },
    limit: { summary: `How many orders, without --unclaimed; ${usualLimit} if not said.`, value: 'number' },
  },
  async run({ options: { unclaimed, limit = usualLimit } }, { operations }) {
    if (!/^[1-9]\d{0,5}$/.test(String(limit))) throw new UsageError(`${limit} isn’t a number of orders.`)
    const {
      orders: found,
      wasAsked,
      silent,
    } = await operations.orders.list(unclaimed ? { unclaimed: true } : { limit: Number(limit) })
    const lines = [
      ...(found.length === 0 ? [`There are no ${unclaimed ? 'unclaimed ' : ''}orders.`] : []),
      ...(found.length > 0
        ? alignTable([
            ['when', 'order', 'pack', 'credits', 'given back', 'account'],
            ...found.map(renderOrder),
          ])
        : []),
      ...(found.length > 0 && unclaimed ? ['order <order> <e-mail or account> settles one.'] : []),
      ...silent.map(
        (name) =>
          `The payment provider ${name} didn’t answer, so of its orders you see only those the bot has noted.`,
      ),
    ]
    return { ok: wasAsked, lines, data: { orders: found, wasAsked, silent } }
  },
}

/** As the ledger refers to it, and as `order` takes it. */
export const nameOrder = ({ provider, order: id }: Pick<ListedOrder, 'provider' | 'order'>) =>
  `${provider}:${id}`

/** Why an order credits nobody. */
export const reasons = {
  'no-account': 'nobody: no account',
  'no-pack': 'nobody: not in CREDIT_PACKS',
  unpaid: 'nobody: not paid',
} as const

function renderOrder(listed: ListedOrder): string[] {
  const { createdAt, purchase, refunded, doubt, account, team, why } = listed
  return [
    createdAt ? renderDate(createdAt) : '',
    nameOrder(listed),
    purchase?.pack ?? '',
    String(purchase?.credits ?? ''),
    doubt ?? (refunded > 0 ? `${Math.round(refunded * 100)} %` : ''),
    account ?? (team === undefined ? (why ? reasons[why] : 'nobody') : `team ${team}`),
  ]
}

export const order: OperatorCommand = {
  name: 'order',
  summary: 'Credits an order that credits nobody to an account, once however often it is run.',
  needsStore: true,
  parameters: ['order', 'e-mail or account'],
  options: { credits: { summary: 'What it is worth, where CREDIT_PACKS does not say so.', value: 'number' } },
  async run({ parameters: [id = '', who = ''], options: { credits } }, { operations }) {
    if (credits !== undefined && !/^[1-9]\d{0,8}$/.test(String(credits))) {
      throw new UsageError(`${credits} isn’t a whole number of credits above 0.`)
    }
    const request = { order: id, who, ...(credits !== undefined && { credits: Number(credits) }) }
    const settled = await adviseIfUnsure(() => operations.orders.settle(request))
    switch (settled.outcome) {
      case 'settled':
      case 'known': {
        const done = settled.outcome === 'known' ? 'Already credited' : 'Credited'
        const line = `${done}: ${renderCredits(settled.credits)} of ${id} to ${settled.account}.`
        return {
          ok: true,
          lines: [`${line} The balance is ${renderCredits(settled.balance)}.`],
          data: settled,
        }
      }
      case 'claimed': {
        const line = `Nothing was credited: ${settled.account} already has ${id}.`
        return { ok: false, lines: [line], data: settled }
      }
      case 'doubt': {
        const line = `Nothing was credited: the payment provider says that ${id} is ${settled.doubt}.`
        return { ok: false, lines: [line], data: settled }
      }
      case 'ambiguous': {
        const line = `Nothing was credited: that could be ${settled.orders.join(' or ')}. Name one of them.`
        return { ok: false, lines: [line], data: settled }
      }
      case 'given-back':
        return refuse(settled.outcome, `Nothing was credited: the payment for ${id} was refunded.`)
      case 'no-pack':
        return refuse(settled.outcome, `CREDIT_PACKS doesn’t say what ${id} is worth. Add --credits.`)
      case 'no-account':
        return refuse(settled.outcome, `There’s no account ${who}.`)
      case 'not-found':
        return refuse(settled.outcome, `The payment provider has no order ${id}.`)
    }
  },
}
