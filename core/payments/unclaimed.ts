/** Keeps of every order that credits nobody what it would take to credit it later, and what was given back of it meanwhile. */
import type { Clock } from '#core/clock.ts'
import { changeRecord } from '#core/records/change-record.ts'
import type { RecordStore, StoredRecord } from '#core/records/record-store.ts'
import type { OrderReport } from './provider.ts'

/**
 * Why nobody is credited. `no-account`: nobody here bought it, or the account is deleted. `no-pack`: not in our own table.
 * `unpaid`: the provider does not say that it is paid.
 */
export type Unclaim = 'no-account' | 'no-pack' | 'unpaid'

/** Nothing in it is personal. */
export interface UnclaimedOrder {
  provider: string
  order: string
  /** The latest reason; absent for one that was noted before this was kept. */
  why?: Unclaim
  purchase?: { pack: string; credits: number }
  /** The largest part that was ever reported as given back. */
  refunded: number
  createdAt?: number
}

export interface Unclaimed {
  /** Keeps what the report says; one of which nothing was paid or given back leaves nothing. True the first time. */
  note(report: OrderReport, why: Unclaim): Promise<boolean>
  find(provider: string, order: string): Promise<UnclaimedOrder | undefined>
  /** Somebody was credited, and what was given back is taken. */
  remove(provider: string, order: string): Promise<void>
  /** Those that were paid, and not wholly given back since. */
  list(): Promise<UnclaimedOrder[]>
}

const kind = 'unclaimed' as const

export function createUnclaimed({ records, clock }: { records: RecordStore; clock: Clock }): Unclaimed {
  const keyOf = (provider: string, order: string) => `${provider}:${order}`

  return {
    async note({ provider, order, purchase, refunded, createdAt }, why) {
      if (why === 'unpaid' && refunded === 0) return false
      const key = keyOf(provider, order)
      let isNews = false
      await changeRecord(records, { kind, key }, clock, (found) => {
        const before = found && readOrder(found)
        const body = { ...merge(before, { purchase, refunded, why }), createdAt }
        const isSame = JSON.stringify(body) === JSON.stringify(found?.body)
        isNews = !isSame && (!before || (before.why === 'unpaid' && why !== 'unpaid'))
        return isSame ? undefined : { kind, key, body }
      })
      return isNews
    },
    async find(provider, order) {
      const found = await records.findRecord(kind, keyOf(provider, order), clock.now())
      return found && readOrder(found)
    },
    async remove(provider, order) {
      await records.removeRecord(kind, keyOf(provider, order))
    },
    async list() {
      const all = await records.listRecords(kind, undefined, clock.now())
      return all.map(readOrder).filter(({ why, refunded }) => why !== 'unpaid' && refunded < 1)
    },
  }
}

type Said = Pick<UnclaimedOrder, 'why' | 'refunded'> & { purchase: UnclaimedOrder['purchase'] | undefined }

/** Whatever came first: what was once paid, or given back, stays so. */
function merge(before: UnclaimedOrder | undefined, said: Said) {
  const why = said.why === 'unpaid' ? (before?.why ?? said.why) : said.why
  const purchase = said.purchase ?? before?.purchase
  return { why, ...(purchase && { purchase }), refunded: Math.max(said.refunded, before?.refunded ?? 0) }
}

function readOrder({ key, body }: StoredRecord): UnclaimedOrder {
  const [provider = '', order = ''] = key.split(/:(.*)/s)
  return { refunded: 0, ...(body as Partial<UnclaimedOrder>), provider, order }
}
