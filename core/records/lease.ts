/** Duties that one of several processes does at a time: whoever holds the lease, which is renewed while it works. */
import type { Clock } from '#core/clock.ts'
import type { RecordStore, StoredRecord } from './record-store.ts'

/**
 * Does the work if no other process is at it, and answers whether it did. A lease that was lost, by standing still for
 * longer than it lives, lets another begin: work must bear being done twice. Once `stopped`, it is not renewed.
 */
export type RunAlone = (name: string, work: () => Promise<void>, stopped?: AbortSignal) => Promise<boolean>

export interface LeasePorts {
  records: RecordStore
  clock: Clock
  /** Names this process. */
  owner: string
  /** Whether the process of that name may still be working. */
  isAlive(owner: string): boolean
}

/** How long a process that has died keeps others away; milliseconds. */
const leaseFor = 2 * 60_000
const renewEvery = 30_000
const kind = 'lease' as const

export function createRunAlone({ records, clock, owner, isAlive }: LeasePorts): RunAlone {
  const underWay = new Set<string>()
  const renderLease = (key: string) => ({
    kind,
    key,
    expiresAt: clock.now() + leaseFor,
    body: { owner },
  })

  async function take(name: string): Promise<boolean> {
    if (await records.insertRecord(renderLease(name), clock.now())) return true
    const held = await records.findRecord(kind, name, clock.now())
    const holder = String(held?.body.owner)
    // One of our own that nobody works under could not be removed when its work ended.
    if (!held || (holder !== owner && isAlive(holder))) return false
    return await records.replaceRecord({ ...held, ...renderLease(name) })
  }

  /** The lease, while it is still ours: versions begin anew with whoever takes it after it ran out. */
  async function findOurs(name: string): Promise<StoredRecord | undefined> {
    const found = await records.findRecord(kind, name, clock.now())
    return found?.body.owner === owner ? found : undefined
  }

  /** Until it is told to end; what fails meanwhile is tried again. */
  async function renew(name: string, ended: AbortSignal): Promise<void> {
    while (!ended.aborted) {
      await clock.sleep(renewEvery, ended)
      const ours = await findOurs(name).catch(() => undefined)
      if (ours) await records.replaceRecord({ ...ours, ...renderLease(name) }).catch(() => false)
    }
  }

  async function workUnder(name: string, work: () => Promise<void>, stopped?: AbortSignal): Promise<void> {
    const ended = new AbortController()
    const signals = stopped ? [ended.signal, stopped] : [ended.signal]
    const renewing = renew(name, AbortSignal.any(signals)).catch(() => undefined)
    try {
      await work()
    } finally {
      ended.abort()
      await renewing
      const ours = await findOurs(name)
      if (ours) await records.removeRecord(kind, name, ours.version)
    }
  }

  return async (name, work, stopped) => {
    if (underWay.has(name)) return false
    underWay.add(name)
    try {
      const isOurs = await take(name)
      if (isOurs) await workUnder(name, work, stopped)
      return isOurs
    } finally {
      underWay.delete(name)
    }
  }
}
