/** Plays random commands, payments, links, outages, crashes and restarts: whatever happens, the books are right in the end. */
import { describe, expect, it } from 'vitest'
import { createFigures } from './figures.ts'
import { createMongoPlace, createSqlitePlace, type Place } from './places.ts'
import { playSchedules } from './play.ts'
import type { Survey } from './survey.ts'

const seed = Number(process.env.CRASH_SEED ?? Date.now() % 2 ** 31)
const uri = process.env.MONGODB_URI ?? ''

async function keepBooks(
  name: string,
  createPlace: () => Place,
  schedules: number,
  survey: Survey,
): Promise<void> {
  const figures = createFigures(survey)
  const migration = { createTarget: createPlace, every: 20 }
  const failures = await playSchedules({ createPlace, seed, to: schedules, survey, figures, migration })
  process.stdout.write(`${name}: ${figures.render()}; replay with CRASH_SEED=${seed}\n`)
  // What happened in a schedule is told by playing it again alone.
  const wrong = failures.map(({ number, faults }) => ({
    replay: `CRASH_SEED=${seed} CRASH_FROM=${number}`,
    faults,
  }))
  expect(wrong).toEqual([])
  expect(figures.counts.schedules).toBe(schedules)
  expect(figures.listUnmet()).toEqual([])
}

/** How many schedules are played on each store, and what there is to die at. */
export function testSchedules(
  { SQLite, MongoDB }: Readonly<Record<'SQLite' | 'MongoDB', number>>,
  survey: Survey | Promise<Survey>,
): void {
  it(`keeps the books through ${SQLite} schedules on SQLite`, { timeout: 900_000 }, async () => {
    await keepBooks('SQLite', createSqlitePlace, SQLite, await survey)
  })

  describe.skipIf(!uri)('with a server', () => {
    it(`keeps the books through ${MongoDB} schedules on MongoDB`, { timeout: 900_000 }, async () => {
      await keepBooks('MongoDB', () => createMongoPlace(uri), MongoDB, await survey)
    })
  })
}
