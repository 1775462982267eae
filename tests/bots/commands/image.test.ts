/** Tests pictures that people bring along to be changed. */
import { expect, it } from 'vitest'
import type { Attachment } from '#bots/platform.ts'
import { CoreError } from '#core/errors.ts'
import { largestSource } from '#core/images/ordering/intake.ts'
import { readWords } from '../calls.ts'
import { createRig } from '../rig.ts'

function attach(text: string, given: Partial<Attachment> = {}): Attachment {
  const bytes = new TextEncoder().encode(text)
  return { name: 'photo.png', size: bytes.length, read: async () => bytes, ...given }
}

async function createScene() {
  const rig = await createRig()
  await rig.join('ann')
  const imagine = (image: Attachment) =>
    rig.ask('ann', 'imagine', { options: { prompt: 'in winter', image } })
  return { rig, imagine }
}

it('gives the picture to the model; the same again is free, another is not', async () => {
  const { rig, imagine } = await createScene()
  await imagine(attach('one'))
  expect(rig.drawn).toEqual([{ prompt: 'in winter', quality: 'standard', sources: 1 }])
  expect(readWords((await imagine(attach('one'))).message)).toContain('free')
  await imagine(attach('two'))
  expect(await rig.balance('ann')).toBe(980)
})

it('takes up to four, in their order, and 25 MB in all', async () => {
  const { rig } = await createScene()
  const four = {
    image: attach('one'),
    image2: attach('two'),
    image3: attach('three'),
    image4: attach('four'),
  }
  const ask = (options: object) =>
    rig.ask('ann', 'imagine', { options: { prompt: 'the hat of 2 on 1', ...options } })
  await ask(four)
  expect(rig.drawn).toMatchObject([{ sources: 4 }])
  expect(readWords((await ask(four)).message)).toContain('free')
  await ask({ ...four, image: four.image2, image2: four.image })
  expect(rig.drawn).toHaveLength(2)
  const half = { size: largestSource / 2 + 1 }
  const large = attach('', { ...half, read: async () => new Uint8Array(half.size) })
  expect(readWords((await ask({ image: large, image2: large })).message)).toContain(
    'too large: at most 25 MB',
  )
  expect(rig.drawn).toHaveLength(2)
})

it('is drawn again from the same picture', async () => {
  const { rig, imagine } = await createScene()
  const made = await imagine(attach('one'))
  await rig.press('ann', made, 'Again · 10')
  expect(rig.drawn.map(({ sources }) => sources)).toEqual([1, 1])
})

it('refuses what is too large before it reads it', async () => {
  const { rig, imagine } = await createScene()
  const unread = () => Promise.reject(new Error('read'))
  const { message } = await imagine(attach('', { size: largestSource + 1, read: unread }))
  expect(readWords(message)).toContain('too large: at most 25 MB')
  expect(await rig.balance('ann')).toBe(1_000)
})

it.each([
  ['no picture', attach('garbled'), 'couldn’t read that file as a picture'],
  ['no file any more', attach('', { read: () => Promise.reject(new Error('404')) }), 'couldn’t read'],
  [
    'more than it said',
    attach('', { read: (limit) => Promise.reject(new CoreError('attachment-too-large', { limit })) }),
    'too large',
  ],
])('refuses %s', async (_what, image, words) => {
  const { rig, imagine } = await createScene()
  expect(readWords((await imagine(image)).message)).toContain(words)
  expect(rig.drawn).toEqual([])
  expect(await rig.balance('ann')).toBe(1_000)
})

it('says what is missing where a word stands for a picture', async () => {
  const { rig } = await createScene()
  const { message } = await rig.ask('ann', 'imagine', {
    options: { prompt: 'in winter', image: 'photo.png' },
  })
  expect(readWords(message)).toContain('"code":"image"')
})
