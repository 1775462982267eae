/** What is read at every call is read once in some seconds, and at once what this process changed itself. */
import { expect, it } from 'vitest'
import { createShortMemory, rememberedFor } from '#core/records/short-memory.ts'
import { createVirtualClock } from '#tests/crash/virtual-clock.ts'

it('reads again after some seconds, what was changed here, and what could not be read', async () => {
  const clock = createVirtualClock()
  const memory = createShortMemory<number>(clock)
  let reads = 0
  const find = () => memory.find('ada', async () => ++reads)
  expect(await Promise.all([find(), find()])).toEqual([1, 1])
  clock.advance(rememberedFor)
  expect([await find(), await find()]).toEqual([2, 2])
  memory.forget('ada')
  expect(await find()).toBe(3)
  memory.forget('ada')
  await expect(memory.find('ada', () => Promise.reject(new Error('away')))).rejects.toThrow('away')
  expect([await find(), await memory.find('bob', async () => 0)]).toEqual([4, 0])
})

it('does not remember what was being read while it was changed', async () => {
  const memory = createShortMemory<string>(createVirtualClock())
  const old = Promise.withResolvers<string>()
  const reading = memory.find('ada', () => old.promise)
  memory.forget('ada')
  const after = memory.find('ada', async () => 'new')
  old.resolve('old')
  expect([await reading, await after, await memory.find('ada', async () => 'other')]).toEqual([
    'old',
    'new',
    'new',
  ])
})
