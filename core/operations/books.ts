/** One account's books, as an operator reads them: nothing that a person typed or was shown. */
import type { Account, Identity } from '#core/accounts/account.ts'
import type { AccountStore } from '#core/accounts/account-store.ts'
import type { Ledger } from '#core/credits/ledger.ts'
import type { Entry, LedgerStore } from '#core/credits/ledger-store.ts'
import { teamOf, walletOf } from '#core/credits/wallet.ts'
import type { Delivery, Generation, Status } from '#core/images/generation.ts'
import type { OwnedGenerations } from '#core/images/owned-generations.ts'
import { readAll } from '#core/images/read-owned.ts'
import type { DumpStore } from '#core/store/dump-store.ts'
import type { Wallets } from './wallets.ts'

/** How the generation of an entry stands. */
export interface BookedGeneration {
  status: Status
  delivery?: Delivery
  /** Why it failed. */
  failure?: string
}

/** `generation` is absent where the entry is of none, or its author has deleted it. */
export type BookedEntry = Entry & { generation?: BookedGeneration }

export interface AccountBooks {
  /** Absent when it is deleted: its entries stay. */
  account?: Account
  id: string
  /** Where it is a team's wallet and no account. */
  team?: string
  identities: Identity[]
  balance: number
  /** Newest first, those of accounts it took over among them. */
  entries: BookedEntry[]
  /** How many generations have come to each status. */
  generations: Partial<Record<Status, number>>
}

/** The newest `limit` entries. Undefined when nobody is or was known by that address or id. */
export type Books = (who: string, limit: number) => Promise<AccountBooks | undefined>

export function createBooks(ports: {
  accounts: AccountStore
  entries: LedgerStore
  ledger: Ledger
  owned: OwnedGenerations
  dump: DumpStore
  wallets: Wallets
}): Books {
  const { accounts, entries, ledger, owned, dump, wallets } = ports

  async function listEntries(id: string, limit: number): Promise<BookedEntry[]> {
    const lists = await Promise.all((await wallets.list(id)).map((wallet) => entries.list(wallet, { limit })))
    const newest = lists
      .flat()
      .sort((one, other) => other.at - one.at || other.sequence - one.sequence)
      .slice(0, limit)
    const generations = await dump.findGenerations(
      newest.filter(isOfGeneration).map((entry) => entry.reference),
    )
    return newest.map((entry) => {
      const found = isOfGeneration(entry) && generations.find(({ id }) => id === entry.reference)
      return found ? { ...entry, generation: book(found) } : entry
    })
  }

  async function count(id: string): Promise<AccountBooks['generations']> {
    const counts: AccountBooks['generations'] = {}
    for await (const { status } of readAll(owned, id)) counts[status] = (counts[status] ?? 0) + 1
    return counts
  }

  return async (who, limit) => {
    const team = teamOf(who)
    const id = (await wallets.findAccount(who)) ?? who
    const account = await accounts.findAccount({ id })
    const newest = await listEntries(id, limit)
    if (!account && newest.length === 0) return undefined
    return {
      id,
      ...(account && { account }),
      ...(team !== undefined && { team }),
      identities: await accounts.listIdentities(id),
      balance: await ledger.findBalance(walletOf(id)),
      entries: newest,
      generations: await count(id),
    }
  }
}

const isOfGeneration = ({ kind }: Entry) => kind === 'spend' || kind === 'refund'

const book = ({ status, delivery, failure }: Generation): BookedGeneration => ({
  status,
  ...(delivery && { delivery }),
  ...(failure && { failure: failure.code }),
})
