/** Turns to wait for while more mails are asked for than go out in an hour: whoever waits is let in. */
import type { Clock } from '#core/clock.ts'
import { putRecord } from '#core/records/change-record.ts'
import type { RecordStore } from '#core/records/record-store.ts'

export interface MailTurns {
  /** Gives a turn; answers with the wait, the longer the more there is asked for. `load` is above 1. */
  give(key: string, load: number): Promise<number>
  /** Milliseconds until it is this one's turn; 0 when it is, and where none was given. */
  find(key: string): Promise<number>
  /** Uses a turn that has come. False when there is none. */
  use(key: string): Promise<boolean>
}

/** Milliseconds: ten seconds at first, doubled with each quarter beyond, and never longer than somebody waits. */
const shortest = 10_000
const longest = 60_000
/** How long a turn that has come is kept. Milliseconds. */
const keeping = 10 * 60_000
const kind = 'limit'

export function createMailTurns({ records, clock }: { records: RecordStore; clock: Clock }): MailTurns {
  const nameTurn = (key: string) => `mail-turn:${key}`

  async function find(key: string) {
    const found = await records.findRecord(kind, nameTurn(key), clock.now())
    return found && { ...found, wait: Math.max(Number(found.body.from) - clock.now(), 0) }
  }

  return {
    async give(key, load) {
      const now = clock.now()
      const wait = Math.min(shortest * 2 ** Math.floor((load - 1) * 4), longest)
      const body = { from: now + wait }
      await putRecord(records, { kind, key: nameTurn(key), expiresAt: now + wait + keeping, body }, now)
      return wait
    },
    find: async (key) => (await find(key))?.wait ?? 0,
    async use(key) {
      const found = await find(key)
      if (!found || found.wait > 0) return false
      return await records.removeRecord(kind, found.key, found.version)
    },
  }
}
