/** Deleting an account while its last picture is being finished. */
import { expect, it } from 'vitest'
import { createErase } from '#core/accounts/erase.ts'
import { CoreError } from '#core/errors.ts'
import { createDelivered, createGeneration, record } from '#tests/contracts/store-records.ts'
import { silent } from '#tests/core/payments/memory.ts'
import { createSqlitePlace } from '#tests/core/store/places.ts'
import { createVirtualClock } from '#tests/crash/virtual-clock.ts'

const ports = {
  merge: { isReceiving: async () => false },
  welcome: { give: async () => undefined, forget: async () => undefined },
  retract: async () => undefined,
  log: silent,
  clock: createVirtualClock(),
}

it('removes the pictures of what ended meanwhile too', async () => {
  const place = await createSqlitePlace()
  const store = await place.open()
  const late = await record(store, createGeneration({ account: 'ada', id: 'a', pictureKeys: ['late'] }))
  await record(store, createDelivered({ account: 'ada', id: 'b', pictureKeys: ['early'] }))
  const hosted = new Set(['early', 'late'])
  const erase = createErase({
    ...store,
    store: store.accounts,
    host: {
      async remove(key) {
        hosted.delete(key)
        await store.generations.change(late.id, { status: ['recorded'] }, { status: 'delivered' })
      },
    },
    ...ports,
  })
  await erase.erase('ada')
  await erase.run()
  expect(hosted).toEqual(new Set())
  expect(await store.owned.list('ada', { limit: 9 })).toEqual([])
  await store.close()
  await place.remove()
})

it('goes on with the others when one cannot be ended yet', async () => {
  const place = await createSqlitePlace()
  const store = await place.open()
  for (const account of ['ada', 'ben']) {
    await record(store, createDelivered({ account, id: account, pictureKeys: [account] }))
    await store.records.insertRecord({ kind: 'erasure', key: account, body: { since: 0 } }, 0)
  }
  const erase = createErase({
    ...store,
    store: store.accounts,
    host: {
      async remove(key) {
        if (key === 'ada') throw new CoreError('hosting-failed', {})
      },
    },
    ...ports,
  })
  await expect(erase.run()).rejects.toMatchObject({ code: 'hosting-failed' })
  expect(await store.owned.list('ada', { limit: 9 })).toHaveLength(1)
  expect(await store.owned.list('ben', { limit: 9 })).toEqual([])
  await store.close()
  await place.remove()
})
