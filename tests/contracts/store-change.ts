/** The contract of changing and removing generations, and of listing the unfinished. */
import { describe, expect, it } from 'vitest'
import type { Status } from '#core/images/generation.ts'
import type { GenerationChange } from '#core/images/generation-store.ts'
import type { StoreRig } from './store.ts'
import { carry, createDelivered, createFullGeneration, createGeneration, record } from './store-records.ts'

const ends: readonly Status[] = ['delivered', 'refunded']
const statuses: readonly Status[] = ['recorded', 'drawing', 'ready', 'failing', ...ends]

export function testGenerationChange(rig: StoreRig): void {
  const { generations, dump } = rig.parts

  describe('changing a generation', () => {
    it('changes the given fields, removes those that are undefined, and keeps the rest', async () => {
      const before = await record(rig.store, createFullGeneration())
      const lease = { owner: 'there:2:b', until: 9_000 }
      const given = { status: 'drawing', drawingAt: 7, lease, price: 0, private: false } as const
      const change = { ...given, usage: undefined, failure: undefined }
      const changed = await generations.change(before.id, { status: ['recorded'] }, change)
      const { usage, failure, ...rest } = before
      expect(changed).toStrictEqual({ ...rest, ...given })
      expect(await generations.find({ id: before.id })).toStrictEqual(changed)
    })

    it.each(statuses)('changes every field that may change of what is %s', async (status) => {
      const before = await record(rig.store, createGeneration({ prompt: 'a red fox', status }))
      const full = createFullGeneration({ prompt: 'a blue hare', status })
      const { id, owner, payer, budget, call, asked, createdAt, slot, status: _, ...change } = full
      const changed = await generations.change(before.id, { status: [status] }, change)
      expect(changed).toStrictEqual({ ...before, ...change })
      expect(await generations.find({ id: before.id })).toStrictEqual(changed)
    })

    it('gives a running slot that is free, and one that is taken not at all', async () => {
      const first = await record(rig.store, createGeneration())
      const second = await record(rig.store, createGeneration())
      const stranger = await record(rig.store, createGeneration({ owner: 'bob' }))
      const give = ({ id }: { id: string }, runningSlot: number) =>
        generations.change(id, { status: ['recorded'] }, { runningSlot })
      expect(await give(first, 0)).toStrictEqual({ ...first, runningSlot: 0 })
      expect(await give(second, 0)).toBeUndefined()
      expect(await generations.find({ id: second.id })).toStrictEqual(second)
      expect((await give(stranger, 0))?.runningSlot).toBe(0)
      expect((await give(second, 1))?.runningSlot).toBe(1)
      const ended = await carry(rig.store, first.id, 'refunded')
      expect(ended).not.toHaveProperty('runningSlot')
      expect((await give(second, 0))?.runningSlot).toBe(0)
    })

    it('counts what has a running slot among the unfinished ones', async () => {
      for (let runningSlot = 0; runningSlot < 2; runningSlot++) {
        const { id } = await record(rig.store, createGeneration())
        await generations.change(id, { status: ['recorded'] }, { runningSlot })
      }
      const create = async () => (await generations.create(createGeneration(), 3)).outcome
      expect([await create(), await create()]).toEqual(['created', 'full'])
    })

    it('searches by the prompt as written over', async () => {
      const before = await record(rig.store, createDelivered({ prompt: 'a red fox' }))
      await dump.generations.writeAll([{ ...before, asked: { ...before.asked, prompt: 'a blue hare' } }])
      expect(await generations.listDelivered('ada', { words: ['hare'], limit: 5 })).toHaveLength(1)
      expect(await generations.listDelivered('ada', { words: ['fox'], limit: 5 })).toEqual([])
    })

    it('writes nothing when the status, the owner or the id is another', async () => {
      const before = await record(rig.store, createGeneration())
      const lease = { owner: 'here:1:a', until: 9 }
      const draw = { status: 'drawing', drawingAt: 7, lease, price: 1 } as GenerationChange
      const refused = [
        generations.change(before.id, { status: ['ready', 'drawing'] }, draw),
        generations.change(before.id, { status: [] }, draw),
        generations.change(before.id, { status: ['recorded'], leaseHolder: 'there:2:b' }, draw),
        generations.change(before.id, { status: ['recorded'], leaseHolder: '' }, draw),
        generations.change('nobody', { status: ['recorded'] }, draw),
      ]
      expect(await Promise.all(refused)).toEqual(refused.map(() => undefined))
      expect(await generations.find({ id: before.id })).toStrictEqual(before)
      const guard = { status: ['ready', 'recorded'], leaseHolder: 'here:1:a' } as const
      expect((await generations.change(before.id, guard, draw))?.status).toBe('drawing')
    })

    it('matches no holder where there is no lease', async () => {
      const { lease, ...unleased } = createGeneration()
      const before = await record(rig.store, unleased)
      const guard = { status: ['recorded'], leaseHolder: 'here:1:a' } as const
      expect(await generations.change(before.id, guard, { price: 1 })).toBeUndefined()
      const leased = { owner: 'here:1:a', until: 7 }
      await generations.change(before.id, { status: ['recorded'] }, { lease: leased })
      expect((await generations.change(before.id, guard, { lease: undefined }))?.lease).toBeUndefined()
      expect(await generations.change(before.id, guard, { price: 1 })).toBeUndefined()
    })

    it('answers with it when nothing is to change', async () => {
      const before = await record(rig.store, createGeneration())
      expect(await generations.change(before.id, { status: ['recorded'] }, {})).toStrictEqual(before)
      expect(await generations.change(before.id, { status: ['drawing'] }, {})).toBeUndefined()
    })

    it.each([
      ['ready', { status: 'delivered', delivery: 'reply', endedAt: 3 }],
      ['failing', { status: 'refunded', endedAt: 3 }],
    ] as const)('frees slot, lease and spec when what is %s ends', async (status, end) => {
      const before = await record(rig.store, createGeneration({ cacheKey: 'fox', status }))
      const change: GenerationChange = { ...end, lease: { owner: 'here:1:a', until: 1 } }
      const changed = await generations.change(before.id, { status: [status] }, change)
      const { slot, lease: freed, ...rest } = before
      expect(changed).toStrictEqual({ ...rest, ...end })
      expect(await generations.find({ id: before.id })).toStrictEqual(changed)
      expect((await record(rig.store, createGeneration({ cacheKey: 'fox' }))).slot).toBe(0)
    })

    it.each(ends)('never leaves the end %s, and never leases it', async (status) => {
      const ended = createGeneration({ status })
      await record(rig.store, ended)
      const anywhere = { status: ['recorded', ...ends] as const }
      const leave = { status: 'failing', failure: { code: 'interrupted', data: {} } } as GenerationChange
      expect(await generations.change(ended.id, anywhere, leave)).toBeUndefined()
      const leased = { owner: 'here:1:a', until: 9 }
      expect(await generations.change(ended.id, anywhere, { lease: leased })).toBeUndefined()
      expect(await generations.find({ id: ended.id })).toStrictEqual(ended)
      const shown = await generations.change(ended.id, anywhere, { delivery: 'history' })
      expect(shown).toStrictEqual({ ...ended, delivery: 'history' })
    })

    it('lets one of twenty take the lease', async () => {
      const { id } = await record(rig.store, createGeneration())
      const guard = { status: ['recorded'], leaseHolder: 'here:1:a' } as const
      const take = (n: number) => generations.change(id, guard, { lease: { owner: `there:${n}`, until: 9 } })
      const taken = await Promise.all(Array.from({ length: 20 }, (_, n) => take(n)))
      const [winner, ...others] = taken.filter((generation) => generation !== undefined)
      expect(others).toEqual([])
      expect(await generations.find({ id })).toStrictEqual(winner)
    })
  })

  describe('unfinished generations', () => {
    it('are those without an end, of all accounts, oldest first', async () => {
      const unfinished: Status[] = ['recorded', 'recorded', 'drawing', 'ready', 'failing']
      const statuses: Status[] = [...unfinished, 'delivered', 'refunded']
      for (const [n, status] of statuses.entries()) {
        const parts = { id: `g${n}`, owner: `of ${n % 2}`, status, createdAt: 100 - n }
        await record(rig.store, createGeneration(parts))
      }
      await record(rig.store, createGeneration({ id: 'g9', createdAt: 100 }))
      const listed = await generations.listUnfinished()
      expect(listed.map(({ id }) => id)).toEqual(['g4', 'g3', 'g2', 'g1', 'g0', 'g9'])
      expect(listed[0]).toStrictEqual(await generations.find({ id: 'g4' }))
      const own = await generations.listUnfinished('of 0')
      expect(own.map(({ id }) => id)).toEqual(['g4', 'g2', 'g0'])
      expect(await generations.listUnfinished('nobody')).toEqual([])
      const end = { status: 'delivered', delivery: 'reply', endedAt: 1 } as const
      await generations.change('g3', { status: ['ready'] }, end)
      expect((await generations.listUnfinished()).map(({ id }) => id)).not.toContain('g3')
    })
  })

  describe('leases', () => {
    const held = (owner: string, until: number, parts: Parameters<typeof createGeneration>[0] = {}) =>
      record(rig.store, createGeneration({ ...parts, lease: { owner, until } }))

    it('name their holders, with the pictures that wait', async () => {
      await held('here:1:a', 9, { asked: { count: 3 } })
      await held('here:1:a', 5)
      await held('there:2:b', 9, { status: 'drawing' })
      await record(rig.store, createDelivered())
      const holders = await generations.listLeaseHolders()
      expect(holders).toHaveLength(2)
      expect(holders).toContainEqual({ owner: 'here:1:a', waiting: 4 })
      expect(holders).toContainEqual({ owner: 'there:2:b', waiting: 0 })
    })

    it('leave those to others that ran out, whose holder is gone or that it has lost sight of, oldest first', async () => {
      await held('there:2:b', 9, { id: 'held' })
      await held('there:2:b', 8, { id: 'ran out', createdAt: 3 })
      await held('there:3:c', 99, { id: 'gone', createdAt: 2 })
      await held('here:1:a', 99, { id: 'lost', createdAt: 1 })
      await held('here:1:a', 1, { id: 'in hand' })
      await carry(rig.store, (await held('there:3:c', 1)).id, 'refunded')
      const own = { owner: 'here:1:a', except: ['in hand', 'held'] }
      const list = (now: number, gone: string[]) => generations.listUnheld({ now, gone, own })
      expect((await list(8, ['there:3:c'])).map(({ id }) => id)).toEqual(['lost', 'gone', 'ran out'])
      expect(await list(7, [])).toStrictEqual([await generations.find({ id: 'lost' })])
    })

    it('are renewed all at once, where they are still this holder’s', async () => {
      const ours = await held('here:1:a', 5)
      const theirs = await held('there:2:b', 5)
      const ended = await carry(rig.store, (await held('here:1:a', 5)).id, 'refunded')
      const lease = { owner: 'here:1:a', until: 70 }
      expect(await generations.renewLeases([ours.id, theirs.id, ended.id, 'none'], lease)).toBe(true)
      expect(await generations.find({ id: ours.id })).toStrictEqual({ ...ours, lease })
      expect(await generations.find({ id: theirs.id })).toStrictEqual(theirs)
      expect(await generations.find({ id: ended.id })).toStrictEqual(ended)
      expect(await generations.renewLeases([theirs.id, ended.id], lease)).toBe(false)
      expect(await generations.renewLeases([], lease)).toBe(false)
    })
  })

  describe('waiting generations', () => {
    it('are the oldest that others have heard and hold, and nobody has claimed', async () => {
      const there = { owner: 'there:2:b', until: 9 }
      const wait = (id: string, parts: Parameters<typeof createGeneration>[0] = {}) =>
        record(rig.store, createGeneration({ id, lease: there, createdAt: 5, ...parts }))
      await wait('second')
      await wait('first', { createdAt: 4 })
      await wait('ours', { lease: { owner: 'here:1:a', until: 9 } })
      await wait('ran out', { lease: { owner: 'there:2:b', until: 8 } })
      await wait('new', { createdAt: 6 })
      await wait('drawing', { status: 'drawing' })
      const { id } = await wait('claimed')
      await generations.change(id, { status: ['recorded'] }, { hearer: 'there:3:c' })
      const list = (limit: number) => generations.listWaiting({ now: 8, until: 5, except: 'here:1:a', limit })
      const [first, second, ...others] = await list(9)
      expect([first?.id, second?.id, ...others]).toEqual(['first', 'second'])
      expect(first).toStrictEqual(await generations.find({ id: 'first' }))
      expect((await list(1)).map((each) => each.id)).toEqual(['first'])
      expect(await list(0)).toEqual([])
    })

    it('keep who heard them until they end', async () => {
      const { id } = await record(rig.store, createGeneration())
      const claimed = await generations.change(id, { status: ['recorded'] }, { hearer: 'there:3:c' })
      expect(claimed?.hearer).toBe('there:3:c')
      expect(await generations.findAll([id, 'none'])).toStrictEqual([claimed])
      expect(await carry(rig.store, id, 'delivered')).not.toHaveProperty('hearer')
      expect(await generations.findAll([])).toEqual([])
    })
  })

  describe('removing a generation', () => {
    it('removes a delivered one of that account, once', async () => {
      const kept = await record(rig.store, createDelivered())
      const gone = await record(rig.store, createDelivered())
      expect(await generations.remove(gone.id, 'bob')).toBe(false)
      expect(await generations.remove(gone.id, 'ada')).toBe(true)
      expect(await generations.remove(gone.id, 'ada')).toBe(false)
      expect(await generations.find({ id: gone.id })).toBeUndefined()
      expect(await generations.find({ call: gone.call })).toBeUndefined()
      expect(await generations.listDelivered('ada', { limit: 5 })).toStrictEqual([kept])
    })

    const others = statuses.filter((status) => status !== 'delivered')
    it.each(others)('leaves one that is %s', async (status) => {
      const { id } = await record(rig.store, createGeneration({ status }))
      expect(await generations.remove(id, 'ada')).toBe(false)
      expect((await generations.find({ id }))?.status).toBe(status)
    })
  })
}
