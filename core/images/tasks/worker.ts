/** Where generations are worked on: the tasks of this process, their schedule, and those left by others. */
import { setImmediate as nextTurn } from 'node:timers/promises'
import type { Clock } from '#core/clock.ts'
import { CoreError } from '#core/errors.ts'
import type { HostingWatch } from '#core/hosting/hosting-watch.ts'
import { isAdmitted, type Steps } from '#core/images/drawing/drawing.ts'
import { endStatuses, type Generation } from '#core/images/generation.ts'
import type { GenerationStore } from '#core/images/generation-store.ts'
import type { ImageModel } from '#core/images/image-model.ts'
import type { Pace, Turn } from '#core/images/rate/vendor-rate.ts'
import { createSchedule } from './schedule.ts'
import { createTask, type Job, type Task } from './task.ts'

/** The longest a generation waits for its turn before its credits go back, in milliseconds. */
const longestWait = 10 * 60_000
/** How often another process's generation is looked at by somebody who follows it, in milliseconds. */
const lookEvery = 2_000

/** What given-up work may take to give its credits back, in milliseconds; the next process does what is left. */
const lastPatience = 3_000

export type Workshop = ReturnType<typeof createWorkshop>

export function createWorkshop(options: {
  generations: GenerationStore
  model: ImageModel
  steps: Steps
  hosting: Pick<HostingWatch, 'require' | 'findTrouble'>
  pace: Pace
  clock: Clock
  imagesPerMinute: number
  runningPerAccount: number
}) {
  const { generations, model, steps, hosting, pace, clock } = options
  const tasks = new Map<string, Task>()
  let stopping = false

  const { runningPerAccount } = options
  const schedule = createSchedule({
    pace,
    clock,
    runningPerAccount,
    isAdmitted: (task) => isAdmitted(task.generation),
    admit,
    run,
    drop,
  })

  /** A store that cannot be asked admits: drawing asks it again, and says so. */
  function admit(task: Task): Promise<boolean> {
    return steps.admit(task.generation, runningPerAccount).catch(() => true)
  }

  /** Ends the work on a task: its lease is no longer kept, and its account has room for another. */
  function forget(id: string): void {
    const task = tasks.get(id)
    tasks.delete(id)
    if (task) schedule.release(task.account)
  }

  async function run(task: Task, turn: Turn): Promise<void> {
    task.report({ stage: 'drawing', since: clock.now() })
    await conclude(task, () =>
      steps.draw(task.generation, {
        signal: task.abort.signal,
        turn,
        onPartial: (picture) => task.report({ stage: 'preview', picture }),
        onHosting: () => task.report({ stage: 'hosting' }),
      }),
    )
  }

  async function drop(task: Task, error: unknown): Promise<void> {
    await conclude(task, () => steps.fail(task.generation, error))
  }

  /** Ends a task with what its last step answers; a step that answers nothing has lost the generation to another process. */
  async function conclude(
    task: Task,
    step: () => Promise<Generation | undefined>,
  ): Promise<Generation | undefined> {
    try {
      const generation = (await step()) ?? (await generations.find({ id: task.id }))
      if (!generation) throw new CoreError('not-found', { id: task.id })
      task.generation = generation
      if (!isSettled(generation)) {
        handOver(task)
        return undefined
      }
      if (generation.status !== 'ready') forget(task.id)
      task.settle(generation)
      return generation
    } catch (error) {
      abandon(task, error)
      return undefined
    }
  }

  /** Says that this process works on a generation: from now on its lease is kept and others can follow it. */
  function open(generation: Generation): Task {
    const task = createTask(generation)
    tasks.set(task.id, task)
    return task
  }

  /** Queues an open task to be drawn. */
  function enqueue(task: Task): Job {
    if (stopping) void leave([task])
    else schedule.add(task)
    return task
  }

  /** Gives an open task up: whoever follows it gets the error. */
  function abandon(task: Task, error: unknown): void {
    forget(task.id)
    task.reject(error)
  }

  /** Leaves tasks for other processes, or this one's next start, to take up. */
  async function leave(waiting: readonly Task[]): Promise<void> {
    const ids = waiting.map(({ id }) => id)
    for (const task of waiting) abandon(task, new CoreError('stopping', {}))
    try {
      await forEach(ids, steps.letGo)
    } catch {
      // A lease that cannot be ended runs out.
    }
  }

  /** A job for a generation as it stands: this process's task, or a watch on another's. */
  function follow(generation: Generation): Job {
    const task = tasks.get(generation.id)
    if (task) return task
    const watched = createTask(generation)
    if (isSettled(generation)) watched.settle(generation)
    else void watch(watched)
    return watched
  }

  /** Stops working on a task that is another process's by now; whoever follows it still learns its end. */
  function handOver(task: Task): void {
    forget(task.id)
    void watch(task)
  }

  async function watch(task: Task): Promise<void> {
    try {
      for (;;) {
        const generation = await generations.find({ id: task.id })
        if (!generation) throw new CoreError('not-found', { id: task.id })
        if (isSettled(generation)) return task.settle(generation)
        if (stopping) throw new CoreError('stopping', {})
        await clock.sleep(lookEvery)
      }
    } catch (error) {
      task.reject(error)
    }
  }

  /** Cancels a generation that waits, here or in another process; undefined when it does not wait (any more). */
  async function cancel(generation: Generation): Promise<Generation | undefined> {
    const task = tasks.get(generation.id)
    if (!task || !schedule.remove(task.id)) return await steps.cancel(generation)
    const ended = await conclude(task, () => steps.cancel(generation))
    return ended?.failure?.code === 'cancelled' ? ended : undefined
  }

  /** Rejects an order that could not start in time anyway, or not be hosted. */
  function refuseWhenBusy(pictures: number): void {
    hosting.require()
    const waiting = schedule.list().reduce((sum, { generation }) => sum + generation.spec.count, 0)
    const most = options.imagesPerMinute * (longestWait / 60_000)
    if (waiting + pictures > most) throw new CoreError('vendor-busy', {})
  }

  /** Gives up on what has waited too long, and on all that waits when hosting has failed for long. */
  async function expire(): Promise<void> {
    const since = clock.now() - longestWait
    const trouble = hosting.findTrouble()
    for (const task of schedule.list()) {
      const error = task.generation.createdAt <= since ? new CoreError('vendor-busy', {}) : trouble
      if (error && schedule.remove(task.id)) await drop(task, error)
    }
  }

  const renew = () => forEach(tasks.keys(), steps.renew)

  /** A store on this machine answers without the event loop going round: many leases would keep everybody waiting. */
  async function forEach(ids: Iterable<string>, write: (id: string) => Promise<void>): Promise<void> {
    for (const id of ids) {
      await write(id)
      await nextTurn()
    }
  }

  /** Stops: what waits is left to be taken up again, what runs gets `patience` milliseconds to end. */
  async function stop(patience: number): Promise<void> {
    stopping = true
    const left = leave(schedule.close())
    const running = [...tasks.values()]
    await settle(running, patience)
    for (const task of running) task.abort.abort(new CoreError('interrupted', {}))
    await settle(running, lastPatience)
    await left
    pace.stop()
  }

  /** Waits for tasks to end, but no longer than that. */
  async function settle(running: readonly Task[], patience: number): Promise<void> {
    const over = new AbortController()
    await Promise.race([
      Promise.allSettled(running.map((task) => task.done)),
      clock.sleep(patience, over.signal).catch(() => undefined),
    ])
    over.abort()
  }

  /** How many generations wait and run in this process. */
  function count(): { waiting: number; running: number } {
    const waiting = schedule.list().length
    const drawn = [...tasks.values()].filter(({ generation }) => generation.status !== 'ready').length
    return { waiting, running: Math.max(0, drawn - waiting) }
  }

  return {
    count,
    generations,
    model,
    steps,
    clock,
    open,
    enqueue,
    abandon,
    handOver,
    conclude,
    follow,
    cancel,
    refuseWhenBusy,
    expire,
    renew,
    stop,
    isStopping: () => stopping,
    /** Whether this process works on it. */
    has: (id: string) => tasks.has(id),
    forget,
  }
}

/** Whether a generation needs no more work before it can be shown. */
const isSettled = ({ status }: Generation) => status === 'ready' || endStatuses.includes(status)
