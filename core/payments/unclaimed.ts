/** Keeps of every order that credits nobody what it would take to credit it later, and what was given back of it meanwhile. */
import type { Clock } from '#core/clock.ts'
import { changeRecord } from '#core/records/change-record.ts'
import type { RecordStore, StoredRecord } from '#core/records/record-store.ts'
import type { DurableHash } from '#core/secrets/keyed-hash.ts'
import type { OrderReport } from './provider.ts'

/**
 * Why nobody is credited. `no-account`: nobody here bought it, or the account is deleted. `no-pack`: not in our own table.
 * `unpaid`: the provider does not say that it is paid.
 */
export type Unclaim = 'no-account' | 'no-pack' | 'unpaid'

/** Nothing in it is personal: of a chat user who bought it there is a keyed digest alone. */
export interface UnclaimedOrder {
  provider: string
  order: string
  /** The latest reason; absent for one that was noted before this was kept. */
  why?: Unclaim
  purchase?: { pack: string; credits: number }
  /** The largest part that was ever reported as given back. */
  refunded: number
  createdAt?: number
  isTest?: true
}

type Buyer = NonNullable<OrderReport['user']>

export interface Unclaimed {
  /** Keeps what the report says; one of which nothing was paid or given back leaves nothing. True the first time. */
  note(report: OrderReport, why: Unclaim): Promise<boolean>
  find(provider: string, order: string): Promise<UnclaimedOrder | undefined>
  /** Somebody was credited, and what was given back is taken. */
  remove(provider: string, order: string): Promise<void>
  /** Those that were paid, and not wholly given back since. */
  list(): Promise<UnclaimedOrder[]>
  /** Those of them that this chat user bought, who was tied to no account then. */
  listOf(user: Buyer): Promise<UnclaimedOrder[]>
}

const kind = 'unclaimed' as const

export function createUnclaimed(ports: { records: RecordStore; clock: Clock; hash: DurableHash }): Unclaimed {
  const { records, clock, hash } = ports
  const keyOf = (provider: string, order: string) => `${provider}:${order}`
  const digest = ({ platform, user }: Buyer) => hash('buyer', platform, user)

  async function list(wanted: (record: StoredRecord) => boolean): Promise<UnclaimedOrder[]> {
    const all = await records.listRecords(kind, undefined, clock.now())
    return all
      .filter(wanted)
      .map(readOrder)
      .filter(({ why, refunded }) => why !== 'unpaid' && refunded < 1)
  }

  return {
    async note({ provider, order, user, purchase, refunded, isTest, createdAt }, why) {
      if (why === 'unpaid' && refunded === 0) return false
      const buyer = user && (await digest(user))
      const key = keyOf(provider, order)
      let isNews = false
      await changeRecord(records, { kind, key }, clock, (found) => {
        const before = found && readOrder(found)
        const about = { ...(buyer && { buyer }), ...(isTest && { isTest }) }
        const body = { ...merge(before, { purchase, refunded, why }), ...about, createdAt }
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
    list: () => list(() => true),
    async listOf(user) {
      const buyer = await digest(user)
      return await list(({ body }) => body.buyer === buyer)
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
  const { buyer: _, ...said } = body
  return { refunded: 0, ...(said as Partial<UnclaimedOrder>), provider, order }
}
