/** Remembers logins in the store, so that a crash loop cannot burn a day's worth of them. */
import { type Ports, putRecord } from '#core/index.ts'
import type { LoginMemory } from './identify-budget.ts'

const kind = 'discord-logins'
const key = 'all'
/** Discord counts by the day. Milliseconds. */
const kept = 24 * 3_600_000

export function createLoginMemory(records: Ports['store']['records'], clock: Ports['clock']): LoginMemory {
  return {
    async read() {
      const found = await records.findRecord(kind, key, clock.now())
      return (found?.body.logins ?? []) as number[]
    },
    async write(logins) {
      const now = clock.now()
      await putRecord(records, { kind, key, expiresAt: now + kept, body: { logins } }, now)
    },
  }
}
