/** Making pictures: ask, follow, cancel. */

import type { CreateId } from '#core/clock.ts'
import type { Ledger } from '#core/credits/ledger.ts'
import { CoreError, hasCode } from '#core/errors.ts'
import type { Log } from '#core/log.ts'
import { findPrice } from './charging/prices.ts'
import type { Delivery, Generation, ImageSpec } from './generation.ts'
import { everyAbility } from './model-abilities.ts'
import { fitSpec, requireTaken } from './ordering/fit-spec.ts'
import type { Brought, Intake, Prepared } from './ordering/intake.ts'
import type { ImageOrder } from './ordering/order.ts'
import { digestSpec, readSpec } from './ordering/read-spec.ts'
import type { Sources } from './sources/sources.ts'
import type { Job } from './tasks/task.ts'
import type { Workshop } from './tasks/worker.ts'

export type { Job, Progress } from './tasks/task.ts'

export interface Images {
  /**
   * Checks, records, charges and queues an order. The same call again answers with the same generation; the
   * same spec again with the hosted pictures, free, or with the unfinished generation that is drawing them.
   * What is brought is not read unless the account could pay or has brought something before, and not decoded or hosted
   * unless it is drawn. Rejects with `attachment-…`, `source-gone`, `bad-option`, `too-many-running`,
   * `too-many-repeats`, `insufficient-credits`, `vendor-busy`, `hosting-down`, `stopping` or `store-unavailable`; then
   * nothing is charged. With `unsettled` it may have been accepted all the same, and then it is shown like one whose
   * call is gone.
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
  options: {
    createId: CreateId
    unfinishedPerAccount: number
    ledger: Pick<Ledger, 'findBalance'>
    intake: Intake
    sources: Sources
    /** Counts a free repeat; answers with the milliseconds to wait when the account had too many. */
    takeRepeat(account: string): Promise<number>
    log: Log
  },
): Images {
  const { generations, model, steps, clock } = workshop
  const { createId, unfinishedPerAccount, ledger, intake, sources, takeRepeat, log } = options

  // Shown to somebody, and not yet noted.
  const shown = new Map<string, Delivery>()

  type Draft = Omit<Generation, 'status' | 'price' | 'pictureKeys' | 'slot'>

  const draft = (order: ImageOrder, spec: ImageSpec): Draft => {
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

  async function order({ brought = [], ...order }: ImageOrder): Promise<Job> {
    if (workshop.isStopping()) throw new CoreError('stopping', {})
    const asked = readSpec(order)
    const known = await generations.find({ call: order.call })
    if (known) return workshop.follow(known)
    if (brought.length > 0) return await intake.take(order.account, () => orderBrought(order, brought))
    // What was drawn once is shown again also where the model would not take it now.
    const shown = await findShown(draft(order, asked), order)
    if (shown) return shown
    const spec = accept(order, asked)
    const common = draft(order, spec)
    const fitted = spec === asked ? undefined : await findShown(common, order)
    if (fitted) return fitted
    workshop.refuseWhenBusy(common.spec.count)
    return await begin(complete(common))
  }

  /** In the account's turn, so that what it could pay once is not asked of us many times. */
  async function orderBrought(order: Omit<ImageOrder, 'brought'>, brought: readonly Brought[]): Promise<Job> {
    if (workshop.isStopping()) throw new CoreError('stopping', {})
    const { account, sources: given = [] } = order
    const refusal = await findRefusal(order)
    // A free repeat is owed also to who could not pay for another.
    if (refusal && !(await sources.hasAny(account))) throw refusal
    const pictures = await intake.readAll(account, brought)
    const whole = { ...order, sources: [...given, ...pictures.map(({ key }) => key)] }
    const asked = readSpec(whole)
    const common = draft(whole, asked)
    const unfinished = await generations.listUnfinished(account)
    const twin = unfinished.find(({ cacheKey }) => cacheKey === common.cacheKey)
    if (twin) return workshop.follow(twin)
    const shown = await findShown(common, order)
    if (shown) return shown
    if (refusal) throw refusal
    return await begin(complete(draft(whole, accept(whole, asked))), await intake.prepareAll(pictures))
  }

  /** Why an order would be refused as things stand; recording and charging it find out for certain. */
  async function findRefusal(order: ImageOrder): Promise<CoreError | undefined> {
    const { account } = order
    const spec = readSpec(order)
    try {
      accept(order, spec)
      const price = findPrice(spec)
      const balance = await ledger.findBalance(account)
      if (balance < price) return new CoreError('insufficient-credits', { balance, price })
      const unfinished = await generations.listUnfinished(account)
      if (unfinished.length >= unfinishedPerAccount) {
        return new CoreError('too-many-running', { limit: unfinishedPerAccount })
      }
      workshop.refuseWhenBusy(spec.count)
    } catch (error) {
      if (error instanceof CoreError && error.code !== 'store-unavailable') return error
      throw error
    }
    return undefined
  }

  const complete = (common: Draft): Omit<Generation, 'slot'> => ({
    ...common,
    price: findPrice(common.spec),
    pictureKeys: Array.from({ length: common.spec.count }, () => createId(keyLength)),
    status: 'recorded',
  })

  /** Throws `bad-option` for what the model does not take, unless that is to be replaced. */
  function accept({ fits = false }: ImageOrder, asked: ImageSpec): ImageSpec {
    const abilities = model.abilities ?? everyAbility
    if (fits) return fitSpec(asked, abilities)
    requireTaken(asked, abilities)
    return asked
  }

  /** The free repeat of what the account has already, if it has it. */
  async function findShown(common: Draft, { fresh = false }: ImageOrder): Promise<Job | undefined> {
    const { account, cacheKey } = common
    const same = fresh ? undefined : await generations.find({ account, cacheKey })
    return same && (await repeat(common, same))
  }

  async function create(wanted: Omit<Generation, 'slot'>) {
    const creation = await generations.create(wanted, unfinishedPerAccount)
    if (creation.outcome === 'full') throw new CoreError('too-many-running', { limit: unfinishedPerAccount })
    if (creation.outcome === 'created') {
      // From here on the log speaks of the generation; this line ties it to the call.
      log.info({ call: wanted.call, generation: wanted.id }, 'A generation was recorded')
    }
    return creation
  }

  /** A refused order leaves nothing hosted; what becomes of one that is unsettled is looked at later. */
  async function begin(wanted: Omit<Generation, 'slot'>, prepared: readonly Prepared[] = []): Promise<Job> {
    try {
      await sources.use(wanted, prepared)
      // Hosting may have taken a while.
      return await record({ ...wanted, lease: steps.lease() })
    } catch (error) {
      if (!hasCode(error, 'unsettled')) await sources.release(wanted)
      throw error
    }
  }

  async function record(wanted: Omit<Generation, 'slot'>): Promise<Job> {
    const task = workshop.open(wanted)
    let isRecorded = false
    try {
      const creation = await create(wanted)
      isRecorded = true
      if (creation.outcome !== 'created') {
        workshop.forget(task.id)
        await sources.release(wanted)
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

  async function repeat(common: Draft, shown: Generation): Promise<Job> {
    const wait = await takeRepeat(common.account)
    if (wait > 0) throw new CoreError('too-many-repeats', { wait })
    await sources.use(common).catch((error: unknown) => {
      // What is shown again needs nothing to be drawn from.
      if (!hasCode(error, 'source-gone')) throw error
    })
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
