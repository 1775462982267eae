/** Checks all books: that no credit was lost or made, and that everything charged has ended. */
import type { Clock } from '#core/clock.ts'
import type { LedgerStore } from '#core/credits/ledger-store.ts'
import type { RecordStore } from '#core/records/record-store.ts'
import type { DumpStore } from '#core/store/dump-store.ts'
import { type CheckedEntries, checkEntries } from './check-entries.ts'
import { checkGenerations } from './check-generations.ts'
import type { Fault } from './fault.ts'
import type { Wallets } from './wallets.ts'

export interface Verification extends CheckedEntries {
  generations: number
  /** How many faults were told. */
  faults: number
}

/** May run beside a bot at work, whose unfinished business is no fault. Tells each fault as it finds it. */
export type Verify = (onFault: (fault: Fault) => void) => Promise<Verification>

export function createVerify(ports: {
  dump: DumpStore
  entries: LedgerStore
  records: RecordStore
  wallets: Wallets
  clock: Clock
}): Verify {
  const { records, clock } = ports

  return async (onFault) => {
    let faults = 0
    const say = (fault: Fault) => {
      faults++
      onFault(fault)
    }
    const list = async (kind: 'merge' | 'gift') =>
      (await records.listRecords(kind, undefined, clock.now())).map(({ key }) => key)
    const [merges, began] = [await list('merge'), await list('gift')]
    const { checked, gifts } = await checkEntries(ports, say)
    const given = gifts.finish(new Set([...began, ...(await list('gift'))]), say)
    const sum = (checked.credits.transfer ?? 0) - given
    const isMerging = merges.length > 0 || (await list('merge')).length > 0
    if (sum !== 0 && !isMerging) say({ fault: 'transfers', sum })
    const generations = await checkGenerations(ports, say)
    return { ...checked, generations, faults }
  }
}
