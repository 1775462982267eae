/** Runs waiting tasks: in fair order, at the vendor's pace, so many of one account at once. */
import { createFairQueue } from './fair-queue.ts'
import type { Pace } from './pace.ts'
import type { Task } from './task.ts'

export interface Schedule {
  add(task: Task): void
  /** Takes a waiting task out; false when it is not waiting. */
  remove(id: string): boolean
  /** Tasks that wait, the next one first. */
  list(): Task[]
  /** Nothing starts any more; answers with what was waiting. */
  close(): Task[]
}

export function createSchedule(options: {
  pace: Pace
  runningPerAccount: number
  /** Works on a task that may start now; never rejects. */
  run(task: Task): Promise<void>
  /** Told of a task that the pace would not take; never rejects. */
  drop(task: Task, error: unknown): Promise<void>
}): Schedule {
  const queue = createFairQueue<Task>()
  // Tasks that run or are next to run: what `runningPerAccount` counts.
  const active = new Set<Task>()
  const started = new WeakSet<Task>()
  // The one task that waits for the vendor's pace; it can still be cancelled.
  let next: Task | undefined
  let closed = false

  const mayStart = (account: string) =>
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

  return {
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
