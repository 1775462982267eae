/** Takes up generations that no process works on any more, and keeps this process's own alive. */
import { CoreError } from '#core/errors.ts'
import { isCharged } from '#core/images/charging/charging.ts'
import { type DrawingPorts, finishKept } from '#core/images/drawing/drawing.ts'
import { endFailing, fail, failUncharged } from '#core/images/drawing/ending.ts'
import { claim, isOfAnother } from '#core/images/drawing/leases.ts'
import type { Generation } from '#core/images/generation.ts'
import type { LeaseHolder } from '#core/images/generation-store.ts'
import { logFailure } from '#core/log.ts'
import { createRounds } from '#core/records/rounds.ts'
import type { Deliveries } from './deliveries.ts'
import type { Task } from './task.ts'
import type { Worker } from './worker.ts'

export interface RecoveryPorts extends DrawingPorts {
  worker: Pick<Worker, 'tasks' | 'enqueue' | 'tend' | 'noteElsewhere'>
  deliveries: Deliveries
  isAlive: (owner: string) => boolean
}

export interface Recovery {
  /** Takes up what is left now, and looks again every 15 seconds. Resolves when all that was found is in hand. */
  start(): Promise<void>
  /** Resolves when nothing taken up is still being shown. */
  stop(): Promise<void>
}

/** A quarter of a lease: one missed look loses nothing. Milliseconds. */
const lookEvery = 15_000

export function createRecovery(ports: RecoveryPorts): Recovery {
  const { generations, worker, deliveries, keeping, isAlive, clock, log } = ports
  const { tasks } = worker
  const underWay = new Set<Promise<void>>()

  async function sweep(): Promise<void> {
    const holders = await generations.listLeaseHolders()
    const gone = holders.flatMap(({ owner }) => (owner === undefined || isAlive(owner) ? [] : owner))
    worker.noteElsewhere(countElsewhere(ports, holders))
    const own = { owner: ports.owner, except: [...tasks.list()].map(({ id }) => id) }
    for (const generation of await generations.listUnheld({ now: clock.now(), gone, own })) {
      // What waits is left to others now.
      if (tasks.isStopping()) return
      const { id } = generation
      const isLent = tasks.listLent().some((task) => task.id === id)
      if ((tasks.has(id) && !isLent) || isHeld(ports, generation)) continue
      if (await keeping.isElsewhere(generation)) continue
      const work = (isLent ? reclaim(ports, generation) : takeUp(ports, tasks.open(generation)))
        .catch((err) =>
          logFailure(log, err, { generation: generation.id }, 'A generation could not be taken up yet'),
        )
        .finally(() => underWay.delete(work))
      underWay.add(work)
    }
  }

  async function look(): Promise<void> {
    await deliveries.noteShown()
    await worker.tend()
    await sweep()
    await keeping.dropUnused(tasks.has)
  }

  const failure = 'Looking for unfinished generations failed'
  const rounds = createRounds({ round: look, every: lookEvery, failure, clock, log })

  return {
    async start() {
      await sweep()
      rounds.startLater()
    },
    async stop() {
      void rounds.stop()
      await Promise.allSettled(underWay)
    },
  }
}

/** What nobody holds is taken up here, or by whoever else looks first. */
const countElsewhere = ({ owner: self, isAlive }: RecoveryPorts, holders: readonly LeaseHolder[]) =>
  holders
    .filter(({ owner }) => owner !== undefined && owner !== self && isAlive(owner))
    .reduce((sum, { waiting }) => sum + waiting, 0)

const isHeld = ({ owner, clock, isAlive }: RecoveryPorts, { lease }: Generation) =>
  lease !== undefined && lease.owner !== owner && lease.until > clock.now() && isAlive(lease.owner)

async function takeUp(ports: RecoveryPorts, task: Task): Promise<void> {
  const { tasks } = ports.worker
  try {
    const claimed = await claim(ports, task.generation)
    if (!claimed) return tasks.handOver(task)
    task.generation = claimed
    const { id: generation, call, status } = claimed
    ports.log.info({ call, generation, status }, 'Taking up a generation')
    await resume(ports, task, claimed)
  } catch (error) {
    tasks.abandon(task, error)
    throw error
  }
  // Whoever heard it shows it; if that one is gone, whoever takes it up then.
  if (!isOfAnother(ports, task.generation)) await ports.deliveries.show(await task.done)
}

/** Takes back what this process heard, and whoever claimed it has left; those who follow it here are shown how it ends. */
async function reclaim(ports: RecoveryPorts, generation: Generation): Promise<void> {
  const claimed = await claim(ports, generation)
  const task = claimed && ports.worker.tasks.takeBack(generation.id)
  if (!task) return
  task.generation = claimed
  await resume(ports, task, claimed)
}

/** Goes on with what is this process's, from where it stands. */
export async function resume(ports: RecoveryPorts, task: Task, generation: Generation): Promise<unknown> {
  const { worker, keeping } = ports
  const { tasks, enqueue } = worker
  switch (generation.status) {
    case 'recorded':
      if (await isCharged(ports, generation)) return enqueue(task)
      return await tasks.conclude(task, () => failUncharged(ports, generation))
    case 'drawing':
      if (await keeping.find(generation.id)) {
        return await tasks.conclude(task, () => finishKept(ports, generation, task.abort.signal))
      }
      return await tasks.conclude(task, () => failLost(ports, generation))
    case 'failing':
      return await tasks.conclude(task, () => endFailing(ports, generation))
    default:
      return await tasks.conclude(task, async () => generation)
  }
}

/** What its process had bought, or would have, went with it. */
const failLost = (ports: RecoveryPorts, generation: Generation) =>
  fail(ports, generation, new CoreError(generation.kept ? 'hosting-failed' : 'interrupted', {}))
