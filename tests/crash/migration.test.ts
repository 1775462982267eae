/** Cuts off, at every step, the carrying of one store to another; the next attempt ends it, and nothing is lost or doubled. */
import { describe, expect, it } from 'vitest'
import { createMigrate } from '#core/operations/migrate.ts'
import type { Store } from '#core/store/store.ts'
import { readBooks } from './books.ts'
import { type CrashPoint, createDoomed, type Doomed } from './crashing.ts'
import { createFigures } from './figures.ts'
import { createMongoPlace, createSqlitePlace, type Place } from './places.ts'
import { playSchedules } from './play.ts'

const uri = process.env.MONGODB_URI ?? ''
const kinds = ['accounts', 'identities', 'entries', 'generations', 'records'] as const

/** What a migration reads of a shelf is no step; what it writes is. */
function doom(store: Store, doomed: Doomed): Store {
  const shelves = kinds.map((kind) => {
    const { readAll, writeAll } = store.dump[kind] as Store['dump']['entries']
    return [kind, { readAll, writeAll: doomed.wrapStore(kind, { writeAll }).writeAll }]
  })
  return {
    ...store,
    dump: { ...store.dump, ...Object.fromEntries(shelves) },
    records: doomed.wrapStore('records', store.records),
  }
}

async function migrate(from: Place, to: Place, point?: CrashPoint) {
  const doomed = createDoomed({ ...(point && { point }) })
  const target = await to.open()
  const openMigration = async () => ({ from: await from.open(), to: doom(target, doomed) })
  const clock = { now: () => Date.UTC(2027, 0, 1), sleep: async () => undefined }
  const migrating = createMigrate({ openMigration, clock, owner: 'operator', isAlive: () => false })(
    () => undefined,
  )
  const ended = await Promise.race([migrating, doomed.died])
  await target.close()
  return ended?.outcome
}

async function read(place: Place) {
  const store = await place.open()
  const { records, ...books } = await readBooks(store)
  await store.close()
  const lasting = records.filter(({ kind, expiresAt }) => kind !== 'migration' && expiresAt === undefined)
  return { ...books, records: lasting }
}

async function survive(createTarget: () => Place): Promise<void> {
  const from = createSqlitePlace()
  const keep: Place = { ...from, clear: async () => undefined, remove: async () => undefined }
  const failures = await playSchedules({ createPlace: () => keep, seed: 1, to: 1, figures: createFigures() })
  expect(failures).toEqual([])
  const books = await read(from)
  expect(books.entries.length).toBeGreaterThan(0)
  let steps = 0
  for (let outcome: string | undefined; outcome !== 'carried'; steps++) {
    for (const when of ['before', 'after'] as const) {
      const to = createTarget()
      outcome = await migrate(from, to, { step: steps, when })
      expect(['carried', undefined]).toContain(outcome)
      if (outcome === undefined) expect(['carried', 'known']).toContain(await migrate(from, to))
      expect(await read(to)).toEqual(books)
      await to.remove()
    }
  }
  expect(steps).toBeGreaterThan(8)
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
