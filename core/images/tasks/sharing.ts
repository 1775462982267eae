/**
 * Shares what waits among the processes on one store: whoever has room claims it, whoever heard it goes on following it, and shows
 * how it ends.
 */
import { isCharged } from '#core/images/charging/charging.ts'
import { claimWaiting } from '#core/images/drawing/leases.ts'
import { type Generation, isEnded } from '#core/images/generation.ts'
import { logFailure } from '#core/log.ts'
import { createRounds } from '#core/records/rounds.ts'
import { createFairQueue } from './fair-queue.ts'
import { type RecoveryPorts, resume } from './recovery.ts'
import type { Worker } from './worker.ts'

interface SharingPorts extends Omit<RecoveryPorts, 'worker'> {
  worker: RecoveryPorts['worker'] & Pick<Worker, 'listWaiting' | 'countRoom' | 'lend'>
  runningPerAccount: number
  /** A whole number from 0 up to, and without, that. */
  randomInt(below: number): number
}

export interface Sharing {
  start(): void
  stop(): Promise<void>
}

/** Milliseconds: how often it is seen whether it is time, which asks the store nothing. */
const tick = 1_000
/** Milliseconds between two looks while something is shared; each that finds nothing doubles it, up to the longest. */
const shortest = 2_000
const longest = 15_000
/** What has waited less is likely to be begun where it was heard. Milliseconds. */
const patience = 2_000
/** How many are looked at in one step. */
const most = 100

export function createSharing(ports: SharingPorts): Sharing {
  const { worker, clock, randomInt, log } = ports
  let pause = shortest
  let lookedAt = clock.now()

  /** So that processes that were started together do not look together. */
  const jitter = () => randomInt(tick)

  async function round(stopped: AbortSignal): Promise<void> {
    const isWaiting = worker.tasks.listLent().length > 0 || worker.listWaiting().length > 0
    if (clock.now() < lookedAt + (isWaiting ? shortest : pause) || worker.tasks.isStopping()) return
    await clock.sleep(jitter(), stopped)
    lookedAt = clock.now()
    if (isWaiting) await follow(ports)
    pause = (await help(ports)) ? shortest : Math.min(2 * pause, longest)
  }

  const failure = 'Sharing what waits with other processes failed'
  const rounds = createRounds({ round, every: tick, failure, clock, log })
  return { start: rounds.startLater, stop: rounds.stop }
}

/** Sees what others have claimed of what waited here, and takes back what they have ended. */
async function follow(ports: SharingPorts): Promise<void> {
  const { generations, worker, owner, log } = ports
  const lent = new Map(worker.tasks.listLent().map((task) => [task.id, task]))
  const waiting = new Map(
    worker
      .listWaiting()
      .slice(0, most)
      .map((task) => [task.id, task]),
  )
  for (const generation of await generations.findAll([...lent.keys(), ...waiting.keys()])) {
    const { id, status, drawingAt } = generation
    const isOurs = generation.lease?.owner === owner
    const task = waiting.get(id)
    if (task && !isOurs) worker.lend(task)
    if (!lent.has(id)) continue
    if (isOurs || isEnded(generation)) {
      takeBack(ports, generation).catch((err) =>
        logFailure(log, err, { generation: id }, 'A generation could not be taken back yet'),
      )
    } else if (status === 'drawing' && drawingAt !== undefined) {
      lent.get(id)?.report({ stage: 'drawing', since: drawingAt })
    }
  }
}

async function takeBack(ports: SharingPorts, generation: Generation): Promise<void> {
  const { tasks } = ports.worker
  const task = tasks.takeBack(generation.id)
  if (!task) return
  task.generation = generation
  await resume(ports, task, generation)
}

/** Claims what waits elsewhere and could be drawn here at once; answers whether there was any. */
async function help(ports: SharingPorts): Promise<boolean> {
  const { generations, worker, clock, owner, log, runningPerAccount } = ports
  let room = worker.countRoom()
  if (room <= 0) return false
  const now = clock.now()
  const found = await generations.listWaiting({ now, until: now - patience, except: owner, limit: most })
  const full = new Set<string>()
  let isAny = false
  for (const generation of inTurn(found)) {
    const { id, asked } = generation
    if (asked.count > room || full.has(generation.owner) || worker.tasks.has(id)) continue
    // Its process may be charging it, and then nobody else can tell whether that will come.
    if (!(await isCharged(ports, generation))) continue
    const claimed = await claimWaiting(ports, generation, runningPerAccount)
    if (!claimed) full.add(generation.owner)
    else {
      log.info({ call: generation.call, generation: id }, 'Taking a generation that waits in another process')
      worker.enqueue(worker.tasks.open(claimed))
      room -= asked.count
      isAny = true
    }
  }
  return isAny
}

/** Accounts take turns. */
function inTurn(found: readonly Generation[]): Generation[] {
  const queue = createFairQueue<{ id: string; account: string; generation: Generation }>()
  for (const generation of found) queue.add({ id: generation.id, account: generation.owner, generation })
  return queue.list().map(({ generation }) => generation)
}
