/** Ledger, records and accounts in memory, for trying very many orders; they can be down as a database can. */
import type { Account } from '#core/accounts/account.ts'
import type { Entry, LedgerStore } from '#core/credits/ledger-store.ts'
import { CoreError } from '#core/errors.ts'
import type { RecordStore, StoredRecord } from '#core/records/record-store.ts'

export interface MemoryStore {
  ledger: LedgerStore
  records: RecordStore
  accounts: { findAccount(by: { id: string } | { emailKey: string }): Promise<Account | undefined> }
  resolveAlias(account: string): Promise<string | undefined>
  /** All entries of all wallets, in the order they were written. */
  entries: Entry[]
  /** Add and delete people here. */
  people: Map<string, Account>
  down: boolean
  /** Writes that still succeed; the next one after them fails, and so does everything from then on. */
  writesLeft: number
}

export function createMemoryStore(...people: Account[]): MemoryStore {
  const kept = new Map<string, StoredRecord>()
  const nameOf = ({ kind, key }: { kind: string; key: string }) => `${kind}\n${key}`

  const answer = async <Value>(work: () => Value): Promise<Value> => {
    await Promise.resolve()
    if (store.down) throw new CoreError('store-unavailable', {})
    return work()
  }
  const write = <Value>(work: () => Value) =>
    answer(() => {
      if (store.writesLeft-- <= 0) {
        store.down = true
        throw new CoreError('store-unavailable', {})
      }
      return work()
    })
  const findLive = (kind: string, key: string, now: number) => {
    const found = kept.get(nameOf({ kind, key }))
    return found && (found.expiresAt ?? Number.POSITIVE_INFINITY) > now ? found : undefined
  }

  function insert(entry: Entry): boolean {
    const taken = store.entries.some(
      ({ wallet, sequence, key, reference, kind }) =>
        (wallet === entry.wallet && (sequence === entry.sequence || key === entry.key)) ||
        (isOfOrder(kind) && isOfOrder(entry.kind) && reference === entry.reference && key === entry.key),
    )
    if (!taken) store.entries.push(entry)
    return !taken
  }

  const store: MemoryStore = {
    down: false,
    writesLeft: Number.POSITIVE_INFINITY,
    entries: [],
    people: new Map(people.map((person) => [person.id, person])),
    accounts: {
      findAccount: (by) =>
        answer(() =>
          [...store.people.values()].find(({ id, emailKey }) =>
            'id' in by ? id === by.id : emailKey === by.emailKey,
          ),
        ),
    },
    resolveAlias: async (id) => (await store.accounts.findAccount({ id }))?.id,
    ledger: {
      findLast: (wallet) => answer(() => store.entries.findLast((entry) => entry.wallet === wallet)),
      findByKey: (wallet, key) =>
        answer(() => store.entries.find((entry) => entry.wallet === wallet && entry.key === key)),
      insert: (entry) => write(() => insert(entry)),
      insertAll: (entries) =>
        write(() => {
          const refused = entries.findIndex((entry) => !insert(entry))
          return refused < 0 ? entries.length : refused
        }),
      list: (wallet, { before = Number.POSITIVE_INFINITY, limit }) =>
        answer(() =>
          store.entries
            .filter((entry) => entry.wallet === wallet && entry.sequence < before)
            .reverse()
            .slice(0, limit),
        ),
      listOrderEntries: (reference) =>
        answer(() => store.entries.filter((entry) => entry.reference === reference && isOfOrder(entry.kind))),
      // Nobody spends of a team's wallet here.
      findSpent: async () => 0,
      listTotals: async () => ({ members: new Map(), channels: new Map() }),
      listOfMember: async () => [],
    },
    records: {
      insertRecord: (record, now) =>
        write(() => {
          if (findLive(record.kind, record.key, now)) return false
          kept.set(nameOf(record), { ...record, version: 1 })
          return true
        }),
      findRecord: (kind, key, now) => answer(() => findLive(kind, key, now)),
      listRecords: (kind, owner, now) =>
        answer(() =>
          [...kept.values()].filter(
            (record) =>
              record.kind === kind && (!owner || record.owner === owner) && findLive(kind, record.key, now),
          ),
        ),
      listRecordsBy: (kind, prefix, now) =>
        answer(() =>
          [...kept.values()].filter(
            (record) =>
              record.kind === kind && record.key.startsWith(prefix) && findLive(kind, record.key, now),
          ),
        ),
      replaceRecord: (record) =>
        write(() => {
          if (kept.get(nameOf(record))?.version !== record.version) return false
          kept.set(nameOf(record), { ...record, version: record.version + 1 })
          return true
        }),
      removeRecord: (kind, key, version) =>
        write(() => {
          const name = nameOf({ kind, key })
          return (version === undefined || kept.get(name)?.version === version) && kept.delete(name)
        }),
      removeOwned: (owner) =>
        write(() => {
          for (const [name, record] of kept) if (record.owner === owner) kept.delete(name)
        }),
      sweepRecords: async () => undefined,
    },
  }
  return store
}

const isOfOrder = (kind: Entry['kind']) => kind === 'purchase' || kind === 'reversal'
