/** Accepts an order: checks it, records it, takes its credits and queues it, or shows what the account has already. */

import type { CreateId } from '#core/clock.ts'
import type { Ledger } from '#core/credits/ledger.ts'
import { CoreError, hasCode } from '#core/errors.ts'
import { type Asked, digestAsked } from '#core/images/asked.ts'
import { findPrice, type Prices } from '#core/images/charging/prices.ts'
import { charge, type EndingPorts } from '#core/images/drawing/ending.ts'
import { createLease } from '#core/images/drawing/leases.ts'
import type { Generation } from '#core/images/generation.ts'
import type { ImageModel } from '#core/images/image-model.ts'
import { everyAbility } from '#core/images/model-abilities.ts'
import { findModel, listModels, type Models } from '#core/images/models.ts'
import { isPreset } from '#core/images/presets/presets.ts'
import type { Sources } from '#core/images/sources/sources.ts'
import type { Job } from '#core/images/tasks/task.ts'
import type { Worker } from '#core/images/tasks/worker.ts'
import { fitAsked, requireTaken } from './fit-asked.ts'
import { findShown, type RepeatPorts } from './free-repeat.ts'
import type { Brought, Intake, Prepared } from './intake.ts'
import type { ImageOrder } from './order.ts'
import { findPayer, findPriceRefusal, type PayerPorts } from './payer.ts'
import { readAsked } from './read-asked.ts'
import { create, type Draft } from './recording.ts'
import { refuse } from './refuse.ts'

export interface OrderPorts
  extends EndingPorts,
    Omit<RepeatPorts, 'generations' | 'sources' | 'worker'>,
    Pick<PayerPorts, 'choosePayer'>,
    Models<Pick<ImageModel, 'id' | 'abilities'>> {
  prices: Prices
  worker: Pick<Worker, 'tasks' | 'enqueue' | 'requireRoom'>
  ledger: Pick<Ledger, 'append' | 'findEntry' | 'findRefusal'>
  intake: Intake
  sources: Pick<Sources, 'hasAny' | 'use' | 'release'>
  createId: CreateId
}

type New = Generation<'recorded'>

/** How many characters an id has: 50 random bits, and few enough to type. */
const idLength = 10
/** 160 random bits: a picture's address must not be guessed. */
const keyLength = 32

/**
 * The same call again answers with the same generation; the same asked for again with the
 * hosted pictures, free, or with the unfinished generation that is drawing them.
 * What is brought is not read unless the account could pay or has brought something before, and not decoded or hosted
 * unless it is drawn. Rejects with `attachment-…`, `source-gone`, `bad-option`, `too-many-running`,
 * `too-many-repeats`, `insufficient-credits`, `queue-full`, `hosting-down`, `stopping` or `store-unavailable`; then
 * nothing is charged. With `unsettled` it may have been accepted all the same, and then it is shown like one whose
 * call is gone.
 */
export async function placeOrder(ports: OrderPorts, { brought = [], ...order }: ImageOrder): Promise<Job> {
  const { generations, worker, intake } = ports
  requireRunning(ports)
  const asked = read(ports, order)
  // Of what brings pictures along it is not known yet what is the same; what is to be fresh has nothing to be shown.
  const known =
    brought.length > 0 || order.fresh
      ? { called: await generations.find({ call: order.call }) }
      : await generations.findEarlier(order.owner, { call: order.call, ...identify(ports, asked) })
  if (known.called) return worker.tasks.follow(known.called)
  if (brought.length > 0) return await intake.take(order.owner, () => placeBrought(ports, order, brought))
  // What was drawn once is shown again also where the model would not take it now.
  const shown = await findShown(ports, draft(ports, order, asked), order, known)
  if (shown) return shown
  const accepted = accept(ports, order, asked)
  const common = draft(ports, order, accepted)
  const fitted = accepted === asked ? undefined : await findShown(ports, common, order)
  if (fitted) return fitted
  worker.requireRoom(accepted.count)
  return await begin(ports, order, await complete(ports, order, common))
}

/** The same for one that was held: a model that is offered no longer is stood in for, as near as can be. */
export async function placeHeldOrder(ports: OrderPorts, order: ImageOrder): Promise<Job> {
  const { model, ...others } = order
  if (model === undefined || listModels(ports).some(({ id }) => id === model)) {
    return await placeOrder(ports, order)
  }
  return await placeOrder(ports, others.fields ? others : { ...others, like: readAsked(others) })
}

/** In the account's turn, so that what it could pay once is not asked of us many times. */
async function placeBrought(ports: OrderPorts, order: ImageOrder, brought: readonly Brought[]): Promise<Job> {
  const { generations, worker, intake, sources } = ports
  requireRunning(ports)
  const { owner, sources: given = [] } = order
  const refusal = await findRefusal(ports, order)
  // A free repeat is owed also to who could not pay for another.
  if (refusal && !(await sources.hasAny(owner))) throw refusal
  const pictures = await intake.readAll(owner, brought)
  const whole = { ...order, sources: [...given, ...pictures.map(({ key }) => key)] }
  const asked = read(ports, whole)
  const common = draft(ports, whole, asked)
  const unfinished = await generations.listUnfinished(owner)
  const twin = unfinished.find(({ cacheKey }) => cacheKey === common.cacheKey)
  if (twin) return worker.tasks.follow(twin)
  const shown = await findShown(ports, common, order)
  if (shown) return shown
  if (refusal) throw refusal
  const wanted = await complete(ports, whole, draft(ports, whole, accept(ports, whole, asked)))
  return await begin(ports, whole, wanted, await intake.prepareAll(pictures))
}

function requireRunning({ worker }: OrderPorts): void {
  if (worker.tasks.isStopping()) throw new CoreError('stopping', {})
}

/** Why an order would be refused as things stand; recording and charging it find out for certain. */
async function findRefusal(ports: OrderPorts, order: ImageOrder): Promise<CoreError | undefined> {
  const { generations, worker, unfinishedPerAccount } = ports
  const asked = read(ports, order)
  try {
    const accepted = accept(ports, order, asked)
    const unpaid = await findPriceRefusal(ports, order, findPrice(ports.prices, accepted))
    if (unpaid) return unpaid
    const unfinished = await generations.listUnfinished(order.owner)
    if (unfinished.length >= unfinishedPerAccount) {
      return new CoreError('too-many-running', { limit: unfinishedPerAccount })
    }
    worker.requireRoom(accepted.count)
  } catch (error) {
    if (error instanceof CoreError && error.code !== 'store-unavailable') return error
    throw error
  }
  return undefined
}

/**
 * A preset's size and background are nobody's choice: it is what comes nearest to them. Throws `bad-option`, also for a model
 * that cannot be chosen (any more).
 */
function read(ports: OrderPorts, order: ImageOrder): Asked {
  const choices = listModels(ports).map(({ id }) => id)
  if (order.model !== undefined && !choices.includes(order.model)) {
    throw refuse('model', { kind: 'not-a-choice', choices })
  }
  const asked = readAsked(order)
  const { abilities = everyAbility } = findModel(ports, asked.model)
  return order.fields && isPreset(asked.tool) ? fitAsked(asked, abilities) : asked
}

/** Throws `bad-option` for what the model does not take, unless that is to be replaced. */
function accept(ports: OrderPorts, { like }: ImageOrder, asked: Asked): Asked {
  const { model, ...others } = asked
  const { id, abilities = everyAbility } = findModel(ports, model)
  if (like) return fitAsked(model === id ? asked : others, abilities)
  requireTaken(asked, abilities)
  return asked
}

/** By which model, and what is the same as it. */
function identify(ports: OrderPorts, asked: Asked): Pick<Draft, 'model' | 'cacheKey'> {
  const { id: model } = findModel(ports, asked.model)
  return { model, cacheKey: digestAsked(model, asked) }
}

function draft(ports: OrderPorts, order: ImageOrder, asked: Asked): Draft {
  return {
    id: ports.createId(idLength),
    owner: order.owner,
    payer: order.owner,
    call: order.call,
    asked,
    ...identify(ports, asked),
    private: order.private ?? false,
    origin: order.origin,
    pictures: [],
    createdAt: ports.clock.now(),
  }
}

/** Only what is drawn has a price, and somebody who pays it. */
async function complete(ports: OrderPorts, order: ImageOrder, common: Draft): Promise<New> {
  const { createId, prices } = ports
  const price = findPrice(prices, common.asked)
  return {
    ...common,
    ...(await findPayer(ports, order, price)),
    price,
    pictureKeys: Array.from({ length: common.asked.count }, () => createId(keyLength)),
    status: 'recorded',
  }
}

/** A refused order leaves nothing hosted; what becomes of one that is unsettled is looked at later. */
async function begin(
  ports: OrderPorts,
  order: Pick<ImageOrder, 'pays'>,
  wanted: New,
  prepared: readonly Prepared[] = [],
): Promise<Job> {
  const { sources } = ports
  try {
    await sources.use(wanted, prepared)
    // Hosting may have taken a while.
    return await record(ports, order, { ...wanted, lease: createLease(ports) })
  } catch (error) {
    if (!hasCode(error, 'unsettled')) await sources.release(wanted)
    throw error
  }
}

async function record(ports: OrderPorts, { pays }: Pick<ImageOrder, 'pays'>, wanted: New): Promise<Job> {
  const { worker, sources } = ports
  const { tasks } = worker
  const task = tasks.open(wanted)
  let isRecorded = false
  try {
    const creation = await create(ports, wanted)
    isRecorded = true
    if (creation.outcome !== 'created') {
      tasks.close(task.id)
      await sources.release(wanted)
      return tasks.follow(creation.generation)
    }
    task.generation = creation.generation
    task.generation = await charge(ports, creation.generation, { orOwner: pays !== 'team' })
  } catch (error) {
    const isUnknown = hasCode(error, 'store-unavailable') && (isRecorded || !error.data.untouched)
    const told = isUnknown ? new CoreError('unsettled', { id: task.id }, { cause: error }) : error
    tasks.abandon(task, told)
    throw told
  }
  return worker.enqueue(task)
}
