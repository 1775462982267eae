/** Says in the store that this process works on it, so that nobody carries it elsewhere meanwhile. */
import type { Clock } from '#core/clock.ts'
import type { Log } from '#core/log.ts'
import type { Outbound } from '#core/outbound.ts'
import { putRecord } from '#core/records/change-record.ts'
import type { RecordStore } from '#core/records/record-store.ts'
import { createRounds } from '#core/records/rounds.ts'
import { requireSettled, UnsettledError } from '#core/store/migration-mark.ts'
import { VersionError } from '#core/store/opening.ts'

export interface StoreLease {
  /**
   * Rejects with `UnsettledError` when the store was, or is being, carried elsewhere, or half here. Where that is found
   * later, by a process that stood still for longer than its lease lives, or that the store is a newer program's now, the
   * process is retired: nothing must be written any more.
   */
  start(): Promise<void>
  stop(): Promise<void>
}

/** Milliseconds; two missed renewals lose nothing. */
const life = 90_000
const renewEvery = 30_000
/** How often it looks whether the store is still to be written; so soon also one whose timers slept with it. Milliseconds. */
const lookEvery = 5_000

const kind = 'lease'

const isOver = (error: unknown) => error instanceof UnsettledError || error instanceof VersionError

export function createStoreLease(ports: {
  records: RecordStore
  outbound: Pick<Outbound, 'retired'>
  owner: string
  clock: Clock
  log: Log
  /** Rejects with `VersionError` where the store is a newer program's now. */
  requireVersion?(): Promise<void>
}): StoreLease {
  const { records, outbound, owner, clock, requireVersion = async () => undefined } = ports
  const key = `process:${owner}`
  let renewedAt: number | undefined

  /** Rejects where nothing may be written any more. After its lease ran out, not even that it no longer works. */
  async function look(): Promise<void> {
    const now = clock.now()
    const ranOut = renewedAt !== undefined && renewedAt <= now - life
    await requireSettled(records, now).catch((error) => (ranOut ? Promise.reject(error) : letGo(error)))
  }

  async function letGo(error: unknown): Promise<never> {
    if (isOver(error)) await records.removeRecord(kind, key)
    throw error
  }

  async function renew(): Promise<void> {
    const now = clock.now()
    // In this order: of a migration and a process that begin at once, one at least sees the other.
    await putRecord(records, { kind, key, expiresAt: now + life, body: { owner } }, now)
    await look()
    await requireVersion().catch(letGo)
    renewedAt = now
  }

  async function lookOrRetire(): Promise<void> {
    try {
      await look()
      if (clock.now() >= (renewedAt ?? 0) + renewEvery) await renew()
    } catch (error) {
      if (!isOver(error)) throw error
      void rounds.stop()
      outbound.retired(error)
    }
  }

  const rounds = createRounds({
    ...ports,
    round: lookOrRetire,
    every: lookEvery,
    failure: 'The store could not be told that this process works on it',
  })

  return {
    async start() {
      await renew()
      rounds.startLater()
    },
    async stop() {
      await rounds.stop()
      // One that is not removed runs out.
      await records.removeRecord(kind, key).catch(() => undefined)
    },
  }
}
