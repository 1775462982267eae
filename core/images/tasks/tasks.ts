/** The generations that this process works on, by id, and watches on those that other processes do. */
import type { Clock } from '#core/clock.ts'
import { CoreError } from '#core/errors.ts'
import { isOfAnother } from '#core/images/drawing/leases.ts'
import { type Generation, isEnded, type Settled } from '#core/images/generation.ts'
import type { GenerationStore } from '#core/images/generation-store.ts'
import { createTask, type Job, type Task } from './task.ts'

/** How often another process's generation is looked at by somebody who follows it, in milliseconds. */
const lookEvery = 2_000

export interface Tasks {
  /** Says that this process works on a generation: from now on its lease is kept and others can follow it. */
  open(generation: Generation): Task
  /** Whether this process works on it. */
  has(id: string): boolean
  /** As they are while one goes through them. */
  list(): Iterable<Task>
  /** A job for a generation as it stands: this process's task, or a watch on another's. */
  follow(generation: Generation): Job
  /**
   * Does a task's last step and ends the task as that turns out; answers with the generation as it ended. A step that
   * answers nothing has lost the generation to another process. What is `ready` stays open until somebody has seen it.
   * Never rejects.
   */
  conclude(task: Task, step: () => Promise<Generation | undefined>): Promise<Settled | undefined>
  /** Ends the work: the lease is no longer kept, and the account has room for another. */
  close(id: string): void
  /** Says that another process has claimed a task that waited here: it is followed, and comes back to be shown. */
  lend(task: Task): void
  listLent(): Task[]
  /** This process's own again. Undefined where it is not lent. */
  takeBack(id: string): Task | undefined
  /** Closes a task that is another process's by now; its followers still hear its end. */
  handOver(task: Task): void
  /** Closes a task that this process cannot bring to an end; its followers get the error. */
  abandon(task: Task, error: unknown): void
  /** From now on whoever follows another process's generation gets `stopping`. */
  stop(): void
  isStopping(): boolean
}

interface TasksPorts {
  generations: Pick<GenerationStore, 'find'>
  clock: Clock
  /** Names this process. */
  owner: string
  /** Whether what waits here may be claimed by others, and what is lent is followed. */
  isShared: boolean
  /** Told of the account of each task that is closed. */
  onClose(account: string): void
}

interface Watching extends Pick<TasksPorts, 'generations' | 'clock'> {
  isStopping(): boolean
}

export function createTasks(ports: TasksPorts): Tasks {
  const { generations, owner, isShared, onClose } = ports
  const tasks = new Map<string, Task>()
  const lent = new Set<string>()
  let stopping = false
  const isStopping = () => stopping
  const watching: Watching = { ...ports, isStopping }

  function close(id: string): void {
    const task = tasks.get(id)
    tasks.delete(id)
    lent.delete(id)
    if (task) onClose(task.account)
  }

  function abandon(task: Task, error: unknown): void {
    close(task.id)
    task.abandon(error)
  }

  function lend(task: Task): void {
    lent.add(task.id)
    onClose(task.account)
  }

  function handOver(task: Task): void {
    close(task.id)
    void watch(watching, task)
  }

  return {
    open(generation) {
      const task = createTask(generation)
      tasks.set(task.id, task)
      return task
    },
    has: (id) => tasks.has(id),
    list: () => tasks.values(),
    follow(generation) {
      const task = tasks.get(generation.id)
      if (task) return task
      const watched = createTask(generation)
      if (isSettled(generation)) watched.settle(generation)
      else void watch(watching, watched)
      return watched
    },
    lend,
    listLent: () => [...lent].flatMap((id) => tasks.get(id) ?? []),
    takeBack: (id) => (lent.delete(id) ? tasks.get(id) : undefined),
    async conclude(task, step) {
      const ofAnother = isOfAnother({ owner }, task.generation)
      try {
        const generation = (await step()) ?? (await find(generations, task))
        task.generation = generation
        if (!isSettled(generation)) {
          const isFailing = generation.status === 'failing' && generation.lease?.owner === owner
          const comesBack = generation.hearer === owner || isFailing
          if (isShared && comesBack && !stopping) lend(task)
          else handOver(task)
          return undefined
        }
        if (generation.status !== 'ready' || ofAnother) close(task.id)
        task.settle(generation)
        return generation
      } catch (error) {
        abandon(task, error)
        return undefined
      }
    },
    close,
    handOver,
    abandon,
    stop() {
      stopping = true
    },
    isStopping,
  }
}

/** Until it needs no more work, or nobody works here any more. */
async function watch({ generations, clock, isStopping }: Watching, task: Task): Promise<void> {
  try {
    for (;;) {
      const generation = await find(generations, task)
      if (isSettled(generation)) return task.settle(generation)
      if (isStopping()) throw new CoreError('stopping', {})
      await clock.sleep(lookEvery)
    }
  } catch (error) {
    task.abandon(error)
  }
}

async function find(generations: TasksPorts['generations'], { id }: Task): Promise<Generation> {
  const generation = await generations.find({ id })
  if (!generation) throw new CoreError('not-found', { id })
  return generation
}

/** Whether a generation needs no more work before it can be shown. */
const isSettled = (generation: Generation): generation is Settled =>
  generation.status === 'ready' || isEnded(generation)
