/** What waits anywhere is counted against the minute that all processes share. */
import { expect, it, vi } from 'vitest'
import { createRig } from './rig.ts'

it('refuses in one process what could not start for all that waits in another, until that is gone', async () => {
  const rig = createRig({ imagesPerMinute: 4 })
  const busy = await rig.boot()
  const order = (n: number) => rig.order(busy, 'ada', `prompt ${n}`, 4)
  for (let n = 0; n < 12; n++) {
    rig.hold(`prompt ${n}`)
    await order(n).catch(() => undefined)
  }
  await expect(order(12)).rejects.toMatchObject({ code: 'queue-full' })
  const idle = await rig.boot()
  await expect(rig.order(idle, 'bob', 'a fox')).rejects.toMatchObject({ code: 'queue-full' })
  const { id: ada } = await busy.accounts.openAccount({ platform: 'terminal', user: 'ada', name: 'ada' })
  await busy.images.cancelNewest(ada)
  rig.clock.advance(15_000)
  await vi.waitFor(() => rig.order(idle, 'bob', 'a fox'))
})
