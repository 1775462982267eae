/** A picture is there for whoever presses under it the moment it is shown, before it is noted that it was. */
import { describe, expect, it, vi } from 'vitest'
import { carry, createGeneration, record } from '#tests/contracts/store-records.ts'
import { createVirtualClock } from '#tests/crash/virtual-clock.ts'
import { createPlainCore } from '../rig.ts'
import { bothPlaces, openStore } from '../store/places.ts'

describe.each(bothPlaces)('on $name', ({ create }) => {
  async function start() {
    const store = await openStore(create)
    const clock = createVirtualClock()
    const { history } = createPlainCore({ store, clock })
    const { id } = await record(store, createGeneration({ owner: 'ann' }))
    await carry(store, id, 'ready')
    const pause = async (ms: number) => {
      await vi.waitUntil(() => clock.findNextWake() !== undefined)
      clock.advance(ms)
    }
    const note = () =>
      store.generations.change(
        id,
        { status: ['ready'] },
        { status: 'delivered', delivery: 'reply', endedAt: 3 },
      )
    return { pause, note, id, asked: history.require('ann', id) }
  }

  it('waits until it is noted', async () => {
    const { pause, note, id, asked } = await start()
    await pause(50)
    await note()
    await pause(100)
    expect(await asked).toMatchObject({ id, status: 'delivered' })
  })

  it('does not wait for long', async () => {
    const { pause, asked } = await start()
    const refused = expect(asked).rejects.toMatchObject({ code: 'not-found' })
    for (const ms of [50, 100, 200, 400, 800, 1_600]) await pause(ms)
    await refused
  })
})
