/** What a history is narrowed by, page after page, and favourites: whose they are, and what becomes of them. */
import { describe, expect, it } from 'vitest'
import { readCursor, renderCursor } from '#core/history/cursor.ts'
import { mostCounted } from '#core/history/history.ts'
import type { Quality } from '#core/index.ts'
import { createDelivered, record } from '#tests/contracts/store-records.ts'
import { createVirtualClock } from '#tests/crash/virtual-clock.ts'
import { createPlainCore } from '../rig.ts'
import { bothPlaces, openStore } from '../store/places.ts'

describe.each(bothPlaces)('on $name', ({ create }) => {
  async function start() {
    const store = await openStore(create)
    const core = createPlainCore({ store, clock: createVirtualClock() })
    const open = async (user: string) =>
      await core.accounts.openAccount({ platform: 'terminal', user, name: user })
    const [ann, bob] = [await open('ann'), await open('bob')]
    const make = async (owner: string, count: number, quality: Quality = 'draft') => {
      for (let n = 0; n < count; n++) {
        await record(
          store,
          createDelivered({ owner, id: `${quality}${n}`, createdAt: n, asked: { quality } }),
        )
      }
    }
    return { core, store, ann, bob, make }
  }

  it('keeps to what a list is narrowed by while it is paged, and counts that', async () => {
    const { core, ann, make } = await start()
    await make(ann.id, 5)
    await make(ann.id, 9, 'premium')
    for (const n of [1, 3, 4]) await core.history.markFavourite(ann.id, `draft${n}`, true)
    const first = await core.history.list(ann.id, { favourites: true, quality: 'draft', limit: 2 })
    expect(first.generations.map(({ id }) => id)).toEqual(['draft4', 'draft3'])
    expect(first.next).toBe('3.draft3.FD')
    const place = { cursor: first.next ?? '' }
    const second = await core.history.list(ann.id, { ...place, limit: 2 })
    expect(second.generations.map(({ id }) => id)).toEqual(['draft1'])
    expect(second).toMatchObject({ filter: { favourites: true, quality: 'draft' } })
    expect(await core.history.count(ann.id, place)).toEqual({ total: 3, before: 2, isWhole: true })
    const all = { cursor: '3.draft3', search: 'fox' }
    expect(await core.history.count(ann.id, all)).toEqual({ total: 14, before: 8, isWhole: true })
  })

  it('pages back, and finds what is beside one, in the same list', async () => {
    const { core, ann, make } = await start()
    await make(ann.id, 6)
    await make(ann.id, 6, 'premium')
    const ids = ({ generations }: { generations: readonly { id: string }[] }) =>
      generations.map(({ id }) => id)
    const place = { quality: 'draft', limit: 2, from: 1 } as const
    const first = await core.history.list(ann.id, place)
    const second = await core.history.list(ann.id, { ...place, cursor: first.next ?? '' })
    expect([ids(first), ids(second)]).toEqual([
      ['draft5', 'draft4'],
      ['draft3', 'draft2'],
    ])
    const back = await core.history.list(ann.id, { ...place, cursor: '3.draft3.D', isBefore: true })
    expect([ids(back), back.next]).toEqual([ids(first), first.next])
    expect([first, second, back].map(({ previous }) => previous)).toEqual([
      undefined,
      '3.draft3.D',
      undefined,
    ])
    const third = await core.history.list(ann.id, { ...place, cursor: second.next ?? '' })
    const place2 = { ...place, cursor: third.previous ?? '', isBefore: true }
    expect(await core.history.list(ann.id, place2)).toEqual(second)
    const beside = (n: number) =>
      core.history.findNeighbours(ann.id, { createdAt: n, id: `draft${n}` }, { quality: 'draft', from: 1 })
    expect(await beside(3)).toMatchObject({ newer: { id: 'draft4' }, older: { id: 'draft2' } })
    expect(Object.keys(await beside(5))).toEqual(['older'])
    expect(Object.keys(await beside(1))).toEqual(['newer'])
  })

  it('marks one once, for its owner alone, and takes the mark back', async () => {
    const { core, ann, bob, make } = await start()
    await make(ann.id, 1)
    const list = async () => (await core.history.list(ann.id, { favourites: true, limit: 9 })).generations
    for (const _ of 'two')
      expect(await core.history.markFavourite(ann.id, 'draft0', true)).toMatchObject({ favourite: true })
    expect(await list()).toHaveLength(1)
    await expect(core.history.markFavourite(bob.id, 'draft0', true)).rejects.toThrow('not-found')
    for (const _ of 'two') await core.history.markFavourite(ann.id, 'draft0', false)
    expect(await list()).toEqual([])
    await core.history.markFavourite(ann.id, 'draft0', true)
    await core.history.remove(ann.id, 'draft0')
    expect(await list()).toEqual([])
  })

  it('is told in an export, goes along with a merge, and goes with the account', async () => {
    const { core, store, ann, bob, make } = await start()
    await make(ann.id, 2)
    await core.history.markFavourite(ann.id, 'draft1', true)
    await store.owned.move(ann.id, bob.id)
    const list = async () => (await core.history.list(bob.id, { favourites: true, limit: 9 })).generations
    expect((await list()).map(({ id }) => id)).toEqual(['draft1'])
    let told = ''
    for await (const { name, content } of core.exportData(bob)) {
      if (name === 'generations.json') for await (const part of content) told += part
    }
    expect(JSON.parse(told).map(({ favourite }: { favourite?: true }) => favourite)).toEqual([
      undefined,
      true,
    ])
    await core.erase(bob.id)
    expect(await list()).toEqual([])
  })
})

it('counts no further than so many of the newest', async () => {
  const store = await openStore()
  const core = createPlainCore({ store })
  for (let n = 0; n <= mostCounted; n++) await record(store, createDelivered({ id: `g${n}`, createdAt: n }))
  const oldest = { cursor: renderCursor({ createdAt: 1, id: 'g1' }) }
  expect(await core.history.count('ada', oldest)).toEqual({ total: 1_000, before: 1_000, isWhole: false })
})

describe('a cursor', () => {
  const place = { createdAt: 1_790_000_000_000, id: 'fox0000001' }

  it.each([
    {},
    { favourites: true },
    { quality: 'standard' },
    { tool: 'imagine' },
    { tool: 'imagine', quality: 'premium', favourites: true },
  ] as const)('comes back with its place and %o', (filter) => {
    expect(readCursor(renderCursor(place, filter))).toEqual({ after: place, filter })
  })

  it.each([
    '',
    '.',
    'x',
    'x.y.Z',
    'x.y.FF',
    'x.y.nothing',
    'x.y.constructor',
    'x.y.vary-subtle',
    'x.y.DF',
    'x.y.F.D',
    'X.y',
  ])('is no %j', (cursor) => {
    expect(() => readCursor(cursor)).toThrow('bad-option')
  })
})
