/** Notifications that every account gets once, such as that of a changed policy. */
import type { Clock } from '#core/clock.ts'
import type { RecordStore } from '#core/records/record-store.ts'

export interface Notifications {
  /**
   * Has it sent, unless this account was sent it or somebody is just sending it. True when it went out now; when `send`
   * rejects, so does this, and it can be tried again. A process that dies while sending leaves it to be sent again after
   * ten minutes: give it the same Message-ID.
   */
  sendOnce(name: string, account: string, send: () => Promise<void>): Promise<boolean>
}

/** Milliseconds. */
const claimLife = 10 * 60_000
const kind = 'notice' as const

export function createNotifications({
  records,
  clock,
}: {
  records: RecordStore
  clock: Clock
}): Notifications {
  return {
    async sendOnce(name, account, send) {
      const record = { kind, key: `${name}:${account}`, owner: account }
      const now = clock.now()
      if (!(await records.insertRecord({ ...record, expiresAt: now + claimLife, body: {} }, now)))
        return false
      try {
        await send()
      } catch (error) {
        await records.removeRecord(kind, record.key)
        throw error
      }
      await records.replaceRecord({ ...record, version: 1, body: { sentAt: clock.now() } })
      return true
    },
  }
}
