/** Remembers which account took another one over, so that what still comes for the one reaches the other. */
import type { Clock } from '#core/clock.ts'
import type { RecordStore } from '#core/records/record-store.ts'
import type { AccountStore } from './account-store.ts'

/** Records of this kind belong to the account that took over; their key is the one that ended. */
const kind = 'merged'

/** An account that another one took over is an alias of that one. */
export interface Aliases {
  /** The account that now has this one's wallet: itself, as a rule. Undefined when that is deleted or never was. */
  resolve(account: string): Promise<string | undefined>
  /** False when the account was taken over before. */
  note(from: string, into: string): Promise<boolean>
  /** The accounts that this one took over, also through others. */
  list(account: string): Promise<string[]>
}

export function createAliases(ports: { store: AccountStore; records: RecordStore; clock: Clock }): Aliases {
  const { store, records, clock } = ports

  return {
    async resolve(account) {
      const seen = new Set<string>()
      let current = account
      while (!seen.has(current)) {
        seen.add(current)
        const merged = await records.findRecord(kind, current, clock.now())
        if (!merged?.owner) break
        current = merged.owner
      }
      return (await store.findAccount({ id: current }))?.id
    },
    note: (from, into) => records.insertRecord({ kind, key: from, owner: into, body: {} }, clock.now()),
    async list(account) {
      return (await records.listRecords(kind, account, clock.now())).map(({ key }) => key)
    },
  }
}
