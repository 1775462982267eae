/** The button under the answer to small talk is for whoever spoke, and spends what it says. */
import { expect, it } from 'vitest'
import { createCommands } from '#bots/commands/index.ts'
import { usualOffer } from '#bots/offer.ts'
import { findPress } from '#bots/press.ts'
import { readAction, renderAction } from '#bots/slack/press.ts'
import { createCall, readWords } from '../calls.ts'
import { createRig, listButtons, userOf } from '../rig.ts'

async function speak(words: string) {
  const rig = await createRig()
  for (const who of ['ann', 'bob']) await rig.join(who)
  const answer = await rig.ask('ann', 'answer-talk', { options: { words } })
  const [button] = listButtons(answer.message)
  return { rig, answer, label: button?.label ?? '', button }
}

it.each([
  ['hi', 'Draw “hi” · 10', 10],
  ['hi --quality draft --count 3', 'Draw “hi” · 3', 3],
  ['hi\nthere', 'Draw “hi there” · 10', 10],
  ['100 % <b> & %26 me', 'Draw “100 % <b> & %26 me” · 10', 10],
  ['“hi” size:nonsense', 'Draw ““hi” size:nonsense” · 10', 10],
])('offers %j', async (words, label, price) => {
  const { rig, answer, ...offered } = await speak(words)
  expect(offered.label).toBe(label)
  expect(await rig.balance('ann')).toBe(1_000)
  await rig.press('ann', answer, label)
  expect(await rig.balance('ann')).toBe(1_000 - price)
  expect(rig.drawn.map(({ prompt }) => prompt)).toEqual([words.replace(/ --.*/, '')])
  const action = offered.button && renderAction(offered.button, 0)
  expect(action?.value).not.toMatch(/[&<>\n]/)
  expect(action && readAction(action)).toEqual(offered.button && findPress(offered.button))
})

it('answers also whoever has no account, and does not draw for them', async () => {
  const rig = await createRig()
  const answer = await rig.ask('cyd', 'answer-talk', { options: { words: 'hi' } })
  expect(readWords(answer.message)).toContain('/help')
  expect(readWords((await rig.press('cyd', answer, 'Draw “hi” · 10')).message)).toContain('/link')
  expect(rig.drawn).toEqual([])
})

it('obeys nobody else', async () => {
  const { rig, answer, label } = await speak('hi')
  expect(readWords((await rig.press('bob', answer, label)).message)).toContain('out of date')
  expect(rig.drawn).toEqual([])
  expect(await rig.balance('bob')).toBe(1_000)
})

it('is read and drawn by the options that are offered, such as a model', async () => {
  const { core, join } = await createRig()
  await join('ann')
  const commands = createCommands({ ...usualOffer, models: ['quick', 'other'] })
  const run = (command: string, options: { words: string }) => {
    const call = createCall({ command, options, user: userOf('ann'), seal: 'ours' })
    return commands.find(({ name }) => name === command)?.run(call, core)
  }
  const words = 'hi --model other'
  expect(JSON.stringify(await run('answer-talk', { words }))).toContain('Draw “hi” · 10')
  const unknown = { code: 'bad-option', data: { option: 'model', problem: { choices: ['quick'] } } }
  await expect(run('draw-talk', { words })).rejects.toMatchObject(unknown)
})
