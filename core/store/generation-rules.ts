/** What every database decides alike about a generation before it writes. */
import { endStatuses, type Status } from '#core/images/generation.ts'
import type { Amendment, GenerationChange, HistoryCount } from '#core/images/generation-store.ts'
import type { StoredGeneration } from './read-generation.ts'

/** The lowest slot below `slots` that is not taken. */
export function findFreeSlot(taken: readonly number[], slots: number): number | undefined {
  for (let slot = 0; slot < slots; slot++) if (!taken.includes(slot)) return slot
  return undefined
}

/** The running slot that goes with a new one; none where another of its owner's, `beside` it, waits for one. */
export function findRunningSlot(
  beside: readonly { place?: number | null | undefined }[],
  runningSlots: number,
): { runningSlot?: number } {
  const taken = beside.flatMap(({ place }) => place ?? [])
  const runningSlot = taken.length === beside.length ? findFreeSlot(taken, runningSlots) : undefined
  return runningSlot === undefined ? {} : { runningSlot }
}

/** A change as it will be written. */
export interface SettledChange {
  /** The statuses from which it is allowed. */
  from: readonly Status[]
  change: Omit<Amendment, 'status' | 'runningSlot'> & { status?: Status; place?: number }
  /** Whether it frees both slots. */
  ends: boolean
}

/**
 * An end takes both slots and the lease away and stays an end: what would leave one, or give one a lease or a running slot,
 * matches unfinished statuses alone. Only an end frees a slot.
 */
export function settleChange(guard: readonly Status[], asked: GenerationChange): SettledChange {
  const { runningSlot: place, ...rest } = asked
  const change = place === undefined ? rest : { ...rest, place }
  if (change.status && endStatuses.includes(change.status)) {
    return { from: guard, change: { ...rest, lease: undefined, hearer: undefined }, ends: true }
  }
  const opens = change.status !== undefined || change.lease !== undefined || place !== undefined
  return {
    from: opens ? guard.filter((status) => !endStatuses.includes(status)) : guard,
    change,
    ends: false,
  }
}

/** What is stored after the change. */
export function applyChange(before: StoredGeneration, { change, ends }: SettledChange): StoredGeneration {
  const after = { ...before, ...change, ...(ends && { slot: undefined, place: undefined }) }
  const left = Object.entries(after).filter(([, value]) => value !== undefined)
  return Object.fromEntries(left) as unknown as StoredGeneration
}

/** What was counted among the newest `most` and one more. */
export function settleCount(
  { looked, total, before }: { looked: number; total: number; before: number },
  most: number,
): HistoryCount {
  return { total: Math.min(total, most), before: Math.min(before, most), isWhole: looked <= most }
}
