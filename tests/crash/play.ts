/** Plays schedules, each in a world of its own, and reads the books when nothing is left to do. */
import type { Generation } from '#core/images/generation.ts'
import { askedLife } from '#core/images/ordering/held-record.ts'
import { jobKinds } from '#core/records/kinds.ts'
import type { StoredRecord } from '#core/records/record-store.ts'
import type { Store } from '#core/store/store.ts'
import { findAdminsChannel } from '#core/teams/find-admins-channel.ts'
import type { SettingsPorts } from '#core/teams/settings.ts'
import { readBooks } from './books.ts'
import type { Figures } from './figures.ts'
import { end, live, start } from './live.ts'
import { carry } from './migrating.ts'
import { findFaults } from './outcome.ts'
import { becomeQuiet, passTime, passTimeDuring } from './passing.ts'
import type { Place } from './places.ts'
import { createScheduler, type Schedule } from './schedules.ts'
import type { Survey } from './survey.ts'
import { createWorld, type Process, type World } from './world.ts'

export interface Run {
  createPlace: () => Place
  seed: number
  /** The numbers of the first schedule and of the one after the last. */
  from?: number
  to: number
  /** What there is to die at. */
  survey: Survey
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
  const { createPlace, seed, from = 0, to, survey, figures, migration } = run
  const createSchedule = createScheduler(survey.points, seed)
  const failures: Failure[] = []
  let next = from

  async function playLane(): Promise<void> {
    const place = createPlace()
    const target = migration?.createTarget()
    while (next < to && failures.length === 0) {
      const number = next++
      const schedule = createSchedule(number)
      const turn = migration && number % migration.every === 0 ? number / migration.every : undefined
      const move = target && turn !== undefined ? { target, points: survey.migrationPoints, turn } : undefined
      const faults = await playOne(place, schedule, figures, move)
      if (faults.length > 0) failures.push({ number, schedule, faults })
    }
    await place.remove()
    await target?.remove()
  }

  await Promise.all(Array.from({ length: Math.min(lanes, to - from) }, playLane))
  return failures
}

/** The so-manieth carrying of a store to another. */
interface Move {
  target: Place
  points: Survey['migrationPoints']
  turn: number
}

async function playOne(
  place: Place,
  schedule: Schedule,
  figures: Figures,
  move: Move | undefined,
): Promise<unknown[]> {
  const world = createWorld({ place, machines: schedule.machines })
  try {
    const faults = await play(world, schedule, figures)
    if (!move) return faults
    await world.settled()
    const moved = await carry(place, move, { clock: world.clock, figures })
    return [...faults, ...moved]
  } catch (error) {
    return [...world.faults, error instanceof Error ? error.stack : error]
  } finally {
    await world.remove()
    await move?.target.clear()
  }
}

async function play(world: World, { sessions }: Schedule, figures: Figures): Promise<string[]> {
  const { onTake, onStep } = figures
  figures.counts.schedules++
  for (const lives of sessions) {
    figures.counts.processes += lives.length
    const living = lives.map((life) => live(world, { ...life, onTake, onStep }))
    await passTimeDuring(world, Promise.all(living))
  }
  return await finish(world, figures)
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
    if ((await store.records.listRecords('cap-note', undefined, world.clock.now())).length > 0) {
      world.clock.advance(askedLife)
    }
    await passTime(world, async () => (await listJobs(store, world)).length === 0)
    await verify(last, world)
    const books = await readBooks(store)
    counts.generations += books.generations.length
    counts.entries += books.entries.length
    counts.ofTeams += books.entries.filter(({ budget }) => budget).length
    counts.keptBack += world.keptBack.length
    return findFaults(books, world)
  } finally {
    end(last)
    await store.close()
  }
}

/** Whether anything is unfinished, or held for credits that are there. */
async function hasWork({ generations, records, ledger }: Store, { clock }: World): Promise<boolean> {
  if ((await generations.listUnfinished()).length > 0) return true
  for (const { key, owner = key, body } of await records.listRecords('held', undefined, clock.now())) {
    if (isTeams(body)) continue
    if (((await ledger.findLast(owner))?.balance ?? 0) >= Number(body.price)) return true
  }
  return (await generations.listUnfinished()).length > 0
}

/** Whether a team may pay for it: then it waits for the team's credits and caps, whatever its owner has. */
const isTeams = ({ order }: StoredRecord['body']) =>
  (order as Pick<Generation, 'origin'>).origin.channel !== undefined

/** A job that expires so soon is over, and kept for calls that began before. Milliseconds. */
const soon = 60 * 60_000

/** What is unfinished, and all jobs but those that are over. */
async function listJobs({ records, generations }: Store, { clock }: World) {
  const jobs = await Promise.all(jobKinds.map((kind) => records.listRecords(kind, undefined, clock.now())))
  const open = jobs
    .flat()
    .filter(({ expiresAt = Number.POSITIVE_INFINITY }) => expiresAt > clock.now() + soon)
  const canEnd = await Promise.all(open.map((job) => canBeTold({ records, clock }, job)))
  return [...open.filter((_, index) => canEnd[index]), ...(await generations.listUnfinished())]
}

/** A note waits for a week where the channel that was chosen for it is another team's by now. */
async function canBeTold(ports: SettingsPorts, { kind, body }: StoredRecord): Promise<boolean> {
  return kind !== 'team-note' || (await findAdminsChannel(ports, String(body.team))) !== undefined
}

/** As an operator does. */
async function verify({ operations }: Process, { faults }: World): Promise<void> {
  await operations.verify((fault) => faults.push(`verify: ${JSON.stringify(fault)}`))
}
