/** Runs waiting tasks: in fair order, at the vendor's pace, so many of one account at once. */
import type { Clock } from '#core/clock.ts'
import type { Pace, Turn } from '#core/images/rate/vendor-rate.ts'
import { createFairQueue } from './fair-queue.ts'
import type { Task } from './task.ts'

export interface Schedule {
  add(task: Task): void
  /** Takes a waiting task out; false when it is not waiting. */
  remove(id: string): boolean
  /** Says that an account has one generation less, so that another may be admitted. */
  release(account: string): void
  /** Tasks that wait, the next one first. */
  list(): Task[]
  /** Nothing starts any more; answers with what was waiting. */
  close(): Task[]
}

/** How long an account waits that another process keeps busy, before it is asked again. Milliseconds. */
const patience = 1_000
/** How long places may be out of date: telling everybody of every step would cost more than the steps. Milliseconds. */
const tellEvery = 250

export function createSchedule(options: {
  pace: Pace
  clock: Clock
  runningPerAccount: number
  /** Whether a task was admitted already, by a process that did not get to run it. */
  isAdmitted(task: Task): boolean
  /** Whether the account may have one more running, all processes together; never rejects. */
  admit(task: Task): Promise<boolean>
  /** Works on a task that may start now; never rejects. */
  run(task: Task, turn: Turn): Promise<void>
  /** Told of a task that the pace would not take; never rejects. */
  drop(task: Task, error: unknown): Promise<void>
}): Schedule {
  const queue = createFairQueue<Task>()
  // Tasks that run or are next to run: what `runningPerAccount` counts.
  const active = new Set<Task>()
  // Accounts that may not start more for now, because of generations that this process does not run.
  const held = new Set<string>()
  // For how many pictures the pace has been asked. A cancelled task leaves its question to whoever is next.
  const asked = new Set<number>()
  // The one task that waits for the vendor's pace; it can still be cancelled.
  let next: { task: Task; admitted: boolean } | undefined
  let telling = false
  let closed = false

  const mayStart = (account: string) =>
    !held.has(account) &&
    [...active].filter((task) => task.account === account).length < options.runningPerAccount

  const list = () => [...(next ? [next.task] : []), ...queue.list()]

  function advance(): void {
    if (closed) return
    if (!next) prepare(queue.take(mayStart))
    if (!telling) void tellPlaces()
  }

  function tellPlace(task: Task): void {
    const isNext = next?.task === task
    task.report({ stage: 'waiting', ahead: isNext ? 0 : queue.countAhead(task) + (next ? 1 : 0) })
  }

  async function tellPlaces(): Promise<void> {
    telling = true
    await options.clock.sleep(tellEvery)
    telling = false
    for (const task of list()) tellPlace(task)
  }

  function prepare(task: Task | undefined): void {
    if (!task) return
    const turn = { task, admitted: false }
    next = turn
    active.add(task)
    options.admit(task).then((admitted) => {
      if (next !== turn || closed) return
      turn.admitted = admitted
      if (admitted) ask(task.generation.spec.count)
      else void postpone(task)
    })
  }

  /** Asks the pace once for so many pictures; fewer go before more, so that nobody waits for what was cancelled. */
  function ask(pictures: number): void {
    if (asked.has(pictures)) return
    asked.add(pictures)
    const begin = (turn: Turn) => {
      asked.delete(pictures)
      return start(pictures, turn)
    }
    options.pace.run(pictures, begin).catch(async (error) => {
      asked.delete(pictures)
      const turn = next
      if (closed || turn?.task.generation.spec.count !== pictures) return
      next = undefined
      await options.drop(turn.task, error)
      end(turn.task)
    })
  }

  /** Begins whoever is next, if so many pictures are enough. */
  function start(pictures: number, turn: Turn): Promise<void> | undefined {
    if (closed || !next?.admitted || next.task.generation.spec.count > pictures) return undefined
    const { task } = next
    next = undefined
    const work = options.run(task, turn).then(() => end(task))
    advance()
    return work
  }

  function end(task: Task): void {
    active.delete(task)
    advance()
  }

  async function postpone(task: Task): Promise<void> {
    active.delete(task)
    next = undefined
    if (putBack(task)) return advance()
    held.add(task.account)
    advance()
    await options.clock.sleep(patience)
    release(task.account)
  }

  /** Puts it back behind those of its account that were admitted already, and says whether there are any: it waits for them. */
  function putBack(task: Task): boolean {
    const admitted = queue.list().filter((each) => each.account === task.account && options.isAdmitted(each))
    queue.addFirst(task)
    for (const each of admitted.reverse()) {
      queue.remove(each.id)
      queue.addFirst(each)
    }
    return admitted.length > 0
  }

  function release(account: string): void {
    if (held.delete(account)) advance()
  }

  return {
    release,
    add(task) {
      if (options.isAdmitted(task)) queue.addFirst(task)
      else queue.add(task)
      advance()
      if (list().includes(task)) tellPlace(task)
    },
    remove(id) {
      const isNext = next?.task.id === id
      const removed = isNext ? next?.task : queue.remove(id)
      if (!removed) return false
      if (isNext) next = undefined
      end(removed)
      return true
    },
    list,
    close() {
      closed = true
      const left = list()
      next = undefined
      return left
    },
  }
}
