/** What is kept outside the core's schedules, cut off before and after each step: the next attempt makes it whole. */
import { describe, expect, it } from 'vitest'
import { createDoomed } from './crashing.ts'
import { type Work, works } from './outside.ts'
import { createMongoPlace, createSqlitePlace, type Place } from './places.ts'

/** Each time it is whole, or as it was, and then done again. */
async function cutEverywhere(place: Place, { before = async () => undefined, act, read }: Work) {
  const taken: string[] = []
  const died: string[] = []
  const store = await place.open()
  await before(store.records)
  const old = await read(store.records)
  await act(createDoomed({ onTake: (name) => taken.push(name) }).wrapStore('records', store.records))
  const whole = await read(store.records)
  expect(whole).not.toEqual(old)
  let isCut = true
  for (let step = 0; isCut; step++) {
    for (const when of ['before', 'after'] as const) {
      await place.clear()
      const fresh = await place.open()
      await before(fresh.records)
      const doomed = createDoomed({ point: { step, when }, onStep: (name) => died.push(name) })
      const ended = act(doomed.wrapStore('records', fresh.records)).then(() => 'ended')
      isCut = (await Promise.race([ended, doomed.died])) === undefined
      expect([old, whole]).toContainEqual(await read(fresh.records))
      await act(fresh.records)
      expect(await read(fresh.records)).toEqual(whole)
      await fresh.close()
    }
  }
  await store.close()
  await place.clear()
  expect(taken).not.toEqual([])
  expect(died).toEqual(expect.arrayContaining(taken.flatMap((name) => [`${name}:before`, `${name}:after`])))
}

const survive = async (place: Place) => {
  for (const work of works) await cutEverywhere(place, work)
  await place.remove()
}

it('is whole after the next attempt, on SQLite', { timeout: 120_000 }, () => survive(createSqlitePlace()))

describe.skipIf(!process.env.MONGODB_URI)('with a server', () => {
  it('is whole after the next attempt, on MongoDB', { timeout: 120_000 }, () =>
    survive(createMongoPlace(process.env.MONGODB_URI ?? '')),
  )
})
