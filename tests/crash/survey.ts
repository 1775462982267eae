/** Finds the crash points: every step that writes something, or asks a vendor, on any way; and the way that leads there surest. */
import fc from 'fast-check'
import type { Doom } from './crashing.ts'
import { live } from './live.ts'
import { type MigrationPoint, migrate } from './migrating.ts'
import { passTimeDuring } from './passing.ts'
import { createSqlitePlace, type Place } from './places.ts'
import { fulfilAll } from './schedules.ts'
import { busyWay, type Need, ways, waysAfterDeath, waysOnMachines, waysWhileSlow } from './ways.ts'
import { createWorld } from './world.ts'

export interface Point {
  name: string
  /** Done first. */
  needs: readonly Need[]
  /** How many such steps a process usually takes; it dies at any of these. */
  often: number
  /** How many turns it has, beside the others: more where it is often missed. */
  turns: number
  /** Only processes on several machines take it. */
  machines: boolean
  /** Only the first process of a store takes it. */
  first: boolean
}

export interface Survey {
  points: readonly Point[]
  migrationPoints: readonly MigrationPoint[]
}

interface Way extends Partial<Pick<Point, 'machines'>> {
  needs: readonly Need[]
  /** What a process before does, and where it dies. */
  first?: { needs: readonly Need[]; death: string }
  drawFor?: number
}

/** By the name of a step, how often one process took it. */
type Counts = Map<string, number>

/** How often each way is gone, by one process after another: later ones find what earlier ones have left. */
const rounds = 4
/** How many ways are gone at once. */
const lanes = 8
const mostOften = 5
const mostTurns = 6
/** How long slow vendors take; milliseconds. */
const slow = 40_000

function createCounts(): { counts: Counts; onTake: (name: string) => void } {
  const counts: Counts = new Map()
  return { counts, onTake: (name) => void counts.set(name, (counts.get(name) ?? 0) + 1) }
}

/** What each process took that went this way. */
async function go(place: Place, { needs, machines = false, first, drawFor = 0 }: Way): Promise<Counts[]> {
  const world = createWorld({ place, machines, drawFor })
  const act = async (round: number, needs: readonly Need[], doom: Doom) => {
    const [actions = []] = fc.sample(fulfilAll(needs), { seed: round, numRuns: 1 })
    const ending = round % 2 === 0 ? 'kill' : 'stop'
    await passTimeDuring(world, live(world, { actions, ending, ...doom }))
  }
  if (first) await act(0, first.needs, { point: { name: first.death, nth: 0, when: 'after' } })
  const all: Counts[] = []
  for (let round = 0; round < (first ? 1 : rounds); round++) {
    const { counts, onTake } = createCounts()
    await act(round, needs, { onTake })
    all.push(counts)
  }
  await passTimeDuring(world, world.settled())
  return all
}

/** What a way is worth for each step on it. */
async function judge(place: Place, way: Way): Promise<Point[]> {
  const all = await go(place, way)
  const names = new Set(all.flatMap((counts) => [...counts.keys()]))
  return [...names].map((name) => {
    const taken = all.flatMap((counts) => counts.get(name) ?? [])
    const turns = Math.min(Math.ceil((2 * rounds) / taken.length), mostTurns)
    const often = Math.min(mostOften, ...taken)
    const isFirst = taken.length === 1 && all[0]?.has(name) === true
    return { name, needs: way.needs, machines: way.machines ?? false, first: isFirst, often, turns }
  })
}

async function judgeAll(todo: readonly Way[]): Promise<Point[]> {
  const judged: Point[][] = []
  const rest = [...todo.entries()]
  async function goLane(): Promise<void> {
    const place = createSqlitePlace()
    for (let next = rest.shift(); next; next = rest.shift()) {
      judged[next[0]] = await judge(place, next[1])
      await place.clear()
    }
    await place.remove()
  }
  await Promise.all(Array.from({ length: lanes }, goLane))
  return judged.flat()
}

const byName = (one: { name: string }, other: { name: string }) => (one.name < other.name ? -1 : 1)

/** Machines are for what one alone does not take. */
const compare = (one: Point, other: Point) =>
  Number(one.machines) - Number(other.machines) ||
  one.turns - other.turns ||
  one.needs.length - other.needs.length

async function findPoints(): Promise<Point[]> {
  const usual = await judgeAll([
    ...ways.map((needs) => ({ needs })),
    ...waysOnMachines.map((needs) => ({ needs, machines: true })),
    ...waysWhileSlow.map((needs) => ({ needs, drawFor: slow })),
  ])
  const begun = await judgeAll(waysAfterDeath.map(({ first }) => ({ needs: first })))
  const resumed = waysAfterDeath.flatMap(({ first, next }) =>
    begun
      .filter(({ needs }) => needs === first)
      .map(({ name }) => ({ needs: next, first: { needs: first, death: name } })),
  )
  const all = [...usual, ...(await judgeAll(resumed))]
  const found = Map.groupBy(all, ({ name }) => name)
  return [...found.values()].flatMap(choose).sort(byName)
}

/** The surest way to a point, of all that lead there. */
function choose(points: readonly Point[]): Point[] {
  const first = points.every((point) => point.first)
  return points
    .toSorted(compare)
    .slice(0, 1)
    .map((point) => ({ ...point, first }))
}

const clock = { now: () => Date.UTC(2101, 0, 1), sleep: async () => undefined }

/** What a migration takes after one that died at a step, if it is given any; the bot is then started on what is left. */
async function carryOn(after: string | undefined): Promise<Counts> {
  const [from, to] = [createSqlitePlace(), createSqlitePlace()]
  await go(from, { needs: busyWay })
  const point = after === undefined ? undefined : { name: after, nth: 0, when: 'after' as const }
  if (point) await migrate(from, to, clock, { point })
  const { counts, onTake } = createCounts()
  await migrate(from, to, clock, { onTake })
  await go(from, { needs: [] })
  await from.remove()
  await to.remove()
  return counts
}

/** Those of a migration, and what one takes besides that goes on where another died. */
async function findMigrationPoints(): Promise<MigrationPoint[]> {
  const whole = await carryOn(undefined)
  const found = new Map<string, MigrationPoint>()
  for (const [name, count] of whole) found.set(name, { name, often: Math.min(count, mostOften) })
  const resumed = [...whole.keys()].map(async (after) => ({ after, counts: await carryOn(after) }))
  for (const { after, counts } of await Promise.all(resumed)) {
    for (const name of counts.keys()) if (!found.has(name)) found.set(name, { name, often: 1, after })
  }
  return [...found.values()].sort(byName)
}

/** It is the same each time. */
export async function makeSurvey(): Promise<Survey> {
  return { points: await findPoints(), migrationPoints: await findMigrationPoints() }
}
