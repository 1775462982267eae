/** Tests that an account is merged only into one that is there. */
import { expect, it } from 'vitest'
import { createAliases } from '#core/accounts/aliases.ts'
import { settleTime } from '#core/accounts/job.ts'
import { createMerge } from '#core/accounts/merge.ts'
import { createLedger, type Ledger } from '#core/credits/ledger.ts'
import { createDelivered, record } from '#tests/contracts/store-records.ts'
import { createVirtualClock } from '#tests/crash/virtual-clock.ts'
import { openStore } from '../store/places.ts'

/** `onRead` is told how often the balance of the account that ends was read, just after it was. */
async function setUp(onRead: (ledger: Ledger, read: number) => Promise<unknown> = async () => undefined) {
  const store = await openStore()
  const clock = createVirtualClock()
  const ledger = createLedger(store.ledger, clock)
  const { accounts, records } = store
  const aliases = createAliases({ store: accounts, records, clock })
  let read = 0
  const raced: Ledger = {
    ...ledger,
    async findBalance(account) {
      const balance = await ledger.findBalance(account)
      if (account === 'ann') await onRead(ledger, read++)
      return balance
    },
  }
  const parts = { ...store, store: accounts, entries: store.ledger, ledger: raced, aliases, clock }
  const merge = createMerge(parts)
  await accounts.insertAccount({ id: 'ann', createdAt: 0 })
  const grant = { wallet: 'ann', key: 'welcome', kind: 'grant', amount: 100, reference: 'x' } as const
  await ledger.append(grant)
  const { id } = await record(store, createDelivered({ owner: 'ann' }))
  return { store, ledger, merge, clock, id }
}

it('leaves an account as it is where the other is deleted by the time', async () => {
  const { store, ledger, merge, clock, id } = await setUp()
  expect(await merge.merge('ann', 'gone')).toBe('busy')
  await merge.run()
  expect(await store.accounts.findAccount({ id: 'ann' })).toBeDefined()
  expect(await ledger.findBalance('ann')).toBe(100)
  expect((await store.generations.find({ id }))?.owner).toBe('ann')
  expect(await store.records.listRecords('merge', undefined, clock.now())).toEqual([])
})

it('hands all over to one that is there', async () => {
  const { store, ledger, merge, id } = await setUp()
  await store.accounts.insertAccount({ id: 'bob', createdAt: 0 })
  expect(await merge.merge('ann', 'bob')).toBe('merged')
  expect(await store.accounts.findAccount({ id: 'ann' })).toBeUndefined()
  expect(await ledger.findBalance('bob')).toBe(100)
  expect((await store.generations.find({ id }))?.owner).toBe('bob')
})

it('goes on for as long after the account was last there, however long ago it began', async () => {
  const { store, merge, clock } = await setUp()
  await store.accounts.insertAccount({ id: 'bob', createdAt: 0 })
  const body = { into: 'bob', since: clock.now(), isSure: true }
  await store.records.insertRecord({ kind: 'merge', key: 'ann', body }, clock.now())
  const isOver = async (later: number) => {
    clock.advance(later)
    await merge.run()
    return (await store.records.findRecord('merge', 'ann', clock.now())) === undefined
  }
  expect(await isOver(settleTime)).toBe(false)
  expect(await isOver(settleTime - 1)).toBe(false)
  expect(await isOver(1)).toBe(true)
})

/** Spends one of the credits to be moved, each time they have been read; the first time, nothing is under way yet. */
const spendUntil = (last: number) => async (ledger: Ledger, read: number) =>
  read > 0 && read <= last
    ? await ledger.append({ wallet: 'ann', key: `spend:${read}`, kind: 'spend', amount: -1, reference: 'g' })
    : undefined

it.each([
  [1, 99],
  [3, 97],
])('moves what is left where %i spends come between', async (spends, left) => {
  const { store, ledger, merge } = await setUp(spendUntil(spends))
  await store.accounts.insertAccount({ id: 'bob', createdAt: 0 })
  expect(await merge.merge('ann', 'bob')).toBe('merged')
  expect(await ledger.findBalance('bob')).toBe(left)
  expect(await ledger.findBalance('ann')).toBe(0)
})

it('answers busy where spends keep coming between, and ends it later', async () => {
  const { store, ledger, merge } = await setUp(spendUntil(20))
  await store.accounts.insertAccount({ id: 'bob', createdAt: 0 })
  expect(await merge.merge('ann', 'bob')).toBe('busy')
  for (let round = 0; round < 5; round++) await merge.run()
  expect(await ledger.findBalance('bob')).toBe(80)
  expect(await ledger.findBalance('ann')).toBe(0)
})
