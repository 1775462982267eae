/** What a store has is read by its status: nothing is lost, and what is lacking gets a plain default. */
import { expect, it } from 'vitest'
import { digestAsked, readSpec } from '#core/images/asked.ts'
import type { Status } from '#core/images/generation.ts'
import { tools } from '#core/images/tools.ts'
import {
  findWords,
  readGeneration,
  renderGeneration,
  type StoredGeneration,
} from '#core/store/read-generation.ts'
import { createFullGeneration, createGeneration } from '#tests/contracts/store-records.ts'

const unknown = { code: 'interrupted', data: {} }
const required: [Status, object][] = [
  ['recorded', {}],
  ['drawing', { drawingAt: 5 }],
  ['ready', { drawingAt: 5 }],
  ['delivered', { delivery: 'history', endedAt: 5 }],
  ['failing', { failure: unknown }],
  ['refunded', { failure: unknown, endedAt: 5 }],
]

it.each(required)('gives what is %s what that requires, and no more', (status, lacking) => {
  const made = createGeneration({ status, createdAt: 5 })
  const { drawingAt, delivery, endedAt, failure, ...stored } = renderGeneration(made)
  expect(readGeneration(stored)).toStrictEqual({ ...made, ...lacking })
})

it.each(required)('leaves what is %s and has everything as it is', (status) => {
  const full = createFullGeneration({ status })
  expect(readGeneration(renderGeneration(full))).toStrictEqual(full)
})

it('keeps what today’s program would not write', () => {
  const stored: StoredGeneration = { ...renderGeneration(createGeneration()), endedAt: 7 }
  expect(readGeneration(stored)).toMatchObject({ status: 'recorded', endedAt: 7 })
})

const oldWords = 'Another version of this picture, different in its details: '
const oldVariation = (sources: readonly string[]) => ({
  ...renderGeneration(createGeneration({ prompt: `${oldWords}a red fox`, asked: { sources } })),
})

it('tells what was asked of a Vary of earlier programs, and stores it as they did', () => {
  const stored = oldVariation(['result:abc0000001:0', 'result:abc0000001:1'])
  const read = readGeneration(stored)
  expect(read.asked).toMatchObject({ tool: 'variation', prompt: 'a red fox' })
  expect(renderGeneration(read)).toStrictEqual(stored)
  expect(findWords(stored.spec)).toBe('a red fox')
  expect(digestAsked('m', read.asked)).toBe(digestAsked('m', readSpec(stored.spec)))
  expect(tools.variation.instruct(read.asked.prompt)).toBe(stored.spec.prompt)
})

it.each([[[]], [['0f0f']], [['0f0f', 'result:abc0000001:0']]])(
  'leaves what somebody wrote like it themselves, drawn from %j',
  (sources) => {
    const stored = oldVariation(sources)
    expect(readGeneration(stored).asked).toMatchObject({ tool: 'imagine', prompt: `${oldWords}a red fox` })
  },
)

it('keeps who pays where that is not its owner, and writes of an owner who does what programs of before wrote', () => {
  const own = renderGeneration(createGeneration({ owner: 'ada' }))
  expect(own).toMatchObject({ account: 'ada' })
  expect(Object.keys(own)).not.toContain('payer')
  const paid = createGeneration({ owner: 'ada', payer: 'team' })
  expect(readGeneration(renderGeneration(paid))).toMatchObject({ owner: 'ada', payer: 'team' })
})
