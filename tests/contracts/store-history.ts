/** The contract of what an account has made: history, search, repeats. */
import { describe, expect, it } from 'vitest'
import type { Generation } from '#core/images/generation.ts'
import type { HistoryPosition, HistorySelection } from '#core/images/generation-store.ts'
import { type ToolName, tools } from '#core/images/tools.ts'
import type { StoreRig } from './store.ts'
import { createDelivered, createGeneration, createPicture, record } from './store-records.ts'

const listIds = (generations: readonly Generation[]) => generations.map(({ id }) => id)

export function testHistoryStore(rig: StoreRig): void {
  const { generations } = rig.parts
  const search = async (...words: string[]) =>
    listIds(await rig.store.generations.listDelivered('ada', { words, limit: 50 })).sort()

  describe('history', () => {
    it('lists the delivered ones of an account, newest first, then by id', async () => {
      const places = { g1: 5, g3: 5, g2: 5, g0: 9, g9: 1 }
      for (const [id, createdAt] of Object.entries(places))
        await record(rig.store, createDelivered({ id, createdAt }))
      await record(rig.store, createDelivered({ owner: 'bob' }))
      await record(rig.store, createGeneration({ status: 'ready' }))
      await record(rig.store, createGeneration({ status: 'refunded' }))
      const listed = await generations.listDelivered('ada', { limit: 10 })
      expect(listIds(listed)).toEqual(['g0', 'g3', 'g2', 'g1', 'g9'])
      expect(listed[0]).toStrictEqual(await generations.find({ id: 'g0' }))
      expect(await generations.listDelivered('ada', { limit: 0 })).toEqual([])
      expect(await generations.listDelivered('nobody', { limit: 5 })).toEqual([])
    })

    it('pages on from any place, there or not', async () => {
      for (const [n, createdAt] of [1, 2, 2, 2, 3].entries()) {
        await record(rig.store, createDelivered({ id: `g${n}`, createdAt }))
      }
      const page = async (after: HistoryPosition) =>
        listIds(await generations.listDelivered('ada', { after, limit: 2 }))
      expect(await page({ createdAt: 9, id: 'g' })).toEqual(['g4', 'g3'])
      expect(await page({ createdAt: 2, id: 'g3' })).toEqual(['g2', 'g1'])
      expect(await page({ createdAt: 2, id: 'g25' })).toEqual(['g2', 'g1'])
      expect(await page({ createdAt: 2, id: 'a' })).toEqual(['g0'])
      expect(await page({ createdAt: 1, id: 'g0' })).toEqual([])
    })

    it('pages back from any place, to what is nearest, newest first', async () => {
      for (const [n, createdAt] of [1, 2, 2, 2, 3].entries()) {
        const favourite = n % 2 === 0 && { favourite: true as const }
        await record(rig.store, createDelivered({ id: `g${n}`, createdAt, ...favourite }))
      }
      await record(rig.store, createDelivered({ owner: 'bob', createdAt: 2 }))
      const page = async (before: HistoryPosition, given: HistorySelection = {}) =>
        listIds(await generations.listDelivered('ada', { before, limit: 2, ...given }))
      expect(await page({ createdAt: 0, id: 'g' })).toEqual(['g1', 'g0'])
      expect(await page({ createdAt: 2, id: 'g1' })).toEqual(['g3', 'g2'])
      expect(await page({ createdAt: 2, id: 'g15' })).toEqual(['g3', 'g2'])
      expect(await page({ createdAt: 2, id: 'g1' }, { favourites: true })).toEqual(['g4', 'g2'])
      expect(await page({ createdAt: 3, id: 'g4' })).toEqual([])
    })

    it('neither repeats nor skips while others come and go', async () => {
      for (let n = 10; n < 30; n++) {
        await record(rig.store, createDelivered({ id: `g${n}`, createdAt: Math.floor(n / 3) }))
      }
      const seen: string[] = []
      for (let after: HistoryPosition | undefined, turn = 0; ; turn++) {
        const page = await generations.listDelivered('ada', { ...(after && { after }), limit: 3 })
        after = page.at(-1)
        if (!after) break
        seen.push(...listIds(page))
        await record(rig.store, createDelivered({ id: `new${turn}`, createdAt: 1_000 + turn }))
        expect(await generations.remove(after.id, 'ada')).toBe(true)
      }
      expect(seen).toEqual(Array.from({ length: 20 }, (_, n) => `g${29 - n}`))
    })
  })

  it('lists what came of a picture: the delivered ones of an account, newest first', async () => {
    const of = (id: string, ...others: string[]) => ({ asked: { sources: [...others, `result:${id}:1`] } })
    await record(rig.store, createDelivered({ id: 'child', createdAt: 1, ...of('root') }))
    await record(rig.store, createDelivered({ id: 'later', createdAt: 2, ...of('root', 'a brought one') }))
    await record(rig.store, createDelivered({ id: 'grandchild', ...of('child') }))
    await record(rig.store, createDelivered({ owner: 'bob', ...of('root') }))
    await record(rig.store, createGeneration({ status: 'refunded', ...of('root') }))
    const children = await generations.listChildren('root', 'ada', 9)
    expect(listIds(children)).toEqual(['later', 'child'])
    expect(children[1]).toStrictEqual(await generations.find({ id: 'child' }))
    expect(listIds(await generations.listChildren('root', 'ada', 1))).toEqual(['later'])
    expect(await generations.listChildren('root', 'ada', 0)).toEqual([])
    await rig.parts.owned.move('bob', 'ada')
    await generations.remove('later', 'ada')
    expect(await generations.listChildren('root', 'ada', 9)).toHaveLength(2)
  })

  describe('what a history is narrowed by', () => {
    const list = async (selection: HistorySelection) =>
      listIds(await generations.listDelivered('ada', { ...selection, limit: 50 }))

    it('is the tool, the quality, being a favourite, and all of it together', async () => {
      const sizes = { g1: 'draft', g2: 'premium', g3: 'draft', g4: 'standard' } as const
      for (const [id, quality] of Object.entries(sizes)) {
        const favourite = id > 'g2' && { favourite: true as const }
        await record(rig.store, createDelivered({ id, createdAt: 1, asked: { quality }, ...favourite }))
      }
      await record(rig.store, createDelivered({ owner: 'bob', favourite: true }))
      expect(await list({ quality: 'draft' })).toEqual(['g3', 'g1'])
      expect(await list({ tools: ['imagine'] })).toEqual(['g4', 'g3', 'g2', 'g1'])
      expect(await list({ tools: ['upgrade'] })).toEqual([])
      expect(await list({ favourites: true })).toEqual(['g4', 'g3'])
      expect(await list({ favourites: false, quality: 'premium' })).toEqual(['g2'])
      expect(await list({ favourites: true, quality: 'draft', words: ['fox'] })).toEqual(['g3'])
      await generations.change('g1', { status: ['delivered'] }, { favourite: true })
      await generations.change('g3', { status: ['delivered'] }, { favourite: undefined })
      expect(await list({ favourites: true })).toEqual(['g4', 'g1'])
      await rig.store.owned.move('ada', 'eve')
      const counted = await generations.countDelivered('eve', { favourites: true, most: 9 })
      expect(counted).toMatchObject({ total: 2 })
    })

    it('is being shared, where it was asked for, and when', async () => {
      const post = { platform: 'discord', team: '1', channel: '2', message: '3' } as const
      const places = {
        g1: { platform: 'discord', team: '1', address: {} },
        g2: { platform: 'slack', team: '1', address: {} },
        g3: { platform: 'discord', address: {} },
        g4: { platform: 'discord', team: '1', address: {} },
      } as const
      for (const [index, [id, origin]] of Object.entries(places).entries()) {
        const shared = id === 'g4' ? {} : { shared: post }
        await record(rig.store, createDelivered({ id, createdAt: index, origin, ...shared }))
      }
      const here = { platform: 'discord', id: '1' } as const
      const favourite = { status: ['delivered'] as const }
      for (const id of ['g1', 'g3']) await generations.change(id, favourite, { favourite: true })
      for (const [selection, ids] of [
        [{ shared: true }, ['g3', 'g2', 'g1']],
        [{ shared: false, team: here }, ['g4', 'g1']],
        [{ shared: true, team: here }, ['g1']],
        [{ team: { ...here, id: '$origin.team' } }, []],
        [{ shared: true, favourites: true, from: 1 }, ['g3']],
        [{ from: 1, until: 3 }, ['g3', 'g2']],
        [{ from: 3, until: 3 }, []],
      ] as const satisfies [HistorySelection, string[]][]) {
        expect(await list(selection)).toEqual(ids)
        const { total } = await generations.countDelivered('ada', { ...selection, most: 9 })
        expect(total).toBe(ids.length)
      }
    })

    it.each(Object.keys(tools) as ToolName[])('finds what was asked of %s', async (tool) => {
      const made = (Object.keys(tools) as ToolName[]).map((each) =>
        createDelivered({ id: each, asked: { tool: each, sources: ['result:g1:0'] } }),
      )
      for (const each of made) await record(rig.store, each)
      expect(await list({ tools: [tool] })).toEqual([tool])
      const others = made.map(({ id }) => id).filter((id) => id !== tool)
      expect((await list({ tools: others as ToolName[] })).sort()).toEqual(others.sort())
    })

    it('is counted, and what comes before a page, among so many of the newest', async () => {
      for (let n = 0; n < 7; n++) {
        const quality = n % 2 ? 'draft' : 'premium'
        await record(rig.store, createDelivered({ id: `g${n}`, createdAt: n, asked: { quality } }))
      }
      const after = { createdAt: 3, id: 'g3' }
      for (const [given, total, before, isWhole] of [
        [{ most: 7, after }, 7, 4, true],
        [{ most: 7, quality: 'draft', after }, 3, 2, true],
        [{ most: 5 }, 5, 0, false],
        [{ most: 3, quality: 'draft', after }, 2, 2, false],
        [{ most: 9, words: ['hare'] }, 0, 0, true],
        [{ most: 9, favourites: true }, 0, 0, true],
      ] as const)
        expect(await generations.countDelivered('ada', given)).toEqual({ total, before, isWhole })
    })
  })

  describe('search', () => {
    it('wants every word, anywhere in the prompt, in any case', async () => {
      await record(rig.store, createDelivered({ id: 'fox', prompt: 'A Red Fox in fresh snow' }))
      await record(rig.store, createDelivered({ id: 'hare', prompt: 'a red hare' }))
      await record(rig.store, createDelivered({ id: 'bob', owner: 'bob', prompt: 'a red fox' }))
      await record(rig.store, createGeneration({ id: 'soon', prompt: 'a red fox' }))
      expect(await search('RED')).toEqual(['fox', 'hare'])
      expect(await search('snow', 'red')).toEqual(['fox'])
      expect(await search('fo')).toEqual(['fox'])
      expect(await search('red fox')).toEqual(['fox'])
      expect(await search('hare', 'fox')).toEqual([])
      expect(await search()).toEqual(['fox', 'hare'])
    })

    const signs = ['.*', '$prompt', '[a-z]', ...'%_.*\\$^("\'\0\n\ufdd0']
    it.each(signs)('takes %j as it stands', async (word) => {
      await record(rig.store, createDelivered({ id: 'with', prompt: `a ${word} b` }))
      await record(rig.store, createDelivered({ id: 'without', prompt: 'prompt axb' }))
      expect(await search(word)).toEqual(['with'])
      expect(await search(`${word} B`)).toEqual(['with'])
    })

    it.each([
      ['ÉTOILE', 'une e\u0301toile'],
      ['étoile', 'UNE ÉTOILE'],
      ['ΣΟΦΟΣ', 'ο σοφος'],
      ['ΣΟΦΟΣ', 'η σοφοσύνη'],
      ['лиса', 'Рыжая ЛИСА'],
      ['STRASSE', 'eine Straße'],
      ['straße', 'EINE STRASSE'],
      ['finch', 'a ﬁnch'],
      ['abc', 'ＡＢＣ'],
      ['東京', '夜の東京'],
      ['🦊', 'a 🦊!'],
    ])('finds %j in %j', async (word, prompt) => {
      await record(rig.store, createDelivered({ id: 'with', prompt }))
      await record(rig.store, createDelivered({ id: 'without', prompt: 'e a o' }))
      expect(await search(word)).toEqual(['with'])
    })

    it('takes many words, long words and long prompts', async () => {
      const words = Array.from({ length: 3_000 }, (_, n) => `w${n}`)
      await record(rig.store, createDelivered({ id: 'long', prompt: words.join(' ') }))
      expect(await search(...words)).toEqual(['long'])
      expect(await search(words.join(' '))).toEqual(['long'])
      expect(await search(...words, 'w3001')).toEqual([])
    })

    it('pages through what it finds', async () => {
      for (let n = 10; n < 20; n++) {
        const prompt = n % 2 ? 'a fox' : 'a hare'
        await record(rig.store, createDelivered({ id: `g${n}`, createdAt: n, prompt }))
      }
      const page = async (after?: HistoryPosition) =>
        rig.store.generations.listDelivered('ada', { words: ['fox'], limit: 3, ...(after && { after }) })
      const first = await page()
      expect(listIds(first)).toEqual(['g19', 'g17', 'g15'])
      expect(listIds(await page(first.at(-1)))).toEqual(['g13', 'g11'])
    })
  })

  describe('repeats', () => {
    it("finds the account's newest delivered generation of a spec, a repeat too", async () => {
      const cacheKey = 'fox'
      const find = async () => (await generations.find({ owner: 'ada', cacheKey }))?.id
      await record(rig.store, createDelivered({ id: 'bobs', owner: 'bob', cacheKey, createdAt: 99 }))
      await record(rig.store, createGeneration({ id: 'failed', cacheKey, createdAt: 97, status: 'refunded' }))
      await record(rig.store, createGeneration({ id: 'drawing', cacheKey, createdAt: 96, status: 'drawing' }))
      expect(await find()).toBeUndefined()
      await record(rig.store, createDelivered({ id: 'old', cacheKey, createdAt: 1 }))
      expect(await find()).toBe('old')
      await record(rig.store, createDelivered({ id: 'new', cacheKey, createdAt: 2 }))
      await record(rig.store, createDelivered({ id: 'other', cacheKey: 'hare', createdAt: 3 }))
      expect(await find()).toBe('new')
      await record(rig.store, createDelivered({ id: 'repeat', cacheKey, createdAt: 4, repeatOf: 'old' }))
      expect(await find()).toBe('repeat')
      await generations.change('drawing', { status: ['drawing'] }, { status: 'ready', pictures: [] })
      const end = { status: 'delivered', delivery: 'reply', endedAt: 5 } as const
      await generations.change('drawing', { status: ['ready'] }, end)
      expect(await find()).toBe('drawing')
    })

    it('takes one picture out of a delivered generation of that owner, but never the last', async () => {
      const pictureKeys = ['k1', 'k2', 'k3']
      const pictures = pictureKeys.map(createPicture)
      const first = await record(rig.store, createDelivered({ id: 'first', pictures, pictureKeys }))
      await record(rig.store, createDelivered({ id: 'again', pictures, pictureKeys, repeatOf: 'first' }))
      const take = async (key: string, owner = 'ada') =>
        (await generations.removePicture('first', owner, key))?.pictures.map((each) => each.key)
      expect(await take('k2', 'bob')).toBeUndefined()
      expect(await take('k2')).toEqual(['k1', 'k3'])
      expect(await take('k2')).toBeUndefined()
      const shows = async (key: string) => await generations.countShowing('first', key)
      expect([await shows('k1'), await shows('k2'), await shows('k9')]).toEqual([2, 1, 0])
      const both = (await Promise.all(['k1', 'k3'].map((key) => take(key)))).filter((each) => each)
      expect(both).toHaveLength(1)
      const left = await generations.find({ id: 'first' })
      expect(left).toEqual({ ...first, pictures: pictures.filter(({ key }) => key === both[0]?.[0]) })
      await record(rig.store, createGeneration({ id: 'soon', status: 'ready', pictures, pictureKeys }))
      expect(await generations.removePicture('soon', 'ada', 'k1')).toBeUndefined()
      expect(await generations.removePicture('nobody', 'ada', 'k1')).toBeUndefined()
    })

    it('counts who shows the pictures: itself, while there, and its delivered repeats', async () => {
      await record(rig.store, createDelivered({ id: 'first' }))
      for (const id of ['again', 'once-more'])
        await record(rig.store, createDelivered({ id, repeatOf: 'first' }))
      await record(rig.store, createGeneration({ repeatOf: 'first', status: 'ready' }))
      await record(rig.store, createDelivered({ repeatOf: 'other' }))
      expect(await generations.countShowing('first')).toBe(3)
      await generations.remove('again', 'ada')
      expect(await generations.countShowing('first')).toBe(2)
      await generations.remove('first', 'ada')
      expect(await generations.countShowing('first')).toBe(1)
      await generations.remove('once-more', 'ada')
      expect(await generations.countShowing('first')).toBe(0)
      expect(await generations.countShowing('nobody')).toBe(0)
      const unfinished = await record(rig.store, createGeneration({ status: 'ready' }))
      expect(await generations.countShowing(unfinished.id)).toBe(0)
    })
  })
}
