/** Ends generations without pictures: whatever was taken for them goes back, once. */

import { teamOf } from '#core/credits/wallet.ts'
import { CoreError, type FailureCode, hasCode } from '#core/errors.ts'
import { type ChargingPorts, giveBack, isCharged, spend } from '#core/images/charging/charging.ts'
import type { Generation } from '#core/images/generation.ts'
import { logFailure } from '#core/log.ts'
import { type HostingPorts, removePictures } from './hosting.ts'
import { handBack, isOfAnother } from './leases.ts'

export type EndingPorts = ChargingPorts &
  Pick<HostingPorts, 'generations' | 'host' | 'keeping' | 'clock' | 'log' | 'owner'>

/**
 * Takes the credits, once; answers with the generation as it is then. `orOwner`: its owner pays where the team's wallet has
 * run empty since it was chosen. Rejects with `insufficient-credits` or `cap-reached`, or with `interrupted` when the lease was
 * over; then the generation has ended. With `unsettled` another process has taken it up, and may charge and draw it.
 */
export async function charge(
  ports: EndingPorts,
  generation: Generation,
  { orOwner = false }: { orOwner?: boolean } = {},
): Promise<Generation> {
  try {
    await spend(ports, generation)
    return generation
  } catch (error) {
    const isEmpty = hasCode(error, 'insufficient-credits') && teamOf(generation.payer) !== undefined
    const own = orOwner && isEmpty ? await leaveToOwner(ports, generation) : undefined
    if (own) return await charge(ports, own)
    const isEnd = isRefused(error) || hasCode(error, 'interrupted')
    if (isEnd && !(await fail(ports, generation, error))) await requireUndrawn(ports, generation, error)
    throw error
  }
}

/** Before anything is taken, so that whoever takes it up after a crash charges them alone. Undefined when it is another process's. */
const leaveToOwner = ({ generations, owner }: EndingPorts, { id }: Generation) =>
  generations.change(
    id,
    { status: ['recorded'], leaseHolder: owner },
    { payer: undefined, budget: undefined },
  )

/** Rejects with `unsettled` unless whoever has it now gives back whatever is taken for it. */
async function requireUndrawn(
  { generations }: EndingPorts,
  { id }: Generation,
  cause: unknown,
): Promise<void> {
  const { status } = (await generations.find({ id })) ?? { status: 'refunded' }
  if (status !== 'failing' && status !== 'refunded') throw new CoreError('unsettled', { id }, { cause })
}

/**
 * Ends a generation whose process died before it charged, or seems to have. Charges it first, so that whatever
 * charge is still under way finds itself written, and goes back with this one. Undefined, and nothing ended, when this
 * process's own lease was over before: then it is another's.
 */
export async function failUncharged(
  ports: EndingPorts,
  generation: Generation,
): Promise<Generation | undefined> {
  try {
    await spend(ports, generation)
  } catch (error) {
    if (hasCode(error, 'interrupted')) return undefined
    if (!isRefused(error)) throw error
  }
  return await fail(ports, generation, new CoreError('interrupted', {}))
}

/**
 * Cancels a generation that waits, whichever process would draw it. Undefined when it waits no longer, or not yet:
 * before it is charged, its charge could still arrive when it has ended.
 */
export async function cancel(ports: EndingPorts, generation: Generation): Promise<Generation | undefined> {
  if (!(await isCharged(ports, generation))) return undefined
  const { id } = generation
  const failure = { code: 'cancelled', data: {} } as const
  const failing = await ports.generations.change(id, { status: ['recorded'] }, { status: 'failing', failure })
  return failing && (await refund(ports, failing))
}

/** Undefined when it is no longer this process's. Rejects with `store-unavailable`. */
export async function fail(
  ports: EndingPorts,
  generation: Generation,
  error: unknown,
): Promise<Generation | undefined> {
  const { generations, log, owner } = ports
  if (hasCode(error, 'store-unavailable')) throw error
  const failure = readFailure(error)
  if (failure.code !== 'cancelled' && !isRefused(error)) {
    logFailure(log, error, { generation: generation.id, code: failure.code }, 'A generation failed')
  }
  const failing = await generations.change(
    generation.id,
    { status: ['recorded', 'drawing'], leaseHolder: owner },
    { status: 'failing', failure },
  )
  return failing && (await endFailing(ports, failing))
}

/** Gives back what was taken, and ends it; where another process heard it, that one does so, and says why. */
export async function endFailing(
  ports: EndingPorts,
  generation: Generation,
): Promise<Generation | undefined> {
  if (!isOfAnother(ports, generation)) return await refund(ports, generation)
  await clear(ports, generation)
  return await ports.generations.change(
    generation.id,
    { status: ['failing'], leaseHolder: ports.owner },
    { ...handBack(ports, generation), kept: undefined },
  )
}

async function clear(ports: EndingPorts, generation: Generation): Promise<void> {
  await giveBack(ports, generation)
  if (generation.drawingAt !== undefined) await removePictures(ports, generation)
  await ports.keeping.drop(generation.id)
}

/** Brings a failing generation to its end. */
async function refund(ports: EndingPorts, generation: Generation): Promise<Generation | undefined> {
  const { generations, clock } = ports
  await clear(ports, generation)
  return await generations.change(
    generation.id,
    { status: ['failing'] },
    { status: 'refunded', endedAt: clock.now(), kept: undefined },
  )
}

/** Whoever pays has not that much, or may not spend it. */
const isRefused = (error: unknown) => hasCode(error, 'insufficient-credits') || hasCode(error, 'cap-reached')

/** What a generation's record keeps of an error. Anything unforeseen counts as the vendor being down. */
function readFailure(error: unknown): { code: FailureCode; data: Readonly<Record<string, unknown>> } {
  if (error instanceof CoreError) return { code: error.code as FailureCode, data: { ...error.data } }
  return { code: 'vendor-down', data: {} }
}
