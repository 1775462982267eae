/** Orders as the payment providers and the books have them, and settling one that credits nobody. */
import type { Aliases } from '#core/accounts/aliases.ts'
import type { Ledger } from '#core/credits/ledger.ts'
import type { Entry, LedgerStore } from '#core/credits/ledger-store.ts'
import { accountOf, teamOf, walletOf } from '#core/credits/wallet.ts'
import { hasCode } from '#core/errors.ts'
import type { OrderBook } from '#core/payments/orders.ts'
import type { Doubt, OrderReport, Provider } from '#core/payments/provider.ts'
import type { Unclaim, Unclaimed, UnclaimedOrder } from '#core/payments/unclaimed.ts'
import type { Wallets } from './wallets.ts'

export interface ListedOrder {
  provider: string
  order: string
  purchase?: { pack: string; credits: number }
  refunded: number
  doubt?: Doubt
  createdAt?: number
  /** Whose wallet has it, unless it is a team's; both are absent for one that credits nobody. */
  account?: string
  team?: string
  /** Why it credits nobody, where that is known. */
  why?: Unclaim
}

export interface OrderList {
  orders: ListedOrder[]
  /** False where some provider did not answer: then of its orders these are those alone that the bot has noted. */
  wasAsked: boolean
  /** The names of those that did not answer. */
  silent: readonly string[]
}

export type SettleOutcome =
  /** `known`: this very account had it before. `credits` are what the account has of it, less what was given back. */
  | { outcome: 'settled' | 'known'; account: string; credits: number; balance: number }
  | { outcome: 'claimed'; account: string }
  | { outcome: 'doubt'; doubt: Doubt }
  /** Several providers have an order of that name; each by the name that tells it from the others. */
  | { outcome: 'ambiguous'; orders: readonly string[] }
  | { outcome: 'given-back' | 'no-pack' | 'no-account' | 'not-found' }

/** All orders that were paid and credit nobody, or the newest so many. */
type Wanted = { unclaimed: true } | { limit: number }
type OrderName = Pick<OrderReport, 'provider' | 'order'>

export interface SettleRequest {
  /** As the provider names it, or with the provider's name and a colon before it. */
  order: string
  /** E-mail address or account. */
  who: string
  /** What it is worth, where no pack says so. */
  credits?: number
}

export interface Orders {
  /** Newest first. */
  list(wanted: Wanted): Promise<OrderList>
  /** Those that credit nobody, as far as the bot has noted them; no provider is asked. */
  listNoted(): Promise<UnclaimedOrder[]>
  /**
   * Credits an order to an account, under the order's own key: what comes of it later credits nothing more, and what is
   * given back is taken back once. Rejects as the provider does, where nothing was noted of the order.
   */
  settle(request: SettleRequest): Promise<SettleOutcome>
}

interface OrdersPorts {
  providers: readonly Provider[]
  book: OrderBook
  unclaimed: Unclaimed
  entries: Pick<LedgerStore, 'listOrderEntries'>
  ledger: Ledger
  wallets: Wallets
  aliases: Aliases
}

export function createOrders(ports: OrdersPorts): Orders {
  return {
    list: (wanted) => list(ports, wanted),
    listNoted: () => listNoted(ports),
    settle: (request) => settle(ports, request),
  }
}

async function list(ports: OrdersPorts, wanted: Wanted): Promise<OrderList> {
  const noted = 'unclaimed' in wanted ? await listNoted(ports) : []
  const found = new Map<string, ListedOrder>(noted.map((each) => [nameOrder(each), each]))
  const silent: string[] = []
  for (const source of ports.providers) {
    if (!(await addListed(ports, source, found, wanted))) silent.push(source.name)
  }
  const orders = [...found.values()].sort((one, other) => (other.createdAt ?? 0) - (one.createdAt ?? 0))
  const most = 'limit' in wanted ? wanted.limit : orders.length
  return { orders: orders.slice(0, most), wasAsked: silent.length === 0, silent }
}

async function listNoted({ entries, unclaimed }: OrdersPorts): Promise<UnclaimedOrder[]> {
  const claims = await Promise.all(
    (await unclaimed.list()).map(async (noted) => ({ noted, wallet: await findWallet(entries, noted) })),
  )
  return claims.flatMap(({ noted, wallet }) => (wallet === undefined ? noted : []))
}

/** Adds what the provider lists, as far as it is wanted. False where it does not answer. */
async function addListed(
  { entries }: OrdersPorts,
  source: Provider,
  found: Map<string, ListedOrder>,
  wanted: Wanted,
): Promise<boolean> {
  let count = 0
  try {
    for await (const { account: _, buyer: __, ...report } of source.listOrders()) {
      const wallet = await findWallet(entries, report)
      const key = nameOrder(report)
      if ('limit' in wanted) {
        if (count++ >= wanted.limit) return true
        found.set(key, { ...found.get(key), ...report, ...(wallet && nameHolder(wallet)) })
      } else if (!wallet && report.refunded < 1 && !report.doubt) {
        found.set(key, { ...found.get(key), ...report })
      }
    }
    return true
  } catch (error) {
    if (hasCode(error, 'provider-trouble')) return false
    throw error
  }
}

async function settle(ports: OrdersPorts, request: SettleRequest): Promise<SettleOutcome> {
  const { entries, book, wallets, aliases } = ports
  const account = await wallets.findAccount(request.who)
  if (account === undefined) return { outcome: 'no-account' }
  const namesakes = await listNamesakes(ports, request.order)
  const [name, ...others] = namesakes
  if (!name) return { outcome: 'not-found' }
  if (others.length > 0) return { outcome: 'ambiguous', orders: namesakes.map(nameOrder) }
  const wallet = await findWallet(entries, name)
  const owner = wallet && (await findOwner(aliases, wallet))
  if (owner !== undefined && owner !== account) return { outcome: 'claimed', account: owner }
  const report = await findReport(ports, name)
  if (!report) return wallet ? await tell(ports, 'known', name, account) : { outcome: 'not-found' }
  const purchase = report.purchase ?? (request.credits && { pack: 'by hand', credits: request.credits })
  if (wallet === undefined) {
    if (report.doubt) return { outcome: 'doubt', doubt: report.doubt }
    if (report.refunded >= 1) return { outcome: 'given-back' }
    if (!purchase) return { outcome: 'no-pack' }
  }
  await book.settle({ ...report, account, ...(purchase && { purchase }) })
  return await tell(ports, wallet ? 'known' : 'settled', name, account)
}

/** Somebody else may have been first. */
async function tell(
  { entries, ledger, aliases }: OrdersPorts,
  outcome: 'settled' | 'known',
  order: OrderName,
  account: string,
): Promise<SettleOutcome> {
  const movements = await entries.listOrderEntries(nameOrder(order))
  const wallet = movements.find(isPurchase)?.wallet ?? walletOf(account)
  const owner = await findOwner(aliases, wallet)
  if (owner !== account) return { outcome: 'claimed', account: owner }
  const credits = movements.reduce((sum, { amount }) => sum + amount, 0)
  return { outcome, account, credits, balance: await ledger.findBalance(walletOf(account)) }
}

/** All orders that are called so, also of providers that are not configured any more. */
async function listNamesakes(ports: OrdersPorts, text: string): Promise<OrderName[]> {
  const { providers, unclaimed, entries } = ports
  const [, provider, order = ''] = /^(?:([^:#]+):)?#?(.*)$/s.exec(text) ?? []
  if (provider !== undefined) return [{ provider, order }]
  const noted = (await unclaimed.list()).filter((each) => each.order === order)
  const names = new Set([...providers.map(({ name }) => name), ...noted.map((each) => each.provider)])
  const namesakes = [...names].map((name) => ({ provider: name, order }))
  if (namesakes.length < 2) return namesakes
  const known: OrderName[] = []
  for (const name of namesakes) {
    if ((await findWallet(entries, name)) ?? (await findReport(ports, name))) known.push(name)
  }
  return known
}

/** As it is now; as it was noted, where the provider cannot be asked. */
async function findReport(
  { providers, unclaimed }: OrdersPorts,
  { provider, order }: OrderName,
): Promise<OrderReport | undefined> {
  const noted = await unclaimed.find(provider, order)
  const asNoted = noted?.why && noted.why !== 'unpaid' && { ...noted, createdAt: noted.createdAt ?? 0 }
  try {
    const source = providers.find(({ name }) => name === provider)
    return (await source?.findOrder(order)) ?? (asNoted || undefined)
  } catch (error) {
    if (!asNoted) throw error
    return asNoted
  }
}

/** The payer that has this wallet now; whose it was, where that is deleted. */
async function findOwner(aliases: Aliases, wallet: string): Promise<string> {
  const account = accountOf(wallet)
  return (account === undefined ? undefined : await aliases.resolve(account)) ?? wallet
}

function nameHolder(wallet: string): Pick<ListedOrder, 'account' | 'team'> {
  const [account, team] = [accountOf(wallet), teamOf(wallet)]
  return { ...(account !== undefined && { account }), ...(team !== undefined && { team }) }
}

async function findWallet(entries: OrdersPorts['entries'], order: OrderName): Promise<string | undefined> {
  return (await entries.listOrderEntries(nameOrder(order))).find(isPurchase)?.wallet
}

const nameOrder = ({ provider, order }: OrderName) => `${provider}:${order}`
const isPurchase = ({ kind }: Entry) => kind === 'purchase'
