/** What is held is drawn, or stays held, whoever spends its credits first and whoever its owner becomes. */
import { expect, it } from 'vitest'
import { findMonth } from '#core/credits/month.ts'
import type { Store } from '#core/store/store.ts'
import { mergeAccounts } from '../accounts/merge-accounts.ts'
import { here, openCapped, wallet } from './team-rig.ts'

/** Just before what is held is charged, another picture of ann's takes what her cap leaves. */
async function outrun() {
  let race = async () => undefined as unknown
  const rig = await openCapped((store: Store) => ({
    ...store,
    generations: {
      ...store.generations,
      async create(...given) {
        const created = await store.generations.create(...given)
        if (given[0].call.startsWith('held:')) await race()
        return created
      },
    },
  }))
  const { core, ledger, ann, set, clock, pass } = rig
  const entry = { wallet, key: 'race', kind: 'spend', amount: -10, reference: 'race' } as const
  race = () => ledger.append({ ...entry, budget: { month: findMonth(clock.now(), 'UTC'), member: ann } })
  await set({ memberCap: 20 })
  await core.start()
  await pass()
  expect(await rig.balances()).toEqual([80, 100])
  return rig
}

it('goes on being held where others were faster', async () => {
  const { core, store, set, id, ann, pass, balances } = await outrun()
  await set({ memberCap: 30 })
  for (const _ of [1, 2]) await pass()
  const drawn = await store.generations.find({ call: `held:${id}/2` })
  expect(drawn).toMatchObject({ payer: wallet, pictures: [{}] })
  expect(await balances()).toEqual([70, 100])
  expect((await core.images.orderOwn(ann, id, here)).generation.id).toBe(drawn?.id)
  await core.stop(0)
})

it('can be paid for by its owner where others were faster', async () => {
  const { core, id, ann, balances } = await outrun()
  expect((await (await core.images.orderOwn(ann, id, here)).done).status).toBe('ready')
  expect(await balances()).toEqual([80, 90])
  await core.stop(0)
})

it('goes along with its owner, and is the new owner’s', async () => {
  const { core, store, set, id, ann, openAccount, pass } = await openCapped()
  const bob = await openAccount('T1:bob')
  await mergeAccounts(core, store, ann, bob)
  await expect(core.images.orderOwn(ann, id, here)).rejects.toThrow('press-refused')
  await core.start()
  await set({ memberCap: 50 })
  await pass()
  expect(await store.generations.find({ call: `held:${id}` })).toMatchObject({ owner: bob, payer: wallet })
  expect(await store.records.listRecords('held', bob, 0)).toEqual([])
  await core.stop(0)
})
