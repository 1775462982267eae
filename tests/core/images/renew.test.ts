/** Keeping the leases of many generations keeps nobody waiting. */
import { expect, it, vi } from 'vitest'
import { renew } from '#core/images/drawing/leases.ts'
import type { Store } from '#core/store/store.ts'
import { openStore } from '../store/places.ts'
import { createRig } from './rig.ts'

/** With a note of each renewal, and of the turn of the event loop in which it was asked for. */
function watchRenewals(store: Store, findTurn: () => number) {
  const renewed: { ids: readonly string[]; turn: number }[] = []
  const renewLeases: Store['generations']['renewLeases'] = async (ids, lease) => {
    renewed.push({ ids, turn: findTurn() })
    return await store.generations.renewLeases(ids, lease)
  }
  return { renewed, store: { ...store, generations: { ...store.generations, renewLeases } } }
}

it('takes one step for all that a process works on', async () => {
  const rig = createRig()
  let renewed: { ids: readonly string[] }[] = []
  const core = await rig.boot((store) => {
    const watched = watchRenewals(store, () => 0)
    renewed = watched.renewed
    return watched.store
  })
  const ids: string[] = []
  for (const prompt of ['one', 'two', 'three', 'four', 'five']) {
    rig.hold(prompt)
    ids.push((await rig.order(core, 'ada', prompt)).id)
  }
  rig.clock.advance(60_000)
  await vi.waitFor(() => expect(renewed.map((each) => each.ids)).toEqual([ids]))
})

it('lets others have a turn between two steps of five hundred', async () => {
  let turn = 0
  const { store, renewed } = watchRenewals(await openStore(), () => turn)
  const count = () => {
    turn += 1
    next = setImmediate(count)
  }
  let next = setImmediate(count)
  const ids = Array.from({ length: 1_001 }, (_, n) => `g${n}`)
  await renew({ generations: store.generations, clock: createRig().clock, owner: 'here:1:a' }, ids)
  clearImmediate(next)
  expect(renewed.flatMap((each) => each.ids)).toEqual(ids)
  expect(new Set(renewed.map((each) => each.turn)).size).toBe(3)
})
