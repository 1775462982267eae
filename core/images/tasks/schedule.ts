/** Runs waiting tasks: in fair order, at the vendor's rate, so many of one account at once. */
import type { Clock } from '#core/clock.ts'
import type { Turn, VendorRate } from '#core/images/rate/vendor-rate.ts'
import type { Line } from './estimate.ts'
import { createFairQueue, type FairQueue } from './fair-queue.ts'
import type { Task } from './task.ts'

export interface Schedule {
  add(task: Task): void
  /** Takes a waiting task out; false when it is not waiting. */
  remove(id: string): boolean
  /** Says that an account has one generation less, so that another may be admitted. */
  makeRoom(account: string): void
  /** Tasks that wait, the next one first. */
  list(): Task[]
  /** Nothing starts any more; answers with what was waiting. */
  close(): Task[]
}

interface SchedulePorts {
  vendorRate: VendorRate
  clock: Clock
  runningPerAccount: number
  /** Whether a task was admitted already: as it was recorded, or by a process that did not get to run it. */
  isAdmitted(task: Task): boolean
  /** Whether the account may have this one running too, all processes together; never rejects. */
  admit(task: Task): Promise<boolean>
  /** Works on a task that may start now; never rejects. */
  run(task: Task, turn: Turn): Promise<void>
  /** Told of a task that the rate would not take; never rejects. */
  fail(task: Task, error: unknown): Promise<void>
  /** In how many milliseconds a waiting task is likely to be ready; undefined where that cannot be said. */
  estimate(task: Task, line: Line): number | undefined
}

interface State extends SchedulePorts {
  queue: FairQueue<Task>
  /** Tasks that run or are next to run: what `runningPerAccount` counts. */
  active: Set<Task>
  /** Accounts that may not start more for now, because of generations that this process does not run. */
  held: Set<string>
  /** For how many pictures the rate has been asked. A cancelled task leaves its question to whoever is next. */
  asked: Set<number>
  /** The one task that waits for the vendor's rate; it can still be cancelled. */
  next?: { task: Task; admitted: boolean } | undefined
  isTelling: boolean
  /** Tells again what changes while nothing moves. */
  isRetelling: boolean
  closed: AbortController
  isClosed: boolean
}

/** How long an account waits that another process keeps busy, before it is asked again. Milliseconds. */
const patience = 1_000
/** How long places may be out of date: telling everybody of every step would cost more than the steps. Milliseconds. */
const tellEvery = 250
/** How long an estimate may be out of date while nothing moves. Milliseconds. */
const retellEvery = 10_000

export function createSchedule(ports: SchedulePorts): Schedule {
  const state: State = {
    ...ports,
    queue: createFairQueue<Task>(),
    active: new Set(),
    held: new Set(),
    asked: new Set(),
    isTelling: false,
    isRetelling: false,
    closed: new AbortController(),
    isClosed: false,
  }
  const { queue } = state

  return {
    makeRoom: (account) => makeRoom(state, account),
    add(task) {
      if (state.isAdmitted(task)) putBack(state, task)
      else queue.add(task)
      advance(state)
      // When it is likely to be ready is told once the rate was asked.
      const ahead = list(state).indexOf(task)
      if (ahead >= 0) task.report({ stage: 'waiting', ahead, ...findLeast(state) })
    },
    remove(id) {
      const isNext = state.next?.task.id === id
      const removed = isNext ? state.next?.task : queue.remove(id)
      if (!removed) return false
      if (isNext) state.next = undefined
      end(state, removed)
      return true
    },
    list: () => list(state),
    close() {
      state.isClosed = true
      state.closed.abort()
      const left = list(state)
      state.next = undefined
      return left
    },
  }
}

const list = ({ next, queue }: State) => [...(next ? [next.task] : []), ...queue.list()]

function advance(state: State): void {
  if (state.isClosed) return
  if (!state.next)
    prepare(
      state,
      state.queue.take((account) => mayStart(state, account)),
    )
  if (!state.isTelling) void tellPlaces(state)
}

const mayStart = ({ held, active, runningPerAccount }: State, account: string) =>
  !held.has(account) && [...active].filter((task) => task.account === account).length < runningPerAccount

/** What waits in other processes goes in between, as their rate allows: it is seen to be there, and not how much it is. */
const findLeast = ({ vendorRate }: State) => (vendorRate.hasOthers() ? { isLeast: true as const } : {})

function tellPlace(state: State, task: Task, line: Line): void {
  const readyIn = state.estimate(task, line)
  const { ahead } = line
  task.report({ stage: 'waiting', ahead, ...(readyIn !== undefined && { readyIn }), ...findLeast(state) })
  if (readyIn !== undefined && !state.isRetelling) void retell(state)
}

const countPictures = (tasks: readonly Task[]) =>
  tasks.reduce((sum, { generation }) => sum + generation.asked.count, 0)

async function tellPlaces(state: State): Promise<void> {
  state.isTelling = true
  await state.clock.sleep(tellEvery)
  state.isTelling = false
  tellAll(state)
}

/** Its cost grows as what waits does, and no faster: each is counted once. */
function tellAll(state: State): void {
  const waiting = list(state)
  const running = [...state.active].filter((each) => each !== state.next?.task)
  const drawing = countPictures(running)
  const pictures = countPictures(waiting) / waiting.length
  const runningOf = new Map<string, number>()
  for (const { account } of running) runningOf.set(account, (runningOf.get(account) ?? 0) + 1)
  const aheadOf = new Map<string, number>()
  for (const [ahead, task] of waiting.entries()) {
    const ownAhead = aheadOf.get(task.account) ?? 0
    aheadOf.set(task.account, ownAhead + 1)
    const ownRunning = runningOf.get(task.account) ?? 0
    tellPlace(state, task, { ahead, ownAhead, ownRunning, drawing, pictures })
  }
}

/** Ends with the last that waits. */
async function retell(state: State): Promise<void> {
  state.isRetelling = true
  const { signal } = state.closed
  while (!state.isClosed && list(state).length > 0) {
    await state.clock.sleep(retellEvery, signal).catch(() => undefined)
    if (!state.isClosed) tellAll(state)
  }
  state.isRetelling = false
}

function prepare(state: State, task: Task | undefined): void {
  if (!task) return
  const turn = { task, admitted: false }
  state.next = turn
  state.active.add(task)
  state.admit(task).then((admitted) => {
    if (state.next !== turn || state.isClosed) return
    turn.admitted = admitted
    if (admitted) ask(state, task.generation.asked.count)
    else void postpone(state, task)
  })
}

/** Asks the rate once for so many pictures; fewer go before more, so that nobody waits for what was cancelled. */
function ask(state: State, pictures: number): void {
  const { asked, vendorRate } = state
  if (asked.has(pictures)) return
  asked.add(pictures)
  const begin = (turn: Turn) => {
    asked.delete(pictures)
    return start(state, pictures, turn)
  }
  vendorRate.run(pictures, begin).catch(async (error) => {
    asked.delete(pictures)
    const turn = state.next
    if (state.isClosed || turn?.task.generation.asked.count !== pictures) return
    state.next = undefined
    await state.fail(turn.task, error)
    end(state, turn.task)
  })
}

/** Begins whoever is next, if so many pictures are enough. */
function start(state: State, pictures: number, turn: Turn): Promise<void> | undefined {
  const { next } = state
  if (state.isClosed || !next?.admitted || next.task.generation.asked.count > pictures) return undefined
  const { task } = next
  state.next = undefined
  const work = state.run(task, turn).then(() => end(state, task))
  advance(state)
  return work
}

function end(state: State, task: Task): void {
  state.active.delete(task)
  advance(state)
}

async function postpone(state: State, task: Task): Promise<void> {
  state.active.delete(task)
  state.next = undefined
  if (putBack(state, task)) return advance(state)
  state.held.add(task.account)
  advance(state)
  await state.clock.sleep(patience)
  makeRoom(state, task.account)
}

/** Puts it back behind those of its account that were admitted already, and says whether there are any: it waits for them. */
function putBack({ queue, isAdmitted }: State, task: Task): boolean {
  const admitted = queue.list().filter((each) => each.account === task.account && isAdmitted(each))
  queue.addFirst(task)
  for (const each of admitted.reverse()) {
    queue.remove(each.id)
    queue.addFirst(each)
  }
  return admitted.length > 0
}

function makeRoom(state: State, account: string): void {
  if (state.held.delete(account)) advance(state)
}
