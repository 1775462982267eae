/** Places held orders once their credits have come, and shows what becomes of them. */
import type { Clock } from '#core/clock.ts'
import { hasCode } from '#core/errors.ts'
import type { GenerationStore } from '#core/images/generation-store.ts'
import type { Deliveries } from '#core/images/tasks/deliveries.ts'
import type { Job } from '#core/images/tasks/task.ts'
import { type Log, logFailure } from '#core/log.ts'
import { createRounds } from '#core/records/rounds.ts'
import { findAttempt } from './attempts.ts'
import type { HeldOrder, HeldOrders } from './held-orders.ts'
import type { ImageOrder } from './order.ts'
import { passes } from './passes.ts'

export interface HeldOrderPlacing {
  /** Looks now, for credits that came while no process ran, and again every 15 seconds. */
  start(): Promise<void>
  /** Says that an account's credits have come; answers whether an order was waiting for them. Never rejects. */
  placeFor(account: string): Promise<boolean>
  /** Resolves when nothing is being placed or shown. */
  stop(): Promise<void>
}

/** Milliseconds. */
const lookEvery = 15_000

interface HeldOrderPlacingOptions {
  heldOrders: HeldOrders
  generations: Pick<GenerationStore, 'find'>
  /** As `placeOrder`. */
  place(order: ImageOrder): Promise<Job>
  deliveries: Pick<Deliveries, 'show'>
  clock: Clock
  log: Log
}

export function createHeldOrderPlacing(options: HeldOrderPlacingOptions): HeldOrderPlacing {
  const { heldOrders, clock, log } = options
  const underWay = new Set<Promise<void>>()
  let isLooking = false

  async function tryPlacing(held: HeldOrder): Promise<boolean> {
    try {
      const { job, call } = await place(options, held)
      if (!job) return false
      log.info({ generation: job.generation.id }, 'A held order is drawn')
      // Another call asked for the same meanwhile: it shows the picture.
      if (job.generation.call !== call) return true
      const work = follow(options, job).finally(() => underWay.delete(work))
      underWay.add(work)
      return true
    } catch (err) {
      const isPassing = passes(err)
      logFailure(
        log,
        err,
        { account: held.order.owner, passes: isPassing },
        'A held order could not be placed',
      )
      if (!isPassing) await heldOrders.drop(held)
      return false
    }
  }

  async function look(account?: string): Promise<boolean> {
    if (!isLooking) return false
    try {
      let placed = false
      for (const held of await heldOrders.claim(account)) {
        placed = (await tryPlacing(held)) || placed
      }
      return placed
    } catch (err) {
      logFailure(log, err, {}, 'Looking for held orders failed')
      return false
    }
  }

  const rounds = createRounds({ round: () => look(), every: lookEvery, clock, log })

  return {
    placeFor: look,
    async start() {
      isLooking = true
      await rounds.start()
    },
    async stop() {
      isLooking = false
      void rounds.stop()
      await Promise.allSettled(underWay)
    },
  }
}

/** One that has been placed before is left to whoever placed it, or to recovery. */
async function place(
  options: HeldOrderPlacingOptions,
  held: HeldOrder,
): Promise<{ job: Job | undefined; call: string }> {
  const { heldOrders, generations } = options
  const { call, known } = await findAttempt(generations, held.order.call)
  const job = known ? undefined : await options.place({ ...held.order, call })
  await heldOrders.drop(held)
  return { job, call }
}

async function follow({ deliveries, log }: HeldOrderPlacingOptions, job: Job): Promise<void> {
  try {
    await deliveries.show(await job.done)
  } catch (err) {
    if (hasCode(err, 'stopping')) return
    const { id } = job.generation
    logFailure(log, err, { generation: id }, 'A held order was drawn, and is not shown yet')
  }
}
