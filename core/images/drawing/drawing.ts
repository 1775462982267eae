/** The persisted steps of a generation. Each may be cut off anywhere and taken up by another process. */

import { createHash } from 'node:crypto'
import { longestDifference } from '#core/clock.ts'
import type { Ledger } from '#core/credits/ledger.ts'
import { CoreError, type FailureCode, hasCode } from '#core/errors.ts'
import type { Generation, Status } from '#core/images/generation.ts'
import type { Drawing, DrawOptions, ImageModel } from '#core/images/image-model.ts'
import type { Turn } from '#core/images/rate/vendor-rate.ts'
import type { Sources } from '#core/images/sources/sources.ts'
import { logFailure } from '#core/log.ts'
import { endBy } from './end-by.ts'
import { createHostingStep, type HostingPorts } from './hosting-step.ts'

export interface StepPorts extends HostingPorts {
  ledger: Ledger
  model: ImageModel
  sources: Pick<Sources, 'read'>
}

/** What `draw` tells on its way. */
export interface DrawWatch {
  signal: AbortSignal
  turn: Turn
  onPartial(picture: Uint8Array<ArrayBuffer>): void
  onHosting(): void
}

export type Steps = ReturnType<typeof createSteps>

/** How long a process may work on a generation before it must say that it still does. Milliseconds. */
export const leaseLength = 60_000

/**
 * What a generation has from its being accepted until its pictures are hosted; its process may still die, and another
 * give the credits back, within 15 minutes. Milliseconds.
 */
export const longestLife = 13 * 60_000
/** What drawing and hosting have at least, also where nobody worked for long. Milliseconds. */
const leastTime = 3.5 * 60_000

/** What hosting kept pictures has at least, also where nobody could for long. Milliseconds. */
const leastHosting = 60_000

const working: readonly Status[] = ['recorded', 'drawing', 'ready', 'failing']

export function createSteps(ports: StepPorts) {
  const { generations, ledger, model, hosting, sources, clock, log, owner } = ports

  const lease = () => ({ owner, until: clock.now() + leaseLength })
  const step = createHostingStep(ports, lease)

  /** Whether the credits of this generation were taken. */
  const isCharged = async (generation: Generation) =>
    (await ledger.findEntry(generation.account, spendKey(generation))) !== undefined

  /**
   * Takes the credits, once. Rejects with `insufficient-credits`, or with `interrupted` when the lease was over; then
   * the generation has ended.
   */
  async function charge(generation: Generation): Promise<void> {
    try {
      await appendSpend(generation)
    } catch (error) {
      const isEnd = hasCode(error, 'insufficient-credits') || hasCode(error, 'interrupted')
      if (isEnd) await fail(generation, error)
      throw error
    }
  }

  /** Nothing is taken once the lease may be over, by whatever clock: another process may have ended it as not charged. */
  const appendSpend = (generation: Generation) =>
    ledger.append(
      {
        account: generation.account,
        key: spendKey(generation),
        kind: 'spend',
        amount: -generation.price,
        reference: generation.id,
      },
      (generation.lease?.until ?? 0) - longestDifference,
    )

  /**
   * Ends a generation whose process died before it charged, or seems to have. Charges it first, so that whatever
   * charge is still under way finds itself written, and goes back with this one. Rejects with `interrupted`, and ends
   * nothing, when this process's own lease was over before.
   */
  async function failUncharged(generation: Generation): Promise<Generation | undefined> {
    try {
      await appendSpend(generation)
    } catch (error) {
      if (!hasCode(error, 'insufficient-credits')) throw error
    }
    return await fail(generation, new CoreError('interrupted', {}))
  }

  /**
   * Whether an account may have this one running too. It has so many places for running ones, whichever process
   * runs them, and the store gives each to one at most. True also for a generation that is no longer this process's:
   * drawing it finds that out.
   */
  async function admit({ id }: Generation, running: number): Promise<boolean> {
    for (let place = 0; place < running; place++) {
      if (await generations.change(id, { status: ['recorded'], owner }, { place })) return true
    }
    const found = await generations.find({ id })
    return found?.status !== 'recorded' || found.lease?.owner !== owner || isAdmitted(found)
  }

  /** Draws and hosts the pictures: answers with it `ready`, `refunded`, or undefined when it is no longer this process's. */
  async function draw(generation: Generation, watch: DrawWatch): Promise<Generation | undefined> {
    const drawing = await generations.change(
      generation.id,
      { status: ['recorded'], owner },
      { status: 'drawing', drawingAt: clock.now(), lease: lease() },
    )
    if (!drawing) return await settleLateCharge(generation)
    const begun = clock.now()
    const until = Math.max(drawing.createdAt + longestLife, begun + leastTime)
    let isDrawn = false
    const late = () =>
      isDrawn
        ? new CoreError('hosting-failed', {})
        : new CoreError('vendor-timeout', { after: clock.now() - begun })
    return await finish(drawing, { until, signal: watch.signal, late }, async (signal) => {
      const drawn = await buy(drawing, { ...watch, signal })
      isDrawn = true
      watch.onHosting()
      return await step.hostDrawn(drawing, drawn, { signal, until })
    })
  }

  /** Hosts what an earlier process on this disk has kept, as `draw` would have. */
  async function hostKept(generation: Generation, signal: AbortSignal): Promise<Generation | undefined> {
    const until = Math.max(generation.createdAt + longestLife, clock.now() + leastHosting)
    const late = () => new CoreError('hosting-failed', {})
    return await finish(generation, { until, signal, late }, (signal) =>
      step.hostKept(generation, { signal, until }),
    )
  }

  /** Rejects with `stopping` what is left to the next start on this disk; anything else ends it. */
  async function finish(
    drawing: Generation,
    { until, signal, late }: { until: number; signal: AbortSignal; late: () => CoreError },
    work: (signal: AbortSignal) => Promise<Generation | undefined>,
  ): Promise<Generation | undefined> {
    try {
      return await endBy({ clock, at: until, signal, late }, work)
    } catch (error) {
      if (!hasCode(error, 'stopping') || !step.isKeptHere(drawing.id)) return await fail(drawing, error)
      await letGo(drawing.id)
      throw error
    }
  }

  /** Nothing is bought while it could not be hosted. */
  async function buy(drawing: Generation, watch: DrawWatch): Promise<Drawing> {
    await hosting.ready(watch.signal)
    const read = await sources.read(drawing)
    await watch.turn()
    await hosting.ready(watch.signal)
    return await model.draw(drawing.spec, {
      generation: drawing.id,
      signal: watch.signal,
      turn: watch.turn,
      onPartial: watch.onPartial,
      safetyIdentifier: createHash('sha256').update(drawing.account).digest('hex'),
      sources: read,
    } satisfies DrawOptions)
  }

  /**
   * What another process has ended meanwhile, it may have ended before this process's charge arrived: then nobody
   * else gives it back.
   */
  async function settleLateCharge({ id }: Generation): Promise<undefined> {
    const found = await generations.find({ id })
    if (found && (found.status === 'failing' || found.status === 'refunded')) await giveBack(found)
  }

  /**
   * Cancels a generation that waits, whichever process would draw it. Undefined when it waits no longer, or not yet:
   * before it is charged, its charge could still arrive when it has ended.
   */
  async function cancel(generation: Generation): Promise<Generation | undefined> {
    if (!(await isCharged(generation))) return undefined
    const { id } = generation
    const failure = { code: 'cancelled', data: {} } as const
    const failing = await generations.change(id, { status: ['recorded'] }, { status: 'failing', failure })
    return failing && (await refund(failing))
  }

  /** Ends a generation without pictures: whatever was taken for it goes back. Undefined when it is no longer this process's. */
  async function fail(generation: Generation, error: unknown): Promise<Generation | undefined> {
    if (hasCode(error, 'store-unavailable')) throw error
    const failure = readFailure(error)
    if (failure.code !== 'cancelled' && failure.code !== 'insufficient-credits') {
      logFailure(log, error, { generation: generation.id, code: failure.code }, 'A generation failed')
    }
    const failing = await generations.change(
      generation.id,
      { status: ['recorded', 'drawing'], owner },
      { status: 'failing', failure },
    )
    return failing && (await refund(failing))
  }

  /** Gives back what was taken for a failing generation, once. */
  async function refund(generation: Generation): Promise<Generation | undefined> {
    await giveBack(generation)
    if (generation.drawingAt !== undefined) await step.removePictures(generation)
    if (step.isKeptHere(generation.id)) await step.drop(generation.id)
    return await generations.change(
      generation.id,
      { status: ['failing'] },
      { status: 'refunded', endedAt: clock.now(), kept: undefined },
    )
  }

  async function giveBack(generation: Generation): Promise<void> {
    if (!(await isCharged(generation))) return
    await ledger.append({
      account: generation.account,
      key: `refund:${generation.id}`,
      kind: 'refund',
      amount: generation.price,
      reference: generation.id,
    })
  }

  /** Says that this process still works on it. */
  async function renew(id: string): Promise<void> {
    await generations.change(id, { status: working, owner }, { lease: lease() })
  }

  /** Says that this process works on it no longer; what waits is then taken up by the next that looks. */
  async function letGo(id: string): Promise<void> {
    await generations.change(
      id,
      { status: ['recorded', 'drawing'], owner },
      { lease: { owner, until: clock.now() } },
    )
  }

  /** Makes a generation this process's, if it still is as it was seen. */
  async function claim(generation: Generation): Promise<Generation | undefined> {
    const from = generation.lease?.owner
    return await generations.change(
      generation.id,
      { status: [generation.status], ...(from !== undefined && { owner: from }) },
      { lease: lease() },
    )
  }

  /** Whether its pictures are on another machine's disk, which is still to host them. */
  async function isElsewhere({ kept }: Generation): Promise<boolean> {
    return kept !== undefined && kept.until > clock.now() && kept.disk !== (await step.findDisk())
  }

  return {
    ...{ lease, isCharged, charge, failUncharged, admit, cancel, draw, fail, refund, renew, letGo, claim },
    ...{ hostKept, isElsewhere, isKept: step.isKept, dropUnused: step.dropUnused },
  }
}

/** Whether it has one of its account's places for running ones. */
export const isAdmitted = ({ place }: Generation) => place !== undefined

const spendKey = (generation: Generation) => `spend:${generation.id}`

/** What a generation's record keeps of an error. Anything unforeseen counts as the vendor being down. */
function readFailure(error: unknown): { code: FailureCode; data: Readonly<Record<string, unknown>> } {
  if (error instanceof CoreError) return { code: error.code as FailureCode, data: { ...error.data } }
  return { code: 'vendor-down', data: {} }
}
