/** Making pictures: ask, follow, cancel. */
import type { CreateId } from '#core/clock.ts'
import { CoreError, hasCode } from '#core/errors.ts'
import type { Log } from '#core/log.ts'
import type { Background, Delivery, Generation, Origin, Quality } from './generation.ts'
import { findPrice } from './prices.ts'
import { digestSpec, readSpec } from './read-spec.ts'
import type { Job } from './task.ts'
import type { Workshop } from './workshop.ts'

export type { Job, Progress } from './task.ts'

/** What a person asked for, not yet checked. */
export interface ImageOrder {
  account: string
  call: string
  origin: Origin
  prompt: string
  /** A named size or `WIDTHxHEIGHT`; default `square`. */
  size?: string
  quality?: Quality
  count?: number
  background?: Background
  private?: boolean
  /** Keys of hosted pictures to edit: the account's own, or from `addSource`. */
  sources?: readonly string[]
  /** Draw it even if the account has the same picture already. */
  fresh?: boolean
}

export interface Images {
  /**
   * Checks, records, charges and queues an order. The same call again answers with the same generation; the
   * same spec again with the hosted pictures, free, or with the unfinished generation that is drawing them.
   * Rejects with `bad-option`, `too-many-running`, `insufficient-credits`, `vendor-busy`, `stopping` or
   * `store-unavailable`; then nothing is charged. With `unsettled` it may have been accepted all the same, and then
   * it is shown like one whose call is gone.
   */
  order(order: ImageOrder): Promise<Job>
  /** Cancels a waiting one; its credits are back when this resolves. Rejects with `not-found` or `not-cancellable`. */
  cancel(account: string, id: string): Promise<Generation>
  /** The account's own that wait and can be cancelled, newest first. */
  listWaiting(account: string): Promise<Generation[]>
  /** Cancels the account's newest waiting one; rejects with `not-found` when none waits. */
  cancelNewest(account: string): Promise<Generation>
  /**
   * The person has seen it (or will find it in history): it ends as delivered. Rejects with `store-unavailable`, and
   * then it is noted later.
   */
  markDelivered(id: string, delivery: Delivery): Promise<void>
  /** Notes the deliveries that the store would not take before. */
  noteShown(): Promise<void>
}

/** How many characters an id has: 50 random bits, and few enough to type. */
const idLength = 10
/** 160 random bits: a picture's address must not be guessed. */
const keyLength = 32

export function createImages(
  workshop: Workshop,
  options: { createId: CreateId; unfinishedPerAccount: number; log: Log },
): Images {
  const { generations, model, steps, clock } = workshop
  const { createId, unfinishedPerAccount, log } = options

  // Shown to somebody, and not yet noted.
  const shown = new Map<string, Delivery>()

  const draft = (order: ImageOrder): Omit<Generation, 'status' | 'price' | 'pictureKeys' | 'slot'> => {
    const spec = readSpec(order)
    return {
      id: createId(idLength),
      account: order.account,
      call: order.call,
      spec,
      model: model.id,
      cacheKey: digestSpec(model.id, spec),
      private: order.private ?? false,
      origin: order.origin,
      pictures: [],
      createdAt: clock.now(),
    }
  }

  async function order(order: ImageOrder): Promise<Job> {
    if (workshop.isStopping()) throw new CoreError('stopping', {})
    const common = draft(order)
    const known = await generations.find({ call: order.call })
    if (known) return workshop.follow(known)
    const same = order.fresh ? undefined : await findShown(common)
    if (same) return await repeat(common, same)
    workshop.refuseWhenBusy(common.spec.count)
    const keys = Array.from({ length: common.spec.count }, () => createId(keyLength))
    return await begin({
      ...common,
      price: findPrice(common.spec),
      pictureKeys: keys,
      status: 'recorded',
      lease: steps.lease(),
    })
  }

  const findShown = ({ account, cacheKey }: Pick<Generation, 'account' | 'cacheKey'>) =>
    generations.find({ account, cacheKey })

  async function create(wanted: Omit<Generation, 'slot'>) {
    const creation = await generations.create(wanted, unfinishedPerAccount)
    if (creation.outcome === 'full') throw new CoreError('too-many-running', { limit: unfinishedPerAccount })
    if (creation.outcome === 'created') {
      // From here on the log speaks of the generation; this line ties it to the call.
      log.info({ call: wanted.call, generation: wanted.id }, 'A generation was recorded')
    }
    return creation
  }

  async function begin(wanted: Omit<Generation, 'slot'>): Promise<Job> {
    const task = workshop.open(wanted)
    let isRecorded = false
    try {
      const creation = await create(wanted)
      isRecorded = true
      if (creation.outcome !== 'created') {
        workshop.forget(task.id)
        return workshop.follow(creation.generation)
      }
      task.generation = creation.generation
      await steps.charge(creation.generation)
    } catch (error) {
      const isUnknown = hasCode(error, 'store-unavailable') && (isRecorded || !error.data.untouched)
      const told = isUnknown ? new CoreError('unsettled', { id: task.id }, { cause: error }) : error
      workshop.abandon(task, told)
      throw told
    }
    return workshop.enqueue(task)
  }

  async function repeat(common: ReturnType<typeof draft>, shown: Generation): Promise<Job> {
    const creation = await create({
      ...common,
      price: 0,
      pictures: shown.pictures,
      pictureKeys: shown.pictureKeys,
      repeatOf: shown.repeatOf ?? shown.id,
      status: 'delivered',
      delivery: 'reply',
      endedAt: common.createdAt,
    })
    return workshop.follow(creation.generation)
  }

  async function cancel(account: string, id: string): Promise<Generation> {
    const found = await generations.find({ id })
    if (found?.account !== account) throw new CoreError('not-found', { id })
    const cancelled = await workshop.cancel(found)
    if (!cancelled) throw new CoreError('not-cancellable', { id })
    return cancelled
  }

  async function listWaiting(account: string): Promise<Generation[]> {
    const unfinished = await generations.listUnfinished(account)
    return unfinished.filter(({ status }) => status === 'recorded').reverse()
  }

  async function cancelNewest(account: string): Promise<Generation> {
    for (const generation of await listWaiting(account)) {
      const cancelled = await workshop.cancel(generation)
      if (cancelled) return cancelled
    }
    throw new CoreError('not-found', { id: '' })
  }

  async function markDelivered(id: string, delivery: Delivery): Promise<void> {
    shown.set(id, delivery)
    await noteShown()
  }

  /** Notes what people have been shown. What the store does not take now is noted later. */
  async function noteShown(): Promise<void> {
    for (const [id, delivery] of shown) {
      await generations.change(
        id,
        { status: ['ready'] },
        { status: 'delivered', delivery, endedAt: clock.now() },
      )
      shown.delete(id)
      workshop.forget(id)
    }
  }

  return { order, cancel, listWaiting, cancelNewest, markDelivered, noteShown }
}
