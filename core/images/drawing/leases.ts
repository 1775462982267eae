/** Who works on a generation: leases, and slots among the running ones of an account. */
import { setImmediate as nextTurn } from 'node:timers/promises'
import type { Clock } from '#core/clock.ts'
import type { Generation } from '#core/images/generation.ts'
import type { GenerationStore } from '#core/images/generation-store.ts'

export interface LeasingPorts {
  generations: GenerationStore
  clock: Clock
  /** Names this process. */
  owner: string
}

/** How long a process may work on a generation before it must say that it still does. Milliseconds. */
export const leaseLength = 60_000

/** This process's own, from now on. */
export const createLease = ({ clock, owner }: Omit<LeasingPorts, 'generations'>) => ({
  owner,
  until: clock.now() + leaseLength,
})

/** More at once would keep others waiting, where the store is a file on this machine. */
const mostAtOnce = 500

/** Says that this process still works on those of these that it works on. */
export async function renew(ports: LeasingPorts, ids: readonly string[]): Promise<void> {
  for (let first = 0; first < ids.length; first += mostAtOnce) {
    await ports.generations.renewLeases(ids.slice(first, first + mostAtOnce), createLease(ports))
    await nextTurn()
  }
}

/** Says that this process works on it no longer; what waits is then taken up by the next that looks. */
export async function letGo({ generations, clock, owner }: LeasingPorts, id: string): Promise<void> {
  await generations.change(
    id,
    { status: ['recorded', 'drawing'], leaseHolder: owner },
    { lease: { owner, until: clock.now() } },
  )
}

/** Makes a generation this process's, if it still is as it was seen. */
export async function claim(ports: LeasingPorts, generation: Generation): Promise<Generation | undefined> {
  const from = generation.lease?.owner
  return await ports.generations.change(
    generation.id,
    { status: [generation.status], ...(from !== undefined && { leaseHolder: from }) },
    { lease: createLease(ports) },
  )
}

/**
 * Makes one that waits in another process this one's, with a running slot of its account; whoever heard it goes on following
 * it. Undefined where it waits there no longer, or its account has no running slot left.
 */
export async function claimWaiting(
  ports: LeasingPorts,
  generation: Generation,
  running: number,
): Promise<Generation | undefined> {
  const { id, lease } = generation
  if (!lease) return undefined
  const guard = { status: ['recorded'], leaseHolder: lease.owner } as const
  const claimed = () => ({ lease: createLease(ports), hearer: lease.owner })
  if (isAdmitted(generation)) return await ports.generations.change(id, guard, claimed())
  for (let runningSlot = 0; runningSlot < running; runningSlot++) {
    const changed = await ports.generations.change(id, guard, { ...claimed(), runningSlot })
    if (changed) return changed
  }
  return undefined
}

/** Whether another process heard it, and is to show how it ends. */
export const isOfAnother = ({ owner }: Pick<LeasingPorts, 'owner'>, { hearer }: Generation): boolean =>
  hearer !== undefined && hearer !== owner

/** Whose it is once it can be shown: whoever heard it, who may be gone; then the lease runs out, and it is taken up like any other. */
export const handBack = (ports: Omit<LeasingPorts, 'generations'>, { hearer = ports.owner }: Generation) => ({
  lease: { ...createLease(ports), owner: hearer },
  hearer: undefined,
})

/**
 * Whether an account may have this one running too, which was not admitted as it was recorded. It has so many running slots, whichever process
 * runs them, and the store gives each to one at most. True also for a generation that is no longer this process's:
 * drawing it finds that out.
 */
export async function admit(
  { generations, owner }: LeasingPorts,
  generation: Generation,
  running: number,
): Promise<boolean> {
  if (isAdmitted(generation)) return true
  const { id } = generation
  for (let runningSlot = 0; runningSlot < running; runningSlot++) {
    if (await generations.change(id, { status: ['recorded'], leaseHolder: owner }, { runningSlot }))
      return true
  }
  const found = await generations.find({ id })
  return found?.status !== 'recorded' || found.lease?.owner !== owner || isAdmitted(found)
}

/** Whether it has one of its account's running slots. */
export const isAdmitted = ({ runningSlot }: Generation) => runningSlot !== undefined
