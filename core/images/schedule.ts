/** Runs waiting tasks: in fair order, at the vendor's pace, so many of one account at once. */

import type { Clock } from '#core/clock.ts'
import { createFairQueue } from './fair-queue.ts'
import type { Pace } from './pace.ts'
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

export function createSchedule(options: {
  pace: Pace
  clock: Clock
  runningPerAccount: number
  /** Whether the account may have one more running, all processes together; never rejects. */
  admit(task: Task): Promise<boolean>
  /** Works on a task that may start now; never rejects. */
  run(task: Task): Promise<void>
  /** Told of a task that the pace would not take; never rejects. */
  drop(task: Task, error: unknown): Promise<void>
}): Schedule {
  const queue = createFairQueue<Task>()
  // Tasks that run or are next to run: what `runningPerAccount` counts.
  const active = new Set<Task>()
  const started = new WeakSet<Task>()
  // Accounts that may not start more for now, because of generations that this process does not run.
  const held = new Set<string>()
  // The one task that waits for the vendor's pace; it can still be cancelled.
  let next: Task | undefined
  let closed = false

  const mayStart = (account: string) =>
    !held.has(account) &&
    [...active].filter((task) => task.account === account).length < options.runningPerAccount

  const list = () => [...(next ? [next] : []), ...queue.list()]

  const advance = () => {
    if (closed) return
    next ??= queue.take(mayStart)
    if (next && !started.has(next)) void start(next)
    next?.report({ stage: 'waiting', ahead: 0 })
    for (const task of queue.list()) {
      task.report({ stage: 'waiting', ahead: queue.countAhead(task) + (next ? 1 : 0) })
    }
  }

  async function start(task: Task): Promise<void> {
    started.add(task)
    active.add(task)
    if (!(await options.admit(task))) return postpone(task)
    try {
      await options.pace.run(task.generation.spec.count, () => {
        if (next !== task) return undefined
        next = undefined
        const work = options.run(task)
        advance()
        return work
      })
    } catch (error) {
      if (next === task) {
        next = undefined
        await options.drop(task, error)
      }
    }
    active.delete(task)
    advance()
  }

  async function postpone(task: Task): Promise<void> {
    active.delete(task)
    started.delete(task)
    if (next !== task) return advance()
    next = undefined
    queue.add(task)
    if (queue.list().some(isSureOf(task.account))) return advance()
    held.add(task.account)
    advance()
    await options.clock.sleep(patience)
    release(task.account)
  }

  /** Whether a task waits here that has one of the account's running slots: its turn comes when the others had theirs. */
  const isSureOf = (account: string) => (task: Task) =>
    task.account === account && (task.generation.slot ?? 0) < options.runningPerAccount

  function release(account: string): void {
    if (held.delete(account)) advance()
  }

  return {
    release,
    add(task) {
      queue.add(task)
      advance()
    },
    remove(id) {
      const removed = next?.id === id ? next : queue.remove(id)
      if (!removed) return false
      if (next === removed) next = undefined
      active.delete(removed)
      advance()
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
