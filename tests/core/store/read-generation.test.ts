/** What a store has is read by its status: nothing is lost, and what is lacking gets a plain default. */
import { expect, it } from 'vitest'
import type { Status } from '#core/images/generation.ts'
import { readGeneration, renderGeneration, type StoredGeneration } from '#core/store/read-generation.ts'
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

it('keeps who pays where that is not its owner, and writes of an owner who does what programs of before wrote', () => {
  const own = renderGeneration(createGeneration({ owner: 'ada' }))
  expect(own).toMatchObject({ account: 'ada' })
  expect(Object.keys(own)).not.toContain('payer')
  const paid = createGeneration({ owner: 'ada', payer: 'team' })
  expect(readGeneration(renderGeneration(paid))).toMatchObject({ owner: 'ada', payer: 'team' })
})
