/** Small talk is answered with help and a priced button; only orders draw unasked, and the button is its asker's. */
import { describe, expect, it } from 'vitest'
import type { Message } from '#tests/standins/slack/message.ts'
import { pixel } from '../scripted-model.ts'
import { isPicture, type Rig, startRig } from './rig.ts'

const isAnswer = ({ shown }: Message) => shown.includes('Nothing was charged')

const places = ['a mention', 'a direct message'] as const

function speak({ ada, general }: Rig, place: (typeof places)[number], text: string, options = {}) {
  return place === 'a mention' ? ada.mention(general, text, options) : ada.messageDM(text, options)
}

describe.each(places)('in %s', (place) => {
  it.each(['hi', 'thanks!', '?', 'stop', 'how do I buy credits?', '👍', 'danke', '你好'])(
    '“%s” draws nothing and offers to',
    async (text) => {
      const rig = await startRig()
      const told = await speak(rig, place, text).message(isAnswer)
      expect(told.ephemeral).toBe(place === 'a mention')
      expect(told.shown).toContain('/help')
      expect(told.shown).toContain(`Draw “${text}” · 10`)
      await rig.answered()
      expect(await rig.balance(rig.ada)).toBe(1_000_000)
      expect(rig.model.prompts).toEqual([])
    },
  )

  it.each(['a red fox in snow', 'draw me a cat', 'imagine hi', '画一只猫'])('“%s” draws', async (text) => {
    const rig = await startRig()
    await speak(rig, place, text).message(isPicture)
    await rig.answered()
    expect(await rig.balance(rig.ada)).toBe(999_990)
  })

  it('draws what was said once its button is pressed, also after a restart and much later', async () => {
    const rig = await startRig()
    const told = await speak(rig, place, 'lighthouse').message(isAnswer)
    await rig.answered()
    await rig.restart()
    rig.advance(30 * 24 * 3_600_000)
    const picture = await rig.ada.press(told, /^Draw/).message(isPicture)
    await rig.answered(2)
    expect(picture.shown).toContain('lighthouse')
    expect(picture.channel).toBe(told.channel)
    expect(picture.ephemeral).toBe(false)
    expect(rig.model.prompts).toEqual(['lighthouse'])
    expect(await rig.balance(rig.ada)).toBe(999_990)
  })
})

it('names the price of what was said', async () => {
  const rig = await startRig()
  const told = await rig.ada.messageDM('hi --quality premium --count 2').message(isAnswer)
  expect(told.shown).toContain('Draw “hi” · 60')
})

it.each([
  ['delivered twice', { twice: true }],
  ['pressed twice', {}],
])('draws once what is %s', async (_what, options) => {
  const rig = await startRig()
  const told = await rig.ada.mention(rig.general, 'hi').message(isAnswer)
  await rig.answered()
  await rig.ada.press(told, /^Draw/, options).settled
  if (!('twice' in options)) await rig.ada.press(told, /^Draw/).settled
  await rig.answered(2)
  expect(await rig.balance(rig.ada)).toBe(999_990)
  expect(rig.model.prompts).toEqual(['hi'])
})

/** The answer to small talk, with something else in its button. */
async function forgeAnswer(rig: Rig, forge: (value: string) => string): Promise<Message> {
  const told = await rig.ada.mention(rig.general, 'hi').message(isAnswer)
  await rig.answered()
  const text = JSON.stringify(told.blocks)
  const [, value = ''] = /"value":\s*"([^"]*)"/.exec(text) ?? []
  const blocks = JSON.parse(text.replace(JSON.stringify(value), JSON.stringify(forge(value))))
  told.versions.push({ ...told.now, blocks })
  return told
}

it.each<[string, (value: string) => string]>([
  ['other words', (value) => value.replace(/hi$/, 'ho')],
  ['no seal', (value) => value.replace(/!\S+/, '')],
  ['nothing', () => '2draw-talk'],
])('refuses a button that carries %s', async (_what, forge) => {
  const rig = await startRig()
  const told = await forgeAnswer(rig, forge)
  const refusal = await rig.ada.press(told, /^Draw/).message((message) => message !== told)
  expect(refusal.shown).toContain('out of date')
  expect(await rig.balance(rig.ada)).toBe(1_000_000)
})

describe('with a picture', () => {
  const files = [{ name: 'dot.png', bytes: pixel }]

  it('carries the picture to the press', async () => {
    const rig = await startRig()
    const told = await rig.ada.mention(rig.general, 'look at this', { files }).message(isAnswer)
    await rig.answered()
    expect(await rig.balance(rig.ada)).toBe(1_000_000)
    await rig.restart()
    await rig.ada.press(told, /^Draw/).message(isPicture)
    await rig.answered(2)
    expect((await rig.history(rig.ada)).map(({ asked }) => asked.sources.length)).toEqual([1])
  })

  it('refuses at the press what could not be used', async () => {
    const rig = await startRig({ expectsFaults: true })
    const five = [...files, ...files, ...files, ...files, { name: 'other.png', bytes: pixel }]
    const told = await rig.ada.mention(rig.general, 'look at this', { files: five }).message(isAnswer)
    await rig.answered()
    const refusal = await rig.ada.press(told, /^Draw/).message((message) => message !== told)
    expect(refusal.shown).toContain('at most 4 pictures')
    expect(rig.model.prompts).toEqual([])
  })
})

it('offers nothing to press where the words are too long for a button', async () => {
  const rig = await startRig()
  const told = await rig.ada.messageDM(`hello ${'dear bot '.repeat(300)}`).message(isAnswer)
  expect(told.shown).toContain('/imagine')
  expect(told.shown).not.toContain('Draw “')
})

it('tells those who ask for help how talk is taken, where there is any', async () => {
  const rig = await startRig()
  const help = await rig.ada.slash(rig.general, '/help').reply()
  expect(help.shown).toContain('describes a picture, we draw it; otherwise we ask first')
})
