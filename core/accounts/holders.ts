/** Remembers which account took another one over, so that what still comes for the one reaches the other. */
import type { Clock } from '#core/clock.ts'
import type { RecordStore } from '#core/records/record-store.ts'
import type { AccountStore } from './account-store.ts'

/** Records of this kind belong to the account that took over; their key is the one that ended. */
const kind = 'merged'

export interface Holders {
  /** The account that now has this one's wallet: itself, as a rule. Undefined when that is deleted or never was. */
  findHolder(account: string): Promise<string | undefined>
  /** False when the account was taken over before. */
  note(from: string, into: string): Promise<boolean>
  /** The accounts that this one took over, also through others. */
  listMerged(into: string): Promise<string[]>
}

export function createHolders(ports: { store: AccountStore; records: RecordStore; clock: Clock }): Holders {
  const { store, records, clock } = ports

  return {
    async findHolder(account) {
      const seen = new Set<string>()
      let holder = account
      while (!seen.has(holder)) {
        seen.add(holder)
        const merged = await records.findRecord(kind, holder, clock.now())
        if (!merged?.owner) break
        holder = merged.owner
      }
      return (await store.findAccount({ id: holder }))?.id
    },
    note: (from, into) => records.insertRecord({ kind, key: from, owner: into, body: {} }, clock.now()),
    async listMerged(into) {
      return (await records.listRecords(kind, into, clock.now())).map(({ key }) => key)
    },
  }
}
