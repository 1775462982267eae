/** Keeps in mind what the books alone no longer tell once accounts are merged, erased, and pictures removed. */
import type { BudgetClaim } from '#core/credits/budget.ts'
import type { Store } from '#core/store/store.ts'

export interface Witness {
  /** What caps kept back: whose, where, and the name by which they may pay for it themselves, or ask for more. */
  keptBack: { who: string; place: number; id: string }[]
  /** Against what each generation was to count where a team pays. */
  claims: Map<string, BudgetClaim>
  /** Requests to the image model. */
  requests: { account: string; prompt: string; isOpen: boolean }[]
  /** Every passage into `drawing`: who was allowed one request. */
  drawings: { id: string; account: string; prompt: string }[]
  /** The ids of all generations that any process tried to record, with their prices. */
  recorded: Map<string, number>
  /** The addresses whose accounts were welcomed, as they were then; an account without one has its id. */
  welcomed: string[]
  /** The ids by which anybody tried to record each call. */
  calls: Map<string, string[]>
  /** What became of each attempt to place an order, by call: `refused` is told that nothing was charged. */
  orders: Map<string, ('open' | 'taken' | 'refused')[]>
  /** Credits granted by an operator, under each key. */
  grants: Map<string, number>
  /** Delivered generations that an operator set out to give back. */
  givenBack: Set<string>
  /** Accounts that somebody set out to delete. */
  erased: Set<string>
  /** Who took over whom, also where neither is left. */
  heirs: Map<string, string>
  /** What happened that must never happen. */
  faults: string[]
  watch(store: Store): Pick<Store, 'accounts' | 'generations' | 'ledger' | 'records'>
}

export function createWitness(): Witness {
  const witness: Omit<Witness, 'watch'> = {
    keptBack: [],
    claims: new Map(),
    requests: [],
    drawings: [],
    recorded: new Map(),
    welcomed: [],
    calls: new Map(),
    orders: new Map(),
    grants: new Map(),
    givenBack: new Set(),
    erased: new Set(),
    heirs: new Map(),
    faults: [],
  }
  const { claims, drawings, recorded, welcomed, calls, heirs } = witness
  const addresses = new Map<string, string | undefined>()

  return {
    ...witness,
    watch: (store) => ({
      accounts: {
        ...store.accounts,
        async insertAccount(account) {
          const isNew = await store.accounts.insertAccount(account)
          if (isNew) addresses.set(account.id, account.emailKey)
          return isNew
        },
        async changeEmail(id, email) {
          const isChanged = await store.accounts.changeEmail(id, email)
          if (isChanged) addresses.set(id, email.emailKey)
          return isChanged
        },
      },
      ledger: {
        ...store.ledger,
        async insert(entry) {
          const isWritten = await store.ledger.insert(entry)
          if (isWritten && entry.key === 'welcome') {
            welcomed.push(addresses.get(entry.wallet) ?? entry.wallet)
          }
          return isWritten
        },
        async insertAll(entries) {
          const written = await store.ledger.insertAll(entries)
          for (const { key, wallet } of entries.slice(0, written)) {
            if (key === 'welcome') welcomed.push(addresses.get(wallet) ?? wallet)
          }
          return written
        },
      },
      records: {
        ...store.records,
        async insertRecord(record, now) {
          const isNew = await store.records.insertRecord(record, now)
          if (isNew && record.kind === 'merged' && record.owner) heirs.set(record.key, record.owner)
          return isNew
        },
      },
      generations: {
        ...store.generations,
        create(generation, ...limits) {
          recorded.set(generation.id, generation.price)
          if (generation.budget) claims.set(generation.id, generation.budget)
          calls.set(generation.call, [...(calls.get(generation.call) ?? []), generation.id])
          return store.generations.create(generation, ...limits)
        },
        async change(id, guard, asked) {
          const changed = await store.generations.change(id, guard, asked)
          if (changed && asked.status === 'drawing') {
            drawings.push({ id, account: changed.owner, prompt: changed.asked.prompt })
          }
          return changed
        },
      },
    }),
  }
}
