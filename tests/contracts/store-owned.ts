/** The contract of all generations of an account, whatever became of them. */
import { describe, expect, it } from 'vitest'
import type { StoreRig } from './store.ts'
import { carry, createDelivered, createGeneration, record } from './store-records.ts'

export function testOwnedGenerations(rig: StoreRig): void {
  const { owned } = rig.parts

  describe('the generations of an account', () => {
    async function fill() {
      const delivered = await record(rig.store, createDelivered({ owner: 'ada' }))
      const repeat = await record(rig.store, createDelivered({ owner: 'ada', repeatOf: delivered.id }))
      const drawing = await record(rig.store, createGeneration({ owner: 'ada' }))
      const failed = await record(rig.store, createGeneration({ owner: 'ada' }))
      await carry(rig.store, failed.id, 'refunded')
      const foreign = await record(rig.store, createDelivered({ owner: 'bob' }))
      return { delivered, repeat, drawing, failed, foreign }
    }
    const list = async (account: string) =>
      (await rig.store.owned.list(account, { limit: 100 })).map(({ id }) => id)
    const ids = (...generations: { id: string }[]) => generations.map(({ id }) => id).sort()

    it('are listed in every status, by id, in pages', async () => {
      const { foreign, ...own } = await fill()
      const all = ids(...Object.values(own))
      expect(await list('ada')).toEqual(all)
      const page = await owned.list('ada', { limit: 3 })
      const rest = await owned.list('ada', { after: page[2]?.id ?? '', limit: 3 })
      expect([...page, ...rest].map(({ id }) => id)).toEqual(all)
      expect(page).toContainEqual(await rig.store.generations.find({ id: page[0]?.id ?? '' }))
      expect(await owned.list('ada', { limit: 0 })).toEqual([])
    })

    it('move once they have ended', async () => {
      const { delivered, repeat, drawing, failed, foreign } = await fill()
      const paid = await record(rig.store, createDelivered({ owner: 'ada', payer: 'a team' }))
      await rig.store.owned.move('ada', 'bob')
      expect(await list('ada')).toEqual([drawing.id])
      expect(await list('bob')).toEqual(ids(delivered, repeat, failed, foreign, paid))
      const payer = async ({ id }: { id: string }) => (await rig.store.generations.find({ id }))?.payer
      expect([await payer(delivered), await payer(paid)]).toEqual(['bob', 'a team'])
      const shown = await rig.store.generations.listDelivered('bob', { limit: 9 })
      expect(ids(...shown)).toEqual(ids(delivered, repeat, foreign, paid))
    })

    it('are removed by their ids, once they have ended', async () => {
      const { drawing, foreign, delivered, repeat, failed } = await fill()
      await rig.store.owned.remove('ada', ids(drawing, foreign, delivered, failed))
      await rig.store.scrub()
      expect(await list('ada')).toEqual(ids(drawing, repeat))
      expect(await list('bob')).toEqual([foreign.id])
      expect(await rig.store.generations.find({ id: delivered.id })).toBeUndefined()
    })
  })
}
