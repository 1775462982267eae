/** Accounts with books, for the tests of an operator's work. */
import { createHash } from 'node:crypto'
import type { Clock } from '#core/clock.ts'
import { createLedger } from '#core/credits/ledger.ts'
import type { Generation } from '#core/images/generation.ts'
import { createOperations, type OperationsPorts } from '#core/operations/operations.ts'
import type { Store } from '#core/store/store.ts'
import { createDelivered, createGeneration, record } from '#tests/contracts/store-records.ts'

/** After all that the records of these tests are made at. */
export const now = 1_790_100_000_000

export const clock: Clock = { now: () => now, sleep: async () => {} }

export function createRig(store: Store, ports: Partial<OperationsPorts> = {}) {
  let ids = 0
  const ledger = createLedger(store.ledger, clock)
  const operations = createOperations(
    {
      store,
      providers: [],
      clock,
      createId: (length) => createHash('sha256').update(String(ids++)).digest('hex').slice(0, length),
      durableSecret: async () => 'a durable secret',
      ...ports,
    },
    { welcomeCredits: 100 },
  )

  const spend = ({ owner: account, id, price }: Generation) =>
    ledger.append({ wallet: account, key: `spend:${id}`, kind: 'spend', amount: -price, reference: id })

  const refund = ({ owner: account, id, price }: Generation) =>
    ledger.append({ wallet: account, key: `refund:${id}`, kind: 'refund', amount: price, reference: id })

  /** An account with 100 credits, a delivered generation and a refunded one. */
  async function open(account: string) {
    await store.accounts.insertAccount({ id: account, createdAt: 1 })
    await ledger.append({ wallet: account, key: 'welcome', kind: 'grant', amount: 100, reference: 'welcome' })
    const delivered = await record(store, createDelivered({ owner: account, delivery: 'reply' }))
    await spend(delivered)
    const failure = { code: 'vendor-down', data: {} } as const
    const refunded = await record(store, createGeneration({ owner: account, status: 'refunded', failure }))
    await spend(refunded)
    await refund(refunded)
    return { delivered, refunded }
  }

  async function listFaults() {
    const faults: { fault: string }[] = []
    const found = await operations.verify((fault) => faults.push(fault))
    return { faults, found }
  }

  return { operations, ledger, spend, refund, open, listFaults }
}
