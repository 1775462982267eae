/** A history that is read part by part is what it is when it is read in one go, wherever the parts end. */
import { join } from 'node:path'
import fc from 'fast-check'
import { expect, it } from 'vitest'
import type { HistoryPosition } from '#core/images/generation-store.ts'
import { type Database, openDatabase } from '#core/store/sqlite/database.ts'
import { createGenerationStore } from '#core/store/sqlite/generations.ts'
import { createDelivered } from '#tests/contracts/store-records.ts'
import { createFolder } from '#tests/temporary-folder.ts'

const prompts = ['a Red fox', 'red HARE', 'Étoile', 'ein Bär', 'STRASSE', 'owl']
const times = [1, 2, 2, 3, 5]

/** Forty pictures at few enough times that many have the same. */
async function fill(database: Database): Promise<void> {
  const store = createGenerationStore(database)
  for (let n = 0; n < 40; n++) {
    const asked = { ...createDelivered().asked, prompt: prompts[(n * 7) % prompts.length] ?? '' }
    const createdAt = times[(n * 3) % times.length] ?? 0
    const favourite = n % 4 === 0 && { favourite: true as const }
    const generation = createDelivered({ id: `g${n}`, createdAt, asked, ...favourite })
    await store.create(generation, 50)
  }
}

const place: fc.Arbitrary<HistoryPosition> = fc.record({
  createdAt: fc.integer({ min: 0, max: 6 }),
  id: fc.nat(40).map((n) => `g${n}`),
})
const selection = fc.record(
  {
    words: fc.array(fc.constantFrom('red', 'É', 'straße', 'bär', 'o', ''), { maxLength: 2 }),
    favourites: fc.constant(true),
    from: fc.constantFrom(0, 2),
    until: fc.constantFrom(3, 9),
  },
  { requiredKeys: [] },
)

it('lists and counts alike', async () => {
  const database = await openDatabase(join(createFolder(), 'store.sqlite'), 2_000, {})
  await fill(database)
  const whole = createGenerationStore(database, 1_000)
  await fc.assert(
    fc.asyncProperty(
      selection,
      fc.option(place, { nil: undefined }),
      fc.record({ stride: fc.integer({ min: 1, max: 9 }), limit: fc.nat(45), isBack: fc.boolean() }),
      async (chosen, at, { stride, limit, isBack }) => {
        const parts = createGenerationStore(database, stride)
        const page = { ...chosen, limit, ...(at && (isBack ? { before: at } : { after: at })) }
        expect(await parts.listDelivered('ada', page)).toEqual(await whole.listDelivered('ada', page))
        const counted = { ...chosen, most: limit, ...(at && { after: at }) }
        expect(await parts.countDelivered('ada', counted)).toEqual(await whole.countDelivered('ada', counted))
      },
    ),
    { numRuns: 150 },
  )
  expect(await whole.listDelivered('ada', { limit: 50 })).toHaveLength(40)
  await database.close()
})

it('leaves the event loop to others between two parts', async () => {
  const database = await openDatabase(join(createFolder(), 'store.sqlite'), 2_000, {})
  await fill(database)
  let turns = 0
  const count = () => {
    turns++
    next = setImmediate(count)
  }
  let next = setImmediate(count)
  await createGenerationStore(database, 4).listDelivered('ada', { words: ['nowhere'], limit: 1 })
  clearImmediate(next)
  expect(turns).toBeGreaterThanOrEqual(9)
  await database.close()
})
