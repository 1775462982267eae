/** Plays schedules, each in a world of its own, and reads the books when nothing is left to do. */
import { CoreError, hasCode } from '#core/errors.ts'
import type { Store } from '#core/store/store.ts'
import { people } from './actions.ts'
import { readBooks } from './books.ts'
import type { Figures } from './figures.ts'
import { carry } from './migrating.ts'
import { findFaults } from './outcome.ts'
import { becomeQuiet, passTime, passTimeDuring } from './passing.ts'
import { perform } from './perform.ts'
import { userOf } from './perform-people.ts'
import type { Place } from './places.ts'
import { createSchedule, type Life, type Schedule } from './schedules.ts'
import { createWorld, type Process, type World } from './world.ts'

export interface Run {
  createPlace: () => Place
  seed: number
  /** The numbers of the first schedule and of the one after the last. */
  from?: number
  to: number
  figures: Figures
  /** Where each so-manieth schedule's store is carried to at its end, by an operator. */
  migration?: { createTarget: () => Place; every: number }
}

/** A schedule whose books are wrong, and how. */
export interface Failure {
  number: number
  schedule: Schedule
  faults: unknown[]
}

/** How many are played at once: each waits for timers most of its time. */
const lanes = 6

/** Stops at the first that fails; those being played are played to their ends. */
export async function playSchedules(run: Run): Promise<Failure[]> {
  const { createPlace, seed, from = 0, to, figures, migration } = run
  const failures: Failure[] = []
  let next = from

  async function playLane(): Promise<void> {
    const place = createPlace()
    const target = migration?.createTarget()
    while (next < to && failures.length === 0) {
      const number = next++
      const schedule = createSchedule(seed, number)
      const turn = migration && number % migration.every === 0 ? number / migration.every : undefined
      const move = target && turn !== undefined ? { target, turn } : undefined
      const faults = await playOne(place, schedule, figures, move)
      if (faults.length > 0) failures.push({ number, schedule, faults })
    }
    await place.remove()
    await target?.remove()
  }

  await Promise.all(Array.from({ length: lanes }, playLane))
  return failures
}

async function playOne(
  place: Place,
  schedule: Schedule,
  figures: Figures,
  move: { target: Place; turn: number } | undefined,
): Promise<unknown[]> {
  const world = createWorld({ place, machines: schedule.machines })
  try {
    const faults = await play(world, schedule, figures)
    if (!move) return faults
    await world.settled()
    const moved = await carry(place, move.target, move.turn, { clock: world.clock, figures })
    return [...faults, ...moved]
  } catch (error) {
    return [...world.faults, error instanceof Error ? error.stack : error]
  } finally {
    await world.remove()
    await move?.target.clear()
  }
}

async function play(world: World, { sessions }: Schedule, figures: Figures): Promise<string[]> {
  figures.counts.schedules++
  for (const lives of sessions) {
    await passTimeDuring(world, Promise.all(lives.map((life) => live(world, life, figures))))
  }
  return await finish(world, figures)
}

async function live(world: World, { actions, ending, ...doom }: Life, figures: Figures): Promise<void> {
  figures.counts.processes++
  const process = await world.boot({ ...doom, onTake: figures.onTake, onStep: figures.onStep })
  const { core, doomed } = process
  let isOver = false
  const working = async () => {
    await start(process, world)
    const underWay: Promise<unknown>[] = []
    for (const action of actions) {
      if (isOver) return
      if (action.kind === 'settle') await Promise.all(underWay).then(() => becomeQuiet(world))
      else underWay.push(perform(action, process, world).catch((error) => witnessError(world, error)))
    }
    await Promise.all(underWay)
    if (ending === 'stop') await core.stop(1_000)
  }
  // A process that cannot start ends.
  await Promise.race([working().catch((error) => witnessError(world, error)), doomed.died])
  isOver = true
  end(process)
}

/** Refusals are part of it; anything else is a fault. */
function witnessError(world: World, error: unknown): void {
  if (!(error instanceof CoreError)) world.faults.push(error instanceof Error ? `${error.stack}` : `${error}`)
}

/** What it had on its way arrives all the same, while others go on. */
function end({ doomed, close }: Process): void {
  doomed.kill()
  close().catch(() => undefined)
}

/** Who was welcomed before is not again, and is to have something to spend all the same. */
const fewest = 45

async function start({ core }: Process, world: World): Promise<void> {
  await core.start()
  for (const name of people) {
    // Whoever is just being deleted can have no new account until that has gone on.
    const account = await core.accounts.openAccount(userOf(name)).catch((error: unknown) => {
      if (!hasCode(error, 'not-linked')) throw error
      return undefined
    })
    if (account && (await core.credits.findBalance(account.id)) < fewest) await world.pay(account.id, fewest)
  }
}

/** The longest that anything may be charged and not ended, in milliseconds. */
const longestLife = 15 * 60_000

/** After these, in milliseconds, the leases of dead processes' duties have run out, and merges and deletions may end. */
const afterwards = [6 * 60_000, 31 * 60_000, 2 * 60_000]

/** A last process runs undisturbed until nothing is left to do; then the books are read. */
async function finish(world: World, { counts, onTake }: Figures): Promise<string[]> {
  const last = await world.boot({ onTake })
  const store = await world.openStore()
  try {
    const begun = world.clock.now()
    await passTimeDuring(world, start(last, world))
    await passTime(world, async () => !(await hasWork(store, world)))
    const took = world.clock.now() - begun
    if (took > longestLife) world.faults.push(`Ending everything took ${took} ms`)
    for (const ms of afterwards) {
      world.clock.advance(ms)
      await becomeQuiet(world)
    }
    await passTime(world, async () => (await listJobs(store, world)).length === 0)
    const books = await readBooks(store)
    counts.generations += books.generations.length
    counts.entries += books.entries.length
    return findFaults(books, world)
  } finally {
    end(last)
    await store.close()
  }
}

/** Whether anything is unfinished, or held for credits that are there. */
async function hasWork({ generations, records, ledger }: Store, { clock }: World): Promise<boolean> {
  if ((await generations.listUnfinished()).length > 0) return true
  for (const { key, body } of await records.listRecords('held', undefined, clock.now())) {
    if (((await ledger.findLast(key))?.balance ?? 0) >= Number(body.price)) return true
  }
  return (await generations.listUnfinished()).length > 0
}

async function listJobs({ records }: Store, { clock }: World) {
  const kinds = ['merge', 'erasure'] as const
  const jobs = await Promise.all(kinds.map((kind) => records.listRecords(kind, undefined, clock.now())))
  return jobs.flat()
}
