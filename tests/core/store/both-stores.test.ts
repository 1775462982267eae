/** SQLite and MongoDB give the same answer to everything, whatever was asked before. */
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import type { Store } from '#core/store/store.ts'
import { type Operation, operations } from './operations.ts'
import { createMongoPlace, createSqlitePlace } from './places.ts'

const schedules = 12

/** An answer, or that there was none; what a refusal says is each database's own. */
const ask = ({ run }: Operation, store: Store) =>
  run(store).then(
    (answer) => ({ answer }),
    () => 'rejected',
  )

describe.skipIf(!process.env.MONGODB_URI)('with a server', () => {
  it(`answer alike in ${schedules} random schedules`, async () => {
    let asked = 0
    await fc.assert(
      fc.asyncProperty(fc.array(operations, { minLength: 40, maxLength: 120 }), async (schedule) => {
        const places = [await createSqlitePlace(), await createMongoPlace()] as const
        const [sqlite, mongo] = await Promise.all([places[0].open(), places[1].open()])
        try {
          for (const operation of schedule) {
            const answers = await Promise.all([ask(operation, sqlite), ask(operation, mongo)])
            expect(answers[1], operation.name).toStrictEqual(answers[0])
            asked += 1
          }
        } finally {
          await Promise.all([sqlite.close(), mongo.close()])
          await Promise.all(places.map((place) => place.remove()))
        }
      }),
      { numRuns: schedules, endOnFailure: true },
    )
    expect(asked).toBeGreaterThan(40 * schedules)
  })
})
