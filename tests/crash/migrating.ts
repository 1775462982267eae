/** Carries a store to another with migrations that die on the way, until one has carried it; then both hold the same. */
import { isDeepStrictEqual } from 'node:util'
import type { Clock } from '#core/clock.ts'
import { createMigrate } from '#core/operations/migrate.ts'
import type { Store } from '#core/store/store.ts'
import { type Books, readBooks } from './books.ts'
import { type CrashPoint, createDoomed, type Doom, type Doomed } from './crashing.ts'
import type { Figures } from './figures.ts'
import type { Place } from './places.ts'

const kinds = ['accounts', 'identities', 'entries', 'generations', 'records'] as const

/** What an operator's migration does, whatever is carried; each is tried in turn. */
export interface MigrationPoint {
  name: string
  /** How many such steps one usually takes; it dies at any of these. */
  often: number
  /** Where an earlier attempt must have died for it to be reached. */
  after?: string
}

/** Beginning to read a shelf is a step, and so is each writing to one. */
function doomStore(store: Store, doomed: Doomed, side: 'source' | 'target'): Store {
  const shelves = kinds.map((kind) => {
    const { readAll, writeAll } = store.dump[kind] as Store['dump']['entries']
    const steps = doomed.wrapStore(`${side}/${kind}`, { begin: async () => readAll(), writeAll })
    const read = async function* () {
      yield* await steps.begin()
    }
    return [kind, { readAll: read, writeAll: steps.writeAll }]
  })
  return {
    ...store,
    dump: { ...store.dump, ...Object.fromEntries(shelves) },
    generations: doomed.wrapStore(`${side}/generations`, store.generations),
    records: doomed.wrapStore(`${side}/records`, store.records),
    // Who has died closes nothing: it is closed for all.
    close: async () => undefined,
  }
}

/** Answers with the outcome; undefined when it died. */
export async function migrate(from: Place, to: Place, clock: Clock, doom: Doom): Promise<string | undefined> {
  const doomed = createDoomed(doom)
  const stores = { from: await from.open(), to: await to.open() }
  const openMigration = async () => ({
    from: doomStore(stores.from, doomed, 'source'),
    to: doomStore(stores.to, doomed, 'target'),
  })
  const ports = { openMigration, clock, owner: 'operator', isAlive: () => false }
  const migrating = createMigrate(ports)(() => undefined)
  const ended = await Promise.race([migrating, doomed.died])
  await doomed.settled()
  await stores.from.close()
  await stores.to.close()
  return ended?.outcome
}

/** What a migration carries: not its own mark, and nothing that expires. */
export async function readLasting(place: Place): Promise<Books> {
  const store = await place.open()
  const { records, ...books } = await readBooks(store)
  await store.close()
  const lasting = records.filter(({ kind, expiresAt }) => kind !== 'migration' && expiresAt === undefined)
  return { ...books, records: lasting }
}

/** At how many points in their turn one store's migration dies before it gets through. */
const turns = 2

/** The `turn`-th of many migrations, which die at every point in turn. Answers with what was wrong. */
export async function carry(
  from: Place,
  { target: to, points, turn }: { target: Place; points: readonly MigrationPoint[]; turn: number },
  { clock, figures }: { clock: Clock; figures: Figures },
): Promise<string[]> {
  const faults: string[] = []
  figures.counts.migrations++
  for (const point of choosePoints(points, turn)) {
    const { onTake, onStep } = figures
    const outcome = await migrate(from, to, clock, { point, onTake, onStep })
    if (outcome !== undefined && outcome !== 'carried' && outcome !== 'known')
      faults.push(`It ended: ${outcome}`)
  }
  const outcome = await migrate(from, to, clock, {})
  if (outcome !== 'carried' && outcome !== 'known') faults.push(`It ended: ${outcome}`)
  const [before, after] = [await readLasting(from), await readLasting(to)]
  if (!isDeepStrictEqual(before, after)) faults.push('What was carried is not the same')
  return faults.map((fault) => `Migration: ${fault}`)
}

function choosePoints(points: readonly MigrationPoint[], number: number): CrashPoint[] {
  return Array.from({ length: turns }, (_, index) => number * turns + index).flatMap((turn) => {
    const half = turn >> 1
    const { name, often = 1, after }: Partial<MigrationPoint> = points[half % points.length] ?? {}
    const isFirst = turn % 2 === 0
    const earlier: CrashPoint[] =
      after === undefined || !isFirst ? [] : [{ name: after, nth: 0, when: 'after' }]
    if (name === undefined) return []
    const nth = Math.floor(half / points.length) % often
    return [...earlier, { name, nth, when: isFirst ? 'before' : 'after' }]
  })
}
