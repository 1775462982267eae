/** Takes up generations that no process works on any more, and keeps this process's own alive. */
import type { Clock } from '#core/clock.ts'
import { CoreError } from '#core/errors.ts'
import type { Steps } from '#core/images/drawing/drawing.ts'
import type { Generation } from '#core/images/generation.ts'
import type { GenerationStore } from '#core/images/generation-store.ts'
import type { Images } from '#core/images/images.ts'
import { type Log, logFailure } from '#core/log.ts'
import type { Show } from './show.ts'
import type { Task } from './task.ts'
import type { Workshop } from './worker.ts'

export interface Recovery {
  /** Takes up what is left now, and looks again every 15 seconds. Resolves when all that was found is in hand. */
  start(): Promise<void>
  /** Resolves when nothing taken up is still being shown. */
  stop(): Promise<void>
}

/** A quarter of a lease: one missed look loses nothing. Milliseconds. */
const lookEvery = 15_000

export function createRecovery(options: {
  generations: GenerationStore
  workshop: Workshop
  steps: Steps
  show: Show
  images: Pick<Images, 'noteShown'>
  owner: string
  isAlive: (owner: string) => boolean
  clock: Clock
  log: Log
}): Recovery {
  const { generations, workshop, steps, show, images, owner, isAlive, clock, log } = options
  const stopped = new AbortController()
  const underWay = new Set<Promise<void>>()

  const isHeld = ({ lease }: Generation) =>
    lease !== undefined && lease.owner !== owner && lease.until > clock.now() && isAlive(lease.owner)

  async function sweep(): Promise<void> {
    for (const generation of await generations.listUnfinished()) {
      // What waits is left to others now.
      if (workshop.isStopping()) return
      if (workshop.has(generation.id) || isHeld(generation)) continue
      if (await steps.isElsewhere(generation)) continue
      const task = workshop.open(generation)
      const work = takeUp(task)
        .catch((err) =>
          logFailure(log, err, { generation: task.id }, 'A generation could not be taken up yet'),
        )
        .finally(() => underWay.delete(work))
      underWay.add(work)
    }
  }

  async function takeUp(task: Task): Promise<void> {
    try {
      const claimed = await steps.claim(task.generation)
      if (!claimed) return workshop.handOver(task)
      const { id: generation, call, status } = claimed
      log.info({ call, generation, status }, 'Taking up a generation')
      await resume(task, claimed)
    } catch (error) {
      workshop.abandon(task, error)
      throw error
    }
    await show(await task.done)
  }

  async function resume(task: Task, generation: Generation): Promise<unknown> {
    const why = generation.kept ? 'hosting-failed' : 'interrupted'
    const fail = () => steps.fail(generation, new CoreError(why, {}))
    switch (generation.status) {
      case 'recorded':
        if (await steps.isCharged(generation)) return workshop.enqueue(task)
        return workshop.conclude(task, () => steps.failUncharged(generation))
      case 'drawing':
        if (await steps.isKept(generation.id)) {
          return workshop.conclude(task, () => steps.hostKept(generation, task.abort.signal))
        }
        return workshop.conclude(task, fail)
      case 'failing':
        return workshop.conclude(task, () => steps.refund(generation))
      default:
        return workshop.conclude(task, async () => generation)
    }
  }

  async function look(): Promise<void> {
    try {
      await images.noteShown()
      await workshop.renew()
      await workshop.expire()
      await sweep()
      await steps.dropUnused(workshop.has)
    } catch (err) {
      logFailure(log, err, {}, 'Looking for unfinished generations failed')
    }
  }

  async function repeat(): Promise<void> {
    while (!stopped.signal.aborted) {
      await clock.sleep(lookEvery, stopped.signal)
      await look()
    }
  }

  return {
    async start() {
      await sweep()
      repeat().catch(() => undefined)
    },
    async stop() {
      stopped.abort()
      await Promise.allSettled(underWay)
    },
  }
}
