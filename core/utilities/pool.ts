/** A few threads on which jobs are done, so that none of them holds up the event loop. */
import { once } from 'node:events'
import { Worker } from 'node:worker_threads'
import type { Clock } from '#core/clock.ts'
import { CoreError } from '#core/errors.ts'
import { createGate, type Pass } from '#core/gate.ts'
import { type Log, logFailure } from '#core/log.ts'
import { type Answer, copyTask, listHandedOver, readAnswer, type Task } from './answer.ts'
import { catalog, type InputOf, type MadeOf, type UtilityName } from './catalog.ts'
import type { Made } from './utility.ts'

export interface Terms {
  /** Asked at once whether the job may be done. */
  admit?: () => Promise<void>
  /** It takes much memory: no other that does so is done at the same time. */
  isLarge?: boolean
}

export interface Pool {
  /**
   * Has a job done. `prepare` gives what it takes, and is called when its turn is near, since that may be large. Files in
   * it are copied at once and stay the caller's, to be used again. Rejects with `utility-busy` where there is no place,
   * with `utility-too-much` for what takes too long or too much memory, with `stopping`, and as `admit`, `prepare` and
   * the job do.
   */
  run<Name extends UtilityName>(
    name: Name,
    prepare: () => Promise<InputOf<Name>>,
    terms?: Terms,
  ): Promise<MadeOf<Name>>
  /** Takes no more, gives what is under way up to `patience` milliseconds, and ends all threads. */
  stop(patience: number): Promise<void>
}

export interface PoolLimits {
  /** Threads at most; the first is started with the first job. */
  threads: number
  /** Jobs under way at most, those that wait among them. */
  jobs: number
  /** Jobs at most whose input is read and held in memory, those on threads among them. */
  held: number
  /** Milliseconds without work after which a thread ends, with the memory it holds. */
  idle: number
  /** What a thread runs. */
  program: URL
}

export const usualLimits: PoolLimits = {
  threads: 2,
  jobs: 40,
  held: 8,
  idle: 60_000,
  program: new URL('./thread.ts', import.meta.url),
}

/** Megabytes of a thread's own heap; pixels are held outside of it, and bounded where pictures are opened. */
const resourceLimits = { maxOldGenerationSizeMb: 96, maxYoungGenerationSizeMb: 16, stackSizeMb: 4 }

/** A thread without work. */
interface Idle {
  worker: Worker
  /** Aborted as soon as it is needed. */
  needed: AbortController
}

export interface PoolPorts {
  clock: Clock
  log: Log
}

interface Working extends PoolPorts {
  limits: PoolLimits
  idle: Set<Idle>
  all: Set<Worker>
}

export function createPool(ports: PoolPorts, limits = usualLimits): Pool {
  const { clock } = ports
  const working: Working = { ...ports, limits, idle: new Set(), all: new Set() }
  const hold = createGate(limits.held)
  const pass = createGate(limits.threads)
  const passLarge = createGate(1)
  const passAny: Pass = (job) => job()
  const underWay = new Set<Promise<unknown>>()
  const stopped = new AbortController()

  const requireRunning = () => {
    if (stopped.signal.aborted) throw new CoreError('stopping', {})
  }

  async function handle(name: UtilityName, prepare: () => Promise<Task['input']>, { admit, isLarge }: Terms) {
    await admit?.()
    const enter = isLarge ? passLarge : passAny
    return await enter(() =>
      hold(async () => {
        requireRunning()
        const task = copyTask(name, await prepare())
        return await pass(async () => {
          requireRunning()
          return await work(working, task, isLarge)
        })
      }),
    )
  }

  return {
    async run(name, prepare, terms = {}) {
      requireRunning()
      if (underWay.size >= limits.jobs) throw new CoreError('utility-busy', {})
      const job = handle(name, prepare, terms)
      underWay.add(job)
      try {
        // Each job answers as the catalog says: types do not cross to another thread.
        return (await job) as MadeOf<typeof name>
      } finally {
        underWay.delete(job)
      }
    },
    async stop(patience) {
      stopped.abort()
      const patient = new AbortController()
      const late = clock.sleep(patience, patient.signal).catch(() => undefined)
      await Promise.race([Promise.allSettled(underWay), late])
      patient.abort()
      for (const { needed } of working.idle) needed.abort()
      await Promise.all([...working.all].map((worker) => worker.terminate()))
    },
  }
}

/** On an idle thread, or a new one; one that did not answer is ended, and no other job with it. */
async function work(working: Working, task: Task, isLarge = false): Promise<Made> {
  const worker = takeIdle(working) ?? startThread(working)
  const answer = await ask(working, worker, task)
  // What a large job leaves behind is collected late, and at once with its thread.
  if (isLarge) await worker.terminate()
  else rest(working, worker)
  return readAnswer(answer)
}

async function ask({ clock, log }: PoolPorts, worker: Worker, task: Task): Promise<Answer> {
  const ended = new AbortController()
  const { signal } = ended
  worker.ref()
  try {
    worker.postMessage(task, listHandedOver(Object.values(task.input)))
    const [answer]: Answer[] = await Promise.race([
      once(worker, 'message', { signal }),
      once(worker, 'exit', { signal }).then(() => Promise.reject(new CoreError('stopping', {}))),
      clock.sleep(catalog[task.name].deadline, signal).then(() => Promise.reject(refuse())),
    ])
    if (!answer) throw new TypeError('a thread answered with nothing')
    return answer
  } catch (error) {
    if (!(error instanceof CoreError)) logFailure(log, error, { utility: task.name }, 'A thread failed')
    void worker.terminate()
    throw isOutOfMemory(error) ? refuse(error) : error
  } finally {
    ended.abort()
  }
}

function startThread({ all, limits }: Working): Worker {
  // What is decoded here comes from outside: it finds no variables, and no flags of the program.
  const worker = new Worker(limits.program, { env: {}, execArgv: [], resourceLimits })
  all.add(worker)
  worker.once('exit', () => all.delete(worker))
  // Without a listener, a thread that fails while nobody waits for it would end the process.
  worker.on('error', () => undefined)
  return worker
}

function takeIdle({ idle, all }: Working): Worker | undefined {
  for (const thread of idle) {
    idle.delete(thread)
    thread.needed.abort()
    if (all.has(thread.worker)) return thread.worker
  }
  return undefined
}

/** Ends a thread that is not needed for a while. */
function rest({ clock, idle, limits }: Working, worker: Worker): void {
  const thread: Idle = { worker, needed: new AbortController() }
  idle.add(thread)
  worker.unref()
  clock.sleep(limits.idle, thread.needed.signal).then(
    () => {
      idle.delete(thread)
      void worker.terminate()
    },
    () => undefined,
  )
}

const refuse = (cause?: unknown) => new CoreError('utility-too-much', {}, { cause })
const isOutOfMemory = (error: unknown) =>
  error instanceof Error && 'code' in error && error.code === 'ERR_WORKER_OUT_OF_MEMORY'
