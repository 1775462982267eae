/** A picture that is decoded while it is hosted: its colour is known, or it is taken away and paid back. */
import { expect, it, onTestFinished } from 'vitest'
import { CoreError } from '#core/errors.ts'
import type { PreparedPicture } from '#core/hosting/image-host.ts'
import { createPlainCore, plainHost } from '../rig.ts'
import { openStore } from '../store/places.ts'

/** Orders one of two pictures of which the second decodes so. */
async function order(decode: NonNullable<PreparedPicture['decode']>) {
  const hosted = new Set<string>()
  let first = true
  const core = createPlainCore({
    store: await openStore(),
    host: {
      ...plainHost,
      put: async (key) => `http://pictures.test/${[...hosted.add(key)].length}`,
      remove: async (key) => void hosted.delete(key),
    },
    async prepare(bytes) {
      const answer = first ? async () => ({}) : decode
      first = false
      return { bytes, mime: 'image/png', width: 1, height: 1, decode: answer }
    },
  })
  onTestFinished(() => core.close())
  await core.start()
  const { id } = await core.accounts.openAccount({ platform: 'terminal', user: 'ann', name: 'Ann' })
  const origin = { platform: 'terminal', address: {} } as const
  const job = await core.images.order({ owner: id, call: 'call', origin, prompt: 'a fox', count: 2 })
  return { hosted, ended: await job.done, balance: await core.credits.findBalance(id) }
}

it('has the colour that was found meanwhile', async () => {
  const { ended } = await order(async () => ({ color: '#4b3fd1' }))
  expect(ended.pictures.map(({ color }) => color)).toEqual([undefined, '#4b3fd1'])
  expect(ended.pictures[1]).not.toHaveProperty('decode')
})

it('is taken away and paid back where it cannot be decoded', async () => {
  const { ended, hosted, balance } = await order(() =>
    Promise.reject(new CoreError('picture-unreadable', {})),
  )
  expect(ended).toMatchObject({ status: 'refunded', failure: { code: 'picture-unreadable' } })
  expect([...hosted]).toEqual([])
  expect(balance).toBe(100)
})
