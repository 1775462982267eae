/** The secret behind digests that must outlive a change of the session secret: it is made once, and kept in the store. */
import { randomBytes } from 'node:crypto'
import type { Clock } from '#core/clock.ts'
import type { RecordStore } from '#core/records/record-store.ts'

/** Base64url of 32 bytes, the same for every process on this store; made when it is first asked for. */
export type DurableSecret = () => Promise<string>

const kind = 'secret'
const key = 'digests'

export function createDurableSecret(records: RecordStore, clock: Pick<Clock, 'now'>): DurableSecret {
  let secret: string | undefined

  async function open(): Promise<string> {
    const found = await records.findRecord(kind, key, clock.now())
    if (found) return String(found.body.secret)
    const body = { secret: randomBytes(32).toString('base64url') }
    return (await records.insertRecord({ kind, key, body }, clock.now())) ? body.secret : await open()
  }

  return async () => {
    secret ??= await open()
    return secret
  }
}
