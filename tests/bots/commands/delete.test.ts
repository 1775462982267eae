/** Tests deleting: asked twice, by the author alone, and gone wherever it was shown. */
import { expect, it } from 'vitest'
import { readWords } from '../calls.ts'
import { createRig, findId, listButtons } from '../rig.ts'

async function createScene() {
  const rig = await createRig()
  await rig.join('ann')
  await rig.join('bob')
  const made = await rig.ask('ann', 'imagine', { in: 'team', options: { prompt: 'a red fox' } })
  const id = findId(made.message)
  const { pictures } = await rig.core.history.require(await rig.join('ann'), id)
  return {
    rig,
    made,
    id,
    isHosted: async () => (await rig.core.pictures.read(pictures[0]?.key ?? '')) !== undefined,
  }
}

it('asks first, and keeps what is kept', async () => {
  const { rig, made, id, isHosted } = await createScene()
  const question = await rig.press('ann', made, 'Delete', { in: 'team' })
  expect(question.message?.private).toBe(true)
  expect(await isHosted()).toBe(true)
  expect(readWords((await rig.press('ann', question, 'Keep it')).message)).toContain('nothing was changed')
  const answer = await rig.press('ann', question, 'Delete it', { in: 'team' })
  expect(readWords(answer.message)).toContain('is deleted.')
  expect(await isHosted()).toBe(false)
  expect(readWords((await rig.ask('ann', 'show', { options: { id } })).message)).toContain('no picture')
  expect(await rig.balance('ann')).toBe(990)
  const twice = await rig.press('ann', question, 'Delete it', { in: 'team' })
  expect(readWords(twice.message)).toContain('no picture')
})

it('deletes one of several: the others stay with their numbers, and money is not touched', async () => {
  const { rig } = await createScene()
  const ann = await rig.join('ann')
  const options = { prompt: 'owls', quality: 'draft', count: 3 }
  const owls = await rig.ask('ann', 'imagine', { in: 'team', options })
  const id = findId(owls.message)
  const keys = (await rig.core.history.require(ann, id)).pictureKeys
  const isThere = async () =>
    await Promise.all(keys.map(async (key) => (await rig.core.pictures.read(key)) !== undefined))
  const before = await rig.balance('ann')
  const remove = async (number: number) =>
    readWords((await rig.press('ann', owls, `${number} › Delete › Delete it`, { in: 'team' })).message)
  const second = await rig.press('ann', owls, '2', { in: 'team' })
  expect(await remove(2)).toMatch(new RegExp(`${id}\\.2.* is deleted\\.`))
  expect(await isThere()).toEqual([true, false, true])
  expect(readWords((await rig.press('ann', second, 'Upgrade · 30')).message)).toContain('no picture')
  const left = await rig.ask('ann', 'show', { in: 'team', options: { id } })
  expect(listButtons(left.message).map(({ label }) => label)).toEqual(expect.arrayContaining(['1', '3']))
  const third = await rig.ask('ann', 'show', { options: { id: `${id}.3` } })
  expect(third.message?.blocks).toContainEqual(
    expect.objectContaining({ pictures: [expect.objectContaining({ key: keys[2], alt: '3 of 3: owls' })] }),
  )
  // What is asked again alike is shown as it is left, for nothing.
  const repeat = await rig.ask('ann', 'imagine', { in: 'team', options })
  await remove(3)
  expect(await isThere()).toEqual([true, false, true])
  await rig.press('ann', repeat, '3 › Delete › Delete it', { in: 'team' })
  expect(await isThere()).toEqual([true, false, false])
  await remove(1)
  expect(readWords((await rig.ask('ann', 'show', { options: { id } })).message)).toContain('no picture')
  expect(await isThere()).toEqual([true, false, false])
  const last = await rig.ask('ann', 'show', { options: { id: findId(repeat.message) } })
  expect(findId(last.message)).toBe(`${findId(repeat.message)}.1`)
  await rig.press('ann', last, 'Delete › Delete it')
  expect(await isThere()).toEqual([false, false, false])
  expect(await rig.balance('ann')).toBe(before)
})

it('says of a deleted one that it cannot be drawn from any more, and draws on from the others', async () => {
  const { rig } = await createScene()
  const owls = await rig.ask('ann', 'imagine', { options: { prompt: 'owls', quality: 'draft', count: 2 } })
  const varied = await rig.press('ann', owls, '2 › Vary · 1 › Subtle · 1')
  await rig.press('ann', owls, '2 › Delete › Delete it')
  const words = readWords((await rig.press('ann', varied, 'Again · 1')).message)
  expect(words).toMatch(/based on has been deleted\..*credit/)
  await rig.press('ann', owls, '1 › Vary · 1 › Subtle · 1')
  expect(rig.drawnFrom.at(-1)).toEqual(['owls 1'])
})

it('obeys the author alone, at both questions', async () => {
  const { rig, made, isHosted } = await createScene()
  const question = await rig.press('ann', made, 'Delete', { in: 'team' })
  for (const [answer, label] of [
    [made, 'Delete'],
    [question, 'Delete it'],
  ] as const) {
    expect(readWords((await rig.press('bob', answer, label, { in: 'team' })).message)).toContain(
      'Only its author',
    )
  }
  expect(await isHosted()).toBe(true)
})

it('takes back the shared post, and the message under which it was asked', async () => {
  const { rig, made } = await createScene()
  await rig.ask('root', 'gallery', { in: 'team', admin: true, options: { channel: 'art' } })
  rig.chat.posts.clear()
  await rig.press('ann', made, 'Share', { in: 'team' })
  rig.chat.posts.set('shown', { private: false, blocks: [] })
  const pressed = { channel: 'general', message: 'shown' }
  const question = await rig.press('ann', made, 'Delete', { in: 'team', pressed })
  await rig.restart()
  expect(readWords((await rig.press('ann', question, 'Delete it', { in: 'team' })).message)).toContain(
    'is deleted.',
  )
  expect([...rig.chat.posts.keys()]).toEqual([])
})

it('takes away the message under which it was asked also where there is no team', async () => {
  const { rig, made } = await createScene()
  rig.chat.posts.set('shown', { private: false, blocks: [] })
  const pressed = { channel: 'direct', message: 'shown' }
  const question = await rig.press('ann', made, 'Delete', { pressed })
  expect(readWords((await rig.press('ann', question, 'Delete it')).message)).toContain('is deleted.')
  expect([...rig.chat.posts.keys()]).toEqual([])
})

it('says so where that message stays', async () => {
  const { rig, made, isHosted } = await createScene()
  rig.chat.closed.add('group')
  const pressed = { channel: 'group', message: 'shown' }
  const question = await rig.press('ann', made, 'Delete', { pressed })
  const answer = await rig.press('ann', question, 'Delete it')
  expect(readWords(answer.message)).toContain('couldn’t remove')
  expect(await isHosted()).toBe(false)
})

it('takes a shared post back also from elsewhere, and deletes what cannot be taken back', async () => {
  const { rig, made, isHosted } = await createScene()
  await rig.ask('root', 'gallery', { in: 'team', admin: true, options: { channel: 'art' } })
  await rig.press('ann', made, 'Share', { in: 'team' })
  rig.chat.closed.add('art')
  const question = await rig.press('ann', made, 'Delete')
  expect(readWords(question.message)).toContain('gallery')
  const answer = await rig.press('ann', question, 'Delete it')
  expect(readWords(answer.message)).toContain('couldn’t remove')
  expect(await isHosted()).toBe(false)
})

it('keeps the hosted picture for a free repeat that still shows it', async () => {
  const { rig, made, isHosted } = await createScene()
  await rig.ask('ann', 'imagine', { options: { prompt: 'a red fox' } })
  const question = await rig.press('ann', made, 'Delete')
  await rig.press('ann', question, 'Delete it')
  expect(await isHosted()).toBe(true)
})

it.each(['the first', 'its free repeat'])(
  'keeps one that %s has lost where the other still shows it',
  async (which) => {
    const { rig } = await createScene()
    const ask = () => rig.ask('ann', 'imagine', { options: { prompt: 'owls', quality: 'draft', count: 2 } })
    const [first, repeat] = [await ask(), await ask()]
    const [gone, left] = which === 'the first' ? [first, repeat] : [repeat, first]
    const { pictures } = await rig.core.history.require(await rig.join('ann'), findId(left.message))
    await rig.press('ann', gone, '2 › Delete › Delete it')
    await rig.press('ann', gone, 'Delete › Delete it')
    for (const { key } of pictures) expect(await rig.core.pictures.read(key)).toBeDefined()
    await rig.press('ann', left, 'Delete › Delete it')
    for (const { key } of pictures) expect(await rig.core.pictures.read(key)).toBeUndefined()
  },
)

it.each(['', '.2'])('keeps none that is deleted%s together with its free repeat', async (number) => {
  const { rig } = await createScene()
  const ann = await rig.join('ann')
  const ask = () => rig.ask('ann', 'imagine', { options: { prompt: 'owls', quality: 'draft', count: 2 } })
  const ids = [findId((await ask()).message), findId((await ask()).message)]
  const { pictures } = await rig.core.history.require(ann, `${ids[0]}${number}`)
  await Promise.all(ids.map((id) => rig.core.history.remove(ann, `${id}${number}`)))
  for (const { key } of pictures) expect(await rig.core.pictures.read(key)).toBeUndefined()
})
