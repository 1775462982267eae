/** One of several: picked by its number, and worked on by itself at the price of one. */
import { expect, it } from 'vitest'
import { readWords } from '../calls.ts'
import { type Answer, createRig, findId, listButtons, type Rig } from '../rig.ts'

const labels = (answer: Answer) => listButtons(answer.message).map(({ label }) => label)

async function createFour() {
  const rig = await createRig()
  await rig.join('ann')
  await rig.join('bob')
  const options = { prompt: 'owls', quality: 'draft', count: 4 }
  return { rig, made: await rig.ask('ann', 'imagine', { in: 'team', options }) }
}

async function edit(rig: Rig, answer: Answer, prompt: string) {
  const { form } = await rig.press('ann', answer, 'Edit prompt', { in: 'team' })
  const options = { ...form?.options, prompt }
  return { form, answer: await rig.ask('ann', form?.command ?? '', { in: 'team', options }) }
}

it.each(['vary', 'upgrade'])('is asked for where an older button, %s, names them all', async (command) => {
  const { rig, made } = await createFour()
  const before = await rig.balance('bob')
  const id = findId(made.message)
  const question = await rig.ask('bob', command, { in: 'team', options: { id } })
  expect(readWords(question.message)).toContain('Which one?')
  expect(labels(question)).toEqual(['1', '2', '3', '4'])
  const upgraded = await rig.press('bob', question, '4 › Upgrade · 30', { in: 'team' })
  expect(upgraded.message).toMatchObject({ private: false, delivers: expect.any(String) })
  expect(rig.drawnFrom.at(-1)).toEqual(['owls 4'])
  expect(before - (await rig.balance('bob'))).toBe(30)
})

it('is drawn from other words by itself, at the price of one, and is the same for nothing', async () => {
  const { rig, made } = await createFour()
  const second = await rig.press('ann', made, '2', { in: 'team' })
  const before = await rig.balance('ann')
  const same = await edit(rig, second, 'owls')
  expect(same.form?.submit).toBe('Draw · 1')
  expect(findId(same.answer.message)).toBe(`${findId(made.message)}.2`)
  expect(await rig.balance('ann')).toBe(before)
  const other = await edit(rig, second, 'hawks')
  expect(readWords(other.answer.message)).toContain('1 credit')
  expect(await rig.balance('ann')).toBe(before - 1)
})

it('is shown with what came of that one alone', async () => {
  const { rig, made } = await createFour()
  const id = findId(made.message)
  const best = findId((await rig.press('ann', made, '2 › Upgrade · 30', { in: 'team' })).message)
  const show = async (name: string) =>
    readWords((await rig.ask('ann', 'show', { in: 'team', options: { id: name } })).message)
  for (const name of [id, `${id}.2`])
    expect(await show(name)).toContain(`"Made from this: ",{"code":"${best}"}`)
  expect(await show(`${id}.3`)).not.toContain('Made from this')
})

it('is none where it names no picture', async () => {
  const { rig, made } = await createFour()
  for (const number of ['0', '5', '22', 'x']) {
    const options = { id: `${findId(made.message)}.${number}` }
    for (const command of ['pick', 'show', 'share', 'upgrade', 'vary', 'delete', 'delete-now', 'edit']) {
      const answer = await rig.ask('ann', command, { in: 'team', options })
      expect([command, readWords(answer.message)]).toEqual([command, expect.stringContaining('no picture')])
    }
  }
})

it('is edited no longer as its own finish', async () => {
  const { rig, made } = await createFour()
  const best = await rig.press('ann', made, '2 › Upgrade · 30', { in: 'team' })
  await edit(rig, best, 'hawks')
  expect(rig.drawn.at(-1)).toEqual({ prompt: 'hawks', quality: 'premium', sources: 1 })
  expect(readWords((await edit(rig, best, 'owls')).answer.message)).toContain('free')
})

it('is upgraded for nothing where it was upgraded as the same picture by another message', async () => {
  const { rig, made } = await createFour()
  const options = { prompt: 'owls', quality: 'draft', count: 4 }
  const repeat = await rig.ask('ann', 'imagine', { in: 'team', options })
  const upgrade = async (answer: Answer) => {
    const before = await rig.balance('ann')
    const { message } = await rig.press('ann', answer, '2 › Upgrade · 30', { in: 'team' })
    expect(message?.delivers ?? readWords(message)).toBeTruthy()
    return before - (await rig.balance('ann'))
  }
  expect(await upgrade(repeat)).toBe(30)
  expect([await upgrade(made), await upgrade(repeat)]).toEqual([0, 0])
  await rig.press('ann', made, '2 › Delete › Delete it')
  // What its finish was drawn from is gone; the repeat can be drawn from all the same.
  expect(await upgrade(repeat)).toBe(30)
  expect(rig.drawnFrom.slice(-2)).toEqual([['owls 2'], ['owls 2']])
})
