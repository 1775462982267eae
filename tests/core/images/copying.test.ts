/** The smaller copies of a picture that was drawn: made after it is shown, and known to whoever stops. */
import { expect, it, onTestFinished } from 'vitest'
import type { ImageHost } from '#core/hosting/image-host.ts'
import type { Thumbnails } from '#core/hosting/thumbnail.ts'
import { createPlainCore, plainHost } from '../rig.ts'
import { openStore } from '../store/places.ts'

/** A process whose host makes a copy when it is let, and whoever orders there; `asked` are the keys it was asked for. */
async function start() {
  const asked: string[] = []
  const gates: PromiseWithResolvers<void>[] = []
  const host: ImageHost & Partial<Thumbnails> = {
    ...plainHost,
    async makeThumbnails(key) {
      asked.push(key)
      const gate = Promise.withResolvers<void>()
      gates.push(gate)
      await gate.promise
    },
  }
  const store = await openStore()
  const core = createPlainCore({ store, host })
  onTestFinished(() => core.close())
  const account = await core.accounts.openAccount({ platform: 'terminal', user: 'ann', name: 'Ann' })
  async function draw(prompt: string, count = 1) {
    const job = await core.images.order({
      ...{ owner: account.id, call: prompt, prompt, count },
      origin: { platform: 'terminal', address: {} },
    })
    return await job.done
  }
  return { core, asked, gates, draw }
}

it('is answered before a copy is made, which waits until it is shown; one is made at a time', async () => {
  const { core, asked, gates, draw } = await start()
  const drawn = await draw('a fox', 2)
  const keys = drawn.pictures.map(({ key }) => key)
  expect(asked).toEqual([])
  await core.images.markDelivered(drawn.id, 'reply')
  expect(asked).toEqual(keys.slice(0, 1))
  gates[0]?.reject(new Error('cannot be written'))
  await expect.poll(() => asked).toEqual(keys)
  gates[1]?.resolve()
})

it('is not copied twice where it is shown twice', async () => {
  const { core, asked, gates, draw } = await start()
  const { id } = await draw('a fox')
  await Promise.all([core.images.markDelivered(id, 'reply'), core.images.markDelivered(id, 'message')])
  gates[0]?.resolve()
  await core.stop(0)
  expect(asked).toHaveLength(1)
})

it('has a process that stops wait for the copy it is at, and leave the others to who looks first', async () => {
  const { core, asked, gates, draw } = await start()
  const first = await draw('a fox', 2)
  const second = await draw('an owl')
  await core.images.markDelivered(first.id, 'reply')
  let isStopped = false
  const stopping = core.stop(0).then(() => {
    isStopped = true
  })
  await core.images.markDelivered(second.id, 'reply')
  expect(isStopped).toBe(false)
  gates[0]?.resolve()
  await stopping
  expect(asked).toHaveLength(1)
})
