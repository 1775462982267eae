/** Works on the tasks of this process: queues them, draws them in their turn, and stops. */
import { setImmediate as nextTurn } from 'node:timers/promises'
import { CoreError } from '#core/errors.ts'
import { createGate, type Pass } from '#core/gate.ts'
import type { HostingWatch } from '#core/hosting/hosting-watch.ts'
import { type DrawingPorts, draw } from '#core/images/drawing/drawing.ts'
import { cancel, fail } from '#core/images/drawing/ending.ts'
import { admit, isAdmitted, letGo, renew } from '#core/images/drawing/leases.ts'
import type { Generation } from '#core/images/generation.ts'
import type { Turn, VendorRate } from '#core/images/rate/vendor-rate.ts'
import { createDurations, type Durations } from './durations.ts'
import { estimateReady } from './estimate.ts'
import { createPreviews } from './previews.ts'
import { createSchedule, type Schedule } from './schedule.ts'
import type { Job, Task } from './task.ts'
import { createTasks, type Tasks } from './tasks.ts'

/** The longest a generation waits for its turn before its credits go back, in milliseconds. */
const longestWait = 10 * 60_000

/** What given-up work may take to give its credits back, in milliseconds; the next process does what is left. */
const lastPatience = 3_000

interface WorkerPorts extends DrawingPorts {
  isShared: boolean
  hosting: Pick<HostingWatch, 'host' | 'ready' | 'require' | 'findTrouble'>
  vendorRate: VendorRate
  imagesPerMinute: number
  picturesAtOnce: number
  runningPerAccount: number
}

export interface Worker {
  tasks: Tasks
  /** Queues an open task to be drawn. */
  enqueue(task: Task): Job
  /** Cancels a generation that waits, here or in another process; undefined when it does not wait (any more). */
  cancel(generation: Generation): Promise<Generation | undefined>
  /**
   * Throws `queue-full` or `hosting-down` for so many pictures that could not start in time anyway, or not be hosted: the minute is
   * everybody's, and so what waits in other processes counts, as it was last noted.
   */
  requireRoom(pictures: number): void
  /** How many pictures wait in the other processes that work on these records. */
  noteElsewhere(pictures: number): void
  /** Keeps the leases of what it works on, and gives up what has waited too long, or cannot be hosted for long. */
  tend(): Promise<void>
  /** Those that wait here, the next one first. */
  listWaiting(): Task[]
  /** How many pictures more could be drawn at once. */
  countRoom(): number
  /** Leaves one that waits here to the process that has claimed it. */
  lend(task: Task): void
  /** How many generations wait and run in this process. */
  count(): { waiting: number; running: number }
  /** Stops: what waits is left to be taken up again, what runs gets `patience` milliseconds to end. */
  stop(patience: number): Promise<void>
}

type Work = WorkerPorts & { tasks: Tasks; schedule: Schedule; durations: Durations; previewTurn: Pass }

export function createWorker(ports: WorkerPorts): Worker {
  const tasks = createTasks({ ...ports, onClose: (account) => schedule.makeRoom(account) })
  const schedule: Schedule = createSchedule({
    ...ports,
    isAdmitted: ({ generation }) => isAdmitted(generation),
    // A store that cannot be asked admits: drawing asks it again, and says so.
    admit: ({ generation }) => admit(ports, generation, ports.runningPerAccount).catch(() => true),
    run: (task, turn) => run(work, task, turn),
    fail: (task, error) => giveUp(work, task, error),
    estimate: ({ generation }, line) => estimateReady(work, generation, line),
  })
  const work: Work = {
    ...{ ...ports, tasks, schedule },
    durations: createDurations(ports.clock),
    previewTurn: createGate(1),
  }

  let elsewhere = 0

  return {
    tasks,
    noteElsewhere(pictures) {
      elsewhere = pictures
    },
    enqueue(task) {
      if (tasks.isStopping()) void leave(work, [task])
      else schedule.add(task)
      return task
    },
    async cancel(generation) {
      const task = [...tasks.list()].find(({ id }) => id === generation.id)
      if (!task || !schedule.remove(task.id)) return await cancel(ports, generation)
      const ended = await tasks.conclude(task, () => cancel(ports, generation))
      return ended?.failure?.code === 'cancelled' ? ended : undefined
    },
    requireRoom(pictures) {
      ports.hosting.require()
      const waiting = schedule.list().reduce((sum, { generation }) => sum + generation.asked.count, 0)
      const most = ports.imagesPerMinute * (longestWait / 60_000)
      if (elsewhere + waiting + pictures > most) throw new CoreError('queue-full', {})
    },
    async tend() {
      await renew(
        ports,
        [...tasks.list()].map(({ id }) => id),
      )
      await expire(work)
    },
    listWaiting: () => schedule.list(),
    countRoom() {
      const pictures = listUndrawn(tasks).reduce((sum, { generation }) => sum + generation.asked.count, 0)
      return ports.picturesAtOnce - pictures
    },
    lend(task) {
      if (schedule.remove(task.id)) tasks.lend(task)
    },
    count() {
      const waiting = schedule.list().length
      return { waiting, running: Math.max(0, listUndrawn(tasks).length - waiting) }
    },
    stop: (patience) => stop(work, patience),
  }
}

/** What this process is to draw, or draws. */
function listUndrawn(tasks: Tasks): Task[] {
  const lent = new Set(tasks.listLent())
  return [...tasks.list()].filter((task) => task.generation.status !== 'ready' && !lent.has(task))
}

async function run(work: Work, task: Task, turn: Turn): Promise<void> {
  const since = work.clock.now()
  task.report({ stage: 'drawing', since })
  const previews = createPreviews((picture) => task.report({ stage: 'preview', picture }), {
    clock: work.clock,
    takeTurn: work.previewTurn,
  })
  const ended = await work.tasks.conclude(task, () =>
    draw(work, task.generation, {
      signal: task.abort.signal,
      turn,
      onPartial: previews.offer,
      onHosting() {
        previews.stop()
        task.report({ stage: 'hosting' })
      },
    }).finally(previews.stop),
  )
  if (ended?.status === 'ready') work.durations.note(ended.asked.quality, work.clock.now() - since)
}

async function giveUp(work: Work, task: Task, error: unknown): Promise<void> {
  await work.tasks.conclude(task, () => fail(work, task.generation, error))
}

/** Leaves tasks for other processes, or this one's next start, to take up. */
async function leave(work: Work, waiting: readonly Task[]): Promise<void> {
  for (const task of waiting) work.tasks.abandon(task, new CoreError('stopping', {}))
  try {
    await forEach(waiting, ({ id }) => letGo(work, id))
  } catch {
    // A lease that cannot be ended runs out.
  }
}

async function expire(work: Work): Promise<void> {
  const since = work.clock.now() - longestWait
  const trouble = work.hosting.findTrouble()
  for (const task of work.schedule.list()) {
    const error = task.generation.createdAt <= since ? new CoreError('queue-full', {}) : trouble
    if (error && work.schedule.remove(task.id)) await giveUp(work, task, error)
  }
}

async function stop(work: Work, patience: number): Promise<void> {
  const { tasks, schedule, vendorRate } = work
  tasks.stop()
  const left = leave(work, schedule.close())
  for (const task of tasks.listLent()) tasks.abandon(task, new CoreError('stopping', {}))
  const running = [...tasks.list()]
  await waitFor(work, running, patience)
  for (const task of running) task.abort.abort(new CoreError('interrupted', {}))
  await waitFor(work, running, lastPatience)
  await left
  vendorRate.stop()
}

/** Waits for tasks to end, but no longer than that. */
async function waitFor({ clock }: Work, running: readonly Task[], patience: number): Promise<void> {
  const over = new AbortController()
  await Promise.race([
    Promise.allSettled(running.map((task) => task.done)),
    clock.sleep(patience, over.signal).catch(() => undefined),
  ])
  over.abort()
}

/** A store on this machine answers without the event loop going round: many leases would keep everybody waiting. */
async function forEach(tasks: Iterable<Task>, write: (task: Task) => Promise<void>): Promise<void> {
  for (const task of tasks) {
    await write(task)
    await nextTurn()
  }
}
