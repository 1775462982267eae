/** Keeping the leases of many generations keeps nobody waiting. */
import { expect, it, vi } from 'vitest'
import type { Store } from '#core/store/store.ts'
import { createRig } from './rig.ts'

it('lets others have a turn between two leases', async () => {
  const rig = createRig()
  let turn = 0
  const turns: number[] = []
  const counting = (store: Store): Store => ({
    ...store,
    generations: {
      ...store.generations,
      async change(id, guard, change) {
        if (Object.keys(change).join() === 'lease') turns.push(turn)
        return await store.generations.change(id, guard, change)
      },
    },
  })
  const core = await rig.boot(counting)
  for (const prompt of ['one', 'two', 'three', 'four', 'five']) {
    rig.hold(prompt)
    await rig.order(core, 'ada', prompt)
  }
  const count = () => {
    turn += 1
    next = setImmediate(count)
  }
  let next = setImmediate(count)
  rig.clock.advance(60_000)
  await vi.waitFor(() => expect(turns).toHaveLength(5))
  clearImmediate(next)
  expect(new Set(turns).size).toBe(5)
})
