/** Says in the store that this process works on it, so that nobody carries it elsewhere meanwhile. */
import type { Clock } from './clock.ts'
import type { Log } from './log.ts'
import { requireSettled } from './store/migration-mark.ts'
import { putRecord } from './store/put-record.ts'
import type { RecordStore } from './store/record-store.ts'

export interface Presence {
  /** Rejects with a sentence an operator can act on when the store was, or is being, carried elsewhere, or half here. */
  start(): Promise<void>
  stop(): Promise<void>
}

/** Milliseconds; two missed renewals lose nothing. */
const life = 90_000
const renewEvery = 30_000

const kind = 'lease'

export function createPresence(ports: {
  records: RecordStore
  owner: string
  clock: Clock
  log: Log
}): Presence {
  const { records, owner, clock, log } = ports
  const stopped = new AbortController()
  const key = `process:${owner}`

  const renew = () =>
    putRecord(records, { kind, key, expiresAt: clock.now() + life, body: { owner } }, clock.now())

  async function repeat(): Promise<void> {
    while (!stopped.signal.aborted) {
      await clock.sleep(renewEvery, stopped.signal)
      await renew().catch((err) =>
        log.warn({ err }, 'The store could not be told that this process works on it'),
      )
    }
  }

  return {
    async start() {
      // In this order: of a migration and a process that begin at once, one at least sees the other.
      await renew()
      await requireSettled(records, clock.now()).catch(async (error) => {
        await records.removeRecord(kind, key)
        throw error
      })
      repeat().catch(() => undefined)
    },
    async stop() {
      stopped.abort()
      // One that is not removed runs out.
      await records.removeRecord(kind, key).catch(() => undefined)
    },
  }
}
