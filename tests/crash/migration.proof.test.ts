/** Cuts off, at every step, the carrying of one store to another; the next attempt ends it, and nothing is lost or doubled. */
import { describe, expect, it } from 'vitest'
import { createFigures } from './figures.ts'
import { migrate, readLasting } from './migrating.ts'
import { createMongoPlace, createSqlitePlace, type Place } from './places.ts'
import { playSchedules } from './play.ts'
import { makeSurvey } from './survey.ts'

const uri = process.env.MONGODB_URI ?? ''
const clock = { now: () => Date.UTC(2101, 0, 1), sleep: async () => undefined }

async function survive(createTarget: () => Place): Promise<void> {
  const from = createSqlitePlace()
  const keep: Place = { ...from, clear: async () => undefined, remove: async () => undefined }
  const survey = await makeSurvey()
  const figures = createFigures(survey)
  const failures = await playSchedules({ createPlace: () => keep, seed: 1, to: 1, survey, figures })
  expect(failures).toEqual([])
  const books = await readLasting(from)
  expect(books.entries.length).toBeGreaterThan(0)
  let steps = 0
  for (let outcome: string | undefined; outcome !== 'carried'; steps++) {
    for (const when of ['before', 'after'] as const) {
      const to = createTarget()
      outcome = await migrate(from, to, clock, { point: { step: steps, when } })
      expect(['carried', undefined]).toContain(outcome)
      if (outcome === undefined) expect(['carried', 'known']).toContain(await migrate(from, to, clock, {}))
      expect(await readLasting(to)).toEqual(books)
      await to.remove()
    }
  }
  expect(steps).toBeGreaterThan(20)
  await from.remove()
}

it('is ended by the next attempt, from SQLite to SQLite', { timeout: 120_000 }, () =>
  survive(createSqlitePlace),
)

describe.skipIf(!uri)('with a server', () => {
  it('is ended by the next attempt, from SQLite to MongoDB', { timeout: 240_000 }, () =>
    survive(() => createMongoPlace(uri)),
  )
})
