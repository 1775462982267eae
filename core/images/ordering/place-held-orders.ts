/** Places held orders once their credits have come, and shows what becomes of them. */
import type { Clock } from '#core/clock.ts'
import type { LedgerStore } from '#core/credits/ledger-store.ts'
import { hasCode } from '#core/errors.ts'
import type { GenerationStore } from '#core/images/generation-store.ts'
import type { Deliveries } from '#core/images/tasks/deliveries.ts'
import type { Job } from '#core/images/tasks/task.ts'
import { type Log, logFailure } from '#core/log.ts'
import { createRounds } from '#core/records/rounds.ts'
import { findAttempt } from './attempts.ts'
import type { HeldOrder, HeldOrders } from './held-orders.ts'
import type { ImageOrder } from './order.ts'
import { isPaidBy } from './paid-by.ts'
import { passes } from './passes.ts'

export interface HeldOrderPlacing {
  /** Looks now, for credits that came while no process ran, and again every 15 seconds. */
  start(): Promise<void>
  /** Says that an account's credits have come; answers whether an order that waited for them is placed here. Never rejects. */
  placeFor(account: string): Promise<boolean>
  /**
   * As `placeFor`, for a purchase that the ledger has, by the key of its entry. What another process places is waited for: the
   * answer is the same in whichever process is asked.
   */
  placeBought(account: string, purchase: string): Promise<boolean>
  /** Resolves when nothing is being placed or shown. */
  stop(): Promise<void>
}

/** Milliseconds. */
const lookEvery = 15_000
/** How often, and for how long, it is looked whether another process has placed what it is to place: it may die, and be followed by another. */
const waitFor = 500
const patience = 3 * lookEvery

/** What came of a look: something was placed, or only what could not be, or there was nothing to place here. */
type Looked = 'placed' | 'failed' | 'nothing'

interface HeldOrderPlacingOptions {
  heldOrders: HeldOrders
  generations: Pick<GenerationStore, 'find'>
  entries: Pick<LedgerStore, 'list'>
  /** As `placeOrder`. */
  place(order: ImageOrder): Promise<Job>
  deliveries: Pick<Deliveries, 'show'>
  clock: Clock
  log: Log
}

export function createHeldOrderPlacing(options: HeldOrderPlacingOptions): HeldOrderPlacing {
  const { heldOrders, clock, log } = options
  const underWay = new Set<Promise<void>>()
  const stopped = new AbortController()
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

  async function look(account?: string): Promise<Looked> {
    if (!isLooking) return 'nothing'
    let looked: Looked = 'nothing'
    try {
      for (const held of await heldOrders.claim(account)) {
        const placed = await tryPlacing(held)
        if (looked !== 'placed') looked = placed ? 'placed' : 'failed'
      }
    } catch (err) {
      logFailure(log, err, {}, 'Looking for held orders failed')
    }
    return looked
  }

  async function placeBought(account: string, purchase: string): Promise<boolean> {
    const until = clock.now() + patience
    for (;;) {
      const looked = await look(account)
      if (looked !== 'nothing') return looked === 'placed'
      if (clock.now() >= until || !(await heldOrders.isElsewhere(account))) break
      await clock.sleep(waitFor, stopped.signal).catch(() => undefined)
      // Whatever process comes next places it.
      if (stopped.signal.aborted) return true
    }
    return await isPaidBy(options, account, purchase)
  }

  const rounds = createRounds({ round: () => look(), every: lookEvery, clock, log })

  return {
    placeFor: async (account) => (await look(account)) === 'placed',
    async placeBought(account, purchase) {
      try {
        return await placeBought(account, purchase)
      } catch (err) {
        logFailure(log, err, { account }, 'It could not be found whether a purchase runs a held order')
        return false
      }
    },
    async start() {
      isLooking = true
      await rounds.start()
    },
    async stop() {
      isLooking = false
      stopped.abort()
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
