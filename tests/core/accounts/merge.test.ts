/** Tests that an account is merged only into one that is there. */
import { join } from 'node:path'
import { expect, it, onTestFinished } from 'vitest'
import { createHolders } from '#core/accounts/holders.ts'
import { createMerge } from '#core/accounts/merge.ts'
import { createLedger } from '#core/credits/ledger.ts'
import { createSqliteStore } from '#core/store/sqlite/sqlite-store.ts'
import { createDelivered, record } from '#tests/contracts/store-records.ts'
import { createVirtualClock } from '#tests/crash/virtual-clock.ts'
import { createFolder } from '#tests/temporary-folder.ts'

async function setUp() {
  const store = await createSqliteStore({ file: join(createFolder(), 'store.sqlite') })
  onTestFinished(() => store.close())
  const clock = createVirtualClock()
  const ledger = createLedger(store.ledger, clock)
  const { accounts, records } = store
  const holders = createHolders({ store: accounts, records, clock })
  const merge = createMerge({ ...store, store: accounts, ledger, holders, clock })
  await accounts.insertAccount({ id: 'ann', createdAt: 0 })
  const grant = { account: 'ann', key: 'welcome', kind: 'grant', amount: 100, reference: 'x' } as const
  await ledger.append(grant)
  const { id } = await record(store, createDelivered({ account: 'ann' }))
  return { store, ledger, merge, clock, id }
}

it('leaves an account as it is where the other is deleted by the time', async () => {
  const { store, ledger, merge, clock, id } = await setUp()
  expect(await merge.merge('ann', 'gone')).toBe('busy')
  await merge.run()
  expect(await store.accounts.findAccount({ id: 'ann' })).toBeDefined()
  expect(await ledger.findBalance('ann')).toBe(100)
  expect((await store.generations.find({ id }))?.account).toBe('ann')
  expect(await store.records.listRecords('merge', undefined, clock.now())).toEqual([])
})

it('hands all over to one that is there', async () => {
  const { store, ledger, merge, id } = await setUp()
  await store.accounts.insertAccount({ id: 'bob', createdAt: 0 })
  expect(await merge.merge('ann', 'bob')).toBe('merged')
  expect(await store.accounts.findAccount({ id: 'ann' })).toBeUndefined()
  expect(await ledger.findBalance('bob')).toBe(100)
  expect((await store.generations.find({ id }))?.account).toBe('bob')
})
