/** The contract of recording generations and finding them again. */
import { describe, expect, it } from 'vitest'
import type { Creation } from '#core/images/generation-store.ts'
import type { StoreRig } from './store.ts'
import {
  carry,
  countOutcomes,
  createDelivered,
  createFullGeneration,
  createGeneration,
  hostileTexts,
  record,
} from './store-records.ts'

const race = (many: number, create: (n: number) => Promise<Creation>) =>
  Promise.all(Array.from({ length: many }, (_, n) => create(n)))

export function testGenerationCreation(rig: StoreRig): void {
  const { generations } = rig.parts

  describe('recording a generation', () => {
    it('keeps every field, and finds it by id and by call', async () => {
      const asked = createFullGeneration()
      const kept = { ...asked, slot: 0 }
      expect(await generations.create(asked, 3)).toStrictEqual({ outcome: 'created', generation: kept })
      expect(await generations.find({ id: asked.id })).toStrictEqual(kept)
      expect(await generations.find({ call: asked.call })).toStrictEqual(kept)
      expect(await generations.find({ id: asked.call })).toBeUndefined()
      expect(await generations.find({ call: asked.id })).toBeUndefined()
    })

    it('leaves what is absent absent', async () => {
      const asked = createGeneration()
      const kept = await record(rig.store, asked)
      expect(Object.keys(kept).sort()).toEqual([...Object.keys(asked), 'slot'].sort())
      expect(await rig.store.generations.find({ id: asked.id })).toStrictEqual(kept)
    })

    it('gives the lowest free slot, and says when there is none', async () => {
      const takeSlot = async () => {
        const creation = await generations.create(createGeneration(), 3)
        return creation.outcome === 'created' ? creation.generation : undefined
      }
      const taken = [await takeSlot(), await takeSlot(), await takeSlot()]
      expect(taken.map((generation) => generation?.slot)).toEqual([0, 1, 2])
      const refused = createGeneration()
      expect(await generations.create(refused, 3)).toEqual({ outcome: 'full' })
      expect(await generations.find({ id: refused.id })).toBeUndefined()
      await carry(rig.store, taken[1]?.id ?? '', 'refunded')
      expect((await takeSlot())?.slot).toBe(1)
      expect(await takeSlot()).toBeUndefined()
      expect((await record(rig.store, createGeneration({ owner: 'bob' }))).slot).toBe(0)
    })

    it('gives a running slot along while there is one and nobody waits for it', async () => {
      const begin = async (running: number) => {
        const creation = await generations.create(createGeneration(), 9, running)
        return creation.outcome === 'created' ? creation.generation : undefined
      }
      const first = [await begin(2), await begin(2), await begin(2)]
      expect(first.map((each) => each?.runningSlot)).toEqual([0, 1, undefined])
      await carry(rig.store, first[0]?.id ?? '', 'refunded')
      const late = await begin(2)
      expect(late?.runningSlot).toBeUndefined()
      for (const each of [first[2], late]) await carry(rig.store, each?.id ?? '', 'refunded')
      expect((await begin(2))?.runningSlot).toBe(0)
      expect((await begin(0))?.runningSlot).toBeUndefined()
      const raced = await race(20, () => generations.create(createGeneration({ owner: 'bob' }), 50, 5))
      expect(countOutcomes(raced)).toBe('20 created')
      const running = (await generations.listUnfinished('bob')).flatMap((each) => each.runningSlot ?? [])
      expect(running.sort()).toEqual([0, 1, 2, 3, 4])
    })

    it('finds at once what a call has made and what may be shown again, of that owner alone', async () => {
      const by = { call: 'once', cacheKey: 'fox' }
      expect(await generations.findEarlier('ada', by)).toEqual({})
      const called = await record(rig.store, createGeneration({ ...by, cacheKey: 'hare' }))
      await record(rig.store, createDelivered({ cacheKey: 'fox', createdAt: 1 }))
      const shown = await record(rig.store, createDelivered({ cacheKey: 'fox', createdAt: 2 }))
      await record(rig.store, createDelivered({ cacheKey: 'fox', createdAt: 3, owner: 'bob' }))
      expect(await generations.findEarlier('ada', by)).toStrictEqual({ called, shown })
      expect(await generations.findEarlier('ada', { ...by, call: 'other' })).toStrictEqual({ shown })
      const both = { call: shown.call, cacheKey: 'fox' }
      expect(await generations.findEarlier('ada', both)).toStrictEqual({ called: shown, shown })
      expect(await generations.findEarlier('bob', { ...by, cacheKey: 'hare' })).toEqual({})
    })

    it('answers a call it has seen with what that call made, whatever else holds', async () => {
      const first = await record(rig.store, createGeneration({ call: 'once' }))
      const others = [{}, { owner: 'bob' }, { cacheKey: first.cacheKey }].map((parts) =>
        createGeneration({ call: 'once', ...parts }),
      )
      const again = { outcome: 'same-call', generation: first }
      for (const other of [...others, createDelivered({ call: 'once' })])
        expect(await generations.create(other, 1)).toStrictEqual(again)
      const ended = { outcome: 'same-call', generation: await carry(rig.store, first.id, 'delivered') }
      expect(await generations.create(createGeneration({ call: 'once' }), 1)).toStrictEqual(ended)
    })

    it('answers with the unfinished generation of the same account and spec, also when full', async () => {
      const first = await record(rig.store, createGeneration({ cacheKey: 'fox' }))
      const twin = { outcome: 'same-spec', generation: first }
      expect(await generations.create(createGeneration({ cacheKey: 'fox' }), 5)).toStrictEqual(twin)
      expect(await generations.create(createGeneration({ cacheKey: 'fox' }), 1)).toStrictEqual(twin)
      await record(rig.store, createGeneration({ cacheKey: 'fox', owner: 'bob' }))
      await carry(rig.store, first.id, 'refunded')
      await record(rig.store, createGeneration({ cacheKey: 'fox' }))
    })

    it('records an end without slot or lease, beside its twins and when full', async () => {
      await record(rig.store, createGeneration({ cacheKey: 'fox' }))
      for (const status of ['delivered', 'refunded', 'delivered'] as const) {
        const ended = createFullGeneration({ cacheKey: 'fox', status })
        expect(await generations.create(ended, 1)).toStrictEqual({ outcome: 'created', generation: ended })
        expect(await generations.find({ id: ended.id })).toStrictEqual(ended)
      }
    })

    it('never gives two generations one id', async () => {
      const first = await record(rig.store, createGeneration())
      await expect(generations.create(createGeneration({ id: first.id }), 9)).rejects.toThrow()
      expect(await generations.find({ id: first.id })).toStrictEqual(first)
    })

    it('holds the number of slots when fifty race for them', async () => {
      const creations = await race(50, () => generations.create(createGeneration(), 5))
      expect(countOutcomes(creations)).toBe('5 created, 45 full')
      const unfinished = await generations.listUnfinished()
      expect(unfinished.map(({ slot }) => slot).sort()).toEqual([0, 1, 2, 3, 4])
    })

    it('makes one generation of a call that is raced twenty times', async () => {
      const creations = await race(20, () => generations.create(createGeneration({ call: 'once' }), 50))
      expect(countOutcomes(creations)).toBe('1 created, 19 same-call')
      const ids = creations.map((creation) => 'generation' in creation && creation.generation.id)
      expect(new Set(ids).size).toBe(1)
    })

    it('makes one generation of a spec that is raced twenty times', async () => {
      const creations = await race(20, () => generations.create(createGeneration({ cacheKey: 'fox' }), 50))
      expect(countOutcomes(creations)).toBe('1 created, 19 same-spec')
      expect(await generations.listUnfinished()).toHaveLength(1)
    })

    it('records every one of twenty raced repeats', async () => {
      const repeats = () => createDelivered({ cacheKey: 'fox', repeatOf: 'gen0' })
      expect(countOutcomes(await race(20, () => generations.create(repeats(), 1)))).toBe('20 created')
    })

    it('keeps any text as it is', async () => {
      const texts = [...hostileTexts, '漢'.repeat(32_000), '\ud800'.repeat(32_000), '\0'.repeat(32_000)]
      for (const [n, text] of texts.entries()) {
        const short = text.slice(0, 40)
        const address = { place: text, [`name ${short}`]: 1 }
        const generation = createFullGeneration({
          ...{ id: `id ${short}`, owner: `of ${n}`, call: `call ${n} ${short}`, prompt: text },
          ...{ cacheKey: short, model: short, status: 'ready', lease: { owner: short, until: n } },
          origin: { platform: 'discord', team: short, address },
        })
        const kept = await record(rig.store, generation)
        expect(kept, JSON.stringify(short)).toStrictEqual({ ...generation, slot: 0 })
        expect(await generations.find({ id: generation.id })).toStrictEqual(kept)
        expect(await generations.find({ call: generation.call })).toStrictEqual(kept)
        const guard = { status: ['ready'], leaseHolder: short } as const
        const end = { status: 'delivered', delivery: 'reply', endedAt: 1 } as const
        const changed = await generations.change(generation.id, guard, {
          ...end,
          model: text,
          repeatOf: short,
        })
        expect(changed).toMatchObject({ model: text, repeatOf: short })
        const original = await generations.find({ owner: generation.owner, cacheKey: short })
        expect(original).toStrictEqual(changed)
        const data = { said: text, deep: { [short || 'name']: [text] } }
        const failing = createGeneration({ status: 'failing', failure: { code: 'vendor-down', data } })
        expect(await record(rig.store, failing)).toStrictEqual({ ...failing, slot: n })
      }
    })
  })
}
