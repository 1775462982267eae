/** Orders that wait for a payment: kept for a while, and claimed by one process when the credits are there. */
import type { Clock } from '#core/clock.ts'
import type { Ledger } from '#core/credits/ledger.ts'
import { putRecord } from '#core/store/put-record.ts'
import type { RecordStore, StoredRecord } from '#core/store/record-store.ts'
import type { ImageOrder } from './images.ts'

/** An order that this process alone may place for now. */
export interface HeldOrder {
  /** Its call is one of its own, the same at every attempt: placing it again does nothing more. */
  order: ImageOrder
  record: StoredRecord
}

export interface HeldOrders {
  /** Keeps the order in place of the account's last one; answers with until when, in milliseconds since 1970. */
  hold(order: ImageOrder, price: number): Promise<number>
  /** Claims those whose price the balance now covers: of one account, or of all. */
  claim(account?: string): Promise<HeldOrder[]>
  /** Forgets one, unless a later one has taken its place. */
  drop(held: HeldOrder): Promise<void>
}

/** As long as a reply can still be delivered (Discord's interaction tokens live 15 minutes). Milliseconds. */
const orderLife = 15 * 60_000
/** How long a claim keeps others away: placing an order takes far less. Milliseconds. */
const claimLife = 30_000
const kind = 'held'

interface Body {
  order: ImageOrder
  price: number
  claimedUntil?: number
}

export function createHeldOrders(ports: { records: RecordStore; ledger: Ledger; clock: Clock }): HeldOrders {
  const { records, ledger, clock } = ports

  async function list(account: string | undefined): Promise<StoredRecord[]> {
    if (account === undefined) return await records.listRecords(kind, undefined, clock.now())
    const found = await records.findRecord(kind, account, clock.now())
    return found ? [found] : []
  }

  async function claim(record: StoredRecord): Promise<HeldOrder | undefined> {
    const { order, price, claimedUntil = 0 } = readBody(record)
    if (claimedUntil > clock.now() || (await ledger.findBalance(record.key)) < price) return undefined
    const body = { order, price, claimedUntil: clock.now() + claimLife } satisfies Body
    if (!(await records.replaceRecord({ ...record, body }))) return undefined
    return { order, record: { ...record, version: record.version + 1 } }
  }

  return {
    async hold(order, price) {
      const expiresAt = clock.now() + orderLife
      const body = { order: { ...order, call: `held:${order.call}` }, price } satisfies Body
      await putRecord(
        records,
        { kind, key: order.account, owner: order.account, expiresAt, body },
        clock.now(),
      )
      return expiresAt
    },
    async claim(account) {
      const claimed = await Promise.all((await list(account)).map(claim))
      return claimed.filter((held) => held !== undefined)
    },
    async drop({ record }) {
      await records.removeRecord(kind, record.key, record.version)
    },
  }
}

const readBody = ({ body }: StoredRecord) => body as unknown as Body
