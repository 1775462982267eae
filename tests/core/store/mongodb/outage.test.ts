/** The MongoDB store says when its server is gone, and goes on by itself when it is back. */
import { describe, expect, it, onTestFinished } from 'vitest'
import { CoreError } from '#core/errors.ts'
import { createMongoStore } from '#core/store/mongodb/mongo-store.ts'
import type { Store } from '#core/store/store.ts'
import { createEntry, createGeneration } from '#tests/contracts/store-records.ts'
import { createMongoPlace } from '../places.ts'
import { createWay } from './way.ts'

const uri = process.env.MONGODB_URI ?? ''

/** Only asks again: how long the driver takes to find its server is the machine's affair. */
async function waitUntilBack(store: Pick<Store, 'check'>): Promise<void> {
  for (;;) {
    try {
      return await store.check()
    } catch (error) {
      if (!(error instanceof CoreError) || error.code !== 'store-unavailable') throw error
    }
  }
}

const unavailable = { name: 'CoreError', code: 'store-unavailable', cause: expect.any(Error) }

it('does not open where no server is', async () => {
  const opening = createMongoStore({ uri: 'mongodb://127.0.0.1:1/' })
  await expect(opening).rejects.toMatchObject(unavailable)
})

describe.skipIf(!uri)('with a server', () => {
  it.each([-2_000, 2_000])('does not open on a machine whose clock is off by %i ms', async (off) => {
    const place = await createMongoPlace()
    const { now } = Date
    onTestFinished(async () => {
      Date.now = now
      await place.remove()
    })
    Date.now = () => now() + off
    await expect(createMongoStore({ uri, database: place.database })).rejects.toThrow('differ by')
    Date.now = () => now() + off / 5
    await (await createMongoStore({ uri, database: place.database })).close()
  })

  it('rejects while the server is gone, and works again when it is back', async () => {
    const place = await createMongoPlace()
    const way = await createWay(new URL(uri))
    const store = await createMongoStore({ uri: way.uri, database: place.database })
    await store.ledger.insert(createEntry())
    await way.cut()
    const asked = [
      store.check(),
      store.ledger.insert(createEntry({ sequence: 2, key: 'spend' })),
      store.ledger.findLast('ada'),
      store.generations.create(createGeneration(), 5),
      store.generations.listDelivered('ada', { limit: 5 }),
    ]
    for (const answer of await Promise.allSettled(asked)) {
      expect(answer).toMatchObject({ status: 'rejected', reason: unavailable })
    }
    const inserting = store.ledger.insert(createEntry({ sequence: 3, key: 'never-sent' }))
    await expect(inserting).rejects.toMatchObject({ data: { untouched: true } })
    await way.mend()
    await waitUntilBack(store)
    expect(await store.ledger.findLast('ada')).toStrictEqual(createEntry())
    await store.close()
    await way.cut()
    await place.remove()
  })
  it('does not call a write undone whose answer was lost with the server', async () => {
    const place = await createMongoPlace()
    const way = await createWay(new URL(uri))
    const store = await createMongoStore({ uri: way.uri, database: place.database })
    onTestFinished(async () => {
      await store.close()
      await way.cut().catch(() => undefined)
      await place.remove()
    })
    way.cutAtAnswerTo('entry-whose-answer-is-lost')
    const inserting = store.ledger.insert(createEntry({ key: 'entry-whose-answer-is-lost' }))
    await expect(inserting).rejects.toMatchObject(unavailable)
    await expect(inserting).rejects.not.toMatchObject({ data: { untouched: true } })
    await way.mend()
    await waitUntilBack(store)
    expect(await store.ledger.findLast('ada')).toMatchObject({ key: 'entry-whose-answer-is-lost' })
  })
})
