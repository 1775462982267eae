/** Receipts of what was bought: the seller's own, looked up whenever one is asked for, because its address may not last. */
import type { Clock } from '#core/clock.ts'
import type { Entry, LedgerStore } from '#core/credits/ledger-store.ts'
import { accountOf, teamOf } from '#core/credits/wallet.ts'
import { CoreError } from '#core/errors.ts'
import type { RecordStore } from '#core/records/record-store.ts'
import type { Checkouts } from './checkouts.ts'
import type { Settlement } from './orders.ts'
import type { OrderReport, Provider } from './provider.ts'

type OrderName = Pick<OrderReport, 'provider' | 'order'>

/** `page`: the web module leads there, by `findReceipt`. `seller`: whoever sold it in chat has given it to the buyer. */
export type Receipt = { kind: 'page'; path: string } | { kind: 'seller'; title: string }

/** What the ledger has of an order for a team, as its buyer may see it: not what the team has. */
export type TeamOrderEntry = Pick<Entry, 'kind' | 'key' | 'amount' | 'reference' | 'at'>

export interface Receipts {
  /** How the receipt of what an entry bought is had; undefined where it bought nothing, or its seller gives none here. */
  describeReceipt(entry: Pick<Entry, 'kind' | 'reference'>): Receipt | undefined
  /**
   * The address of the seller's own receipt, good for a while; undefined where the seller has none to show. Rejects with
   * `not-found` for what this account has not bought, with `provider-trouble` as the seller does.
   */
  findReceipt(account: string, order: OrderName): Promise<string | undefined>
  /** What this account bought for teams, and what of that was given back: the newest orders first. */
  listTeamOrders(account: string): Promise<TeamOrderEntry[]>
}

export interface ReceiptPorts {
  providers: readonly Provider[]
  entries: Pick<LedgerStore, 'listOrderEntries'>
  records: RecordStore
  /** The account that now has this one's wallet; undefined when it is deleted or never was. */
  resolveAlias(account: string): Promise<string | undefined>
  clock: Pick<Clock, 'now'>
}

const kind = 'team-order' as const
const mostTeamOrders = 50

const nameOrder = ({ provider, order }: OrderName) => `${provider}:${order}`

export function createReceipts(ports: ReceiptPorts): Receipts {
  const { providers, entries, records, clock } = ports

  return {
    describeReceipt({ kind, reference }) {
      const [name = '', order = ''] = reference.split(/:(.*)/s)
      const provider = providers.find((each) => each.name === name)
      if (kind !== 'purchase' || !provider) return undefined
      if (provider.kind === 'platform') return { kind: 'seller', title: provider.title }
      const path = `/account/receipts/${encodeURIComponent(name)}/${encodeURIComponent(order)}`
      return provider.findReceipt && { kind: 'page', path }
    },
    async findReceipt(account, order) {
      const seller = providers.find(({ name }) => name === order.provider)
      const find = seller?.kind === 'web' ? seller.findReceipt : undefined
      if (!find || (await findBuyer(ports, order)) !== account)
        throw new CoreError('not-found', { id: nameOrder(order) })
      return await find(order.order)
    },
    async listTeamOrders(account) {
      const found = await records.listRecords(kind, account, clock.now())
      const newest = found.sort((one, other) => Number(other.body.at) - Number(one.body.at))
      const orders = newest.slice(0, mostTeamOrders).map(({ key }) => entries.listOrderEntries(key))
      return (await Promise.all(orders)).flatMap((order) =>
        order
          .sort((one, other) => other.at - one.at)
          .map(({ kind, key, amount, reference, at }) => ({ kind, key, amount, reference, at })),
      )
    },
  }
}

/** The account that bought it, as it is called now; undefined where there is none. */
async function findBuyer(ports: ReceiptPorts, order: OrderName): Promise<string | undefined> {
  const { entries, records, resolveAlias, clock } = ports
  const name = nameOrder(order)
  const purchase = (await entries.listOrderEntries(name)).find((entry) => entry.kind === 'purchase')
  if (!purchase) return undefined
  const account = accountOf(purchase.wallet)
  if (account !== undefined) return await resolveAlias(account)
  return (await records.findRecord(kind, name, clock.now()))?.owner
}

/** Keeps of an order that a team was credited with who bought it, for whom alone its receipt is. */
export async function noteTeamOrder(
  ports: Omit<ReceiptPorts, 'providers' | 'entries'> & { checkouts: Pick<Checkouts, 'findAccount'> },
  report: OrderReport,
  settlement: Settlement,
): Promise<void> {
  const { records, resolveAlias, clock, checkouts } = ports
  const bought = settlement.outcome === 'settled' ? settlement.bought : undefined
  if (!bought || teamOf(bought.payer) === undefined) return
  const key = nameOrder(report)
  if (await records.findRecord(kind, key, clock.now())) return
  const account = report.account ?? (await checkouts.findAccount(report))
  const owner = account && (await resolveAlias(account))
  if (owner) await records.insertRecord({ kind, key, owner, body: { at: bought.at } }, clock.now())
}
