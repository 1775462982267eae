/** Remembers who opened a checkout, for orders that come back without saying whose they are. */
import type { Clock } from '#core/clock.ts'
import { changeRecord } from '#core/records/change-record.ts'
import type { RecordStore } from '#core/records/record-store.ts'
import type { DurableHash } from '#core/secrets/keyed-hash.ts'
import type { OrderReport } from './provider.ts'

export interface Checkouts {
  /** Notes, before the checkout is made, that this account may pay for the pack until `expiresAt`; for a team, where it names one. */
  note(checkout: {
    provider: string
    account: string
    payer?: string | undefined
    email: string
    pack: string
    expiresAt: number
  }): Promise<void>
  /**
   * Whose the credits are of a checkout that was open for this pack, with this address filled in, when the order was made: the
   * account, or the team that it bought for. An order that was begun elsewhere belongs to nobody here, even if its buyer has an
   * account; nor does one that may be of several such checkouts.
   */
  findPayer(order: OrderReport): Promise<string | undefined>
  /** The account that opened that checkout, or each of several such, for whomever. */
  findAccount(order: OrderReport): Promise<string | undefined>
}

const kind = 'checkout' as const

type Open = { account: string; payer?: string; from: number; until: number }

/** How long orders may come late: the note goes 30 days after its checkout. Milliseconds. */
const keptFor = 30 * 24 * 60 * 60_000

/** How far the provider's clock may be behind ours. Milliseconds. */
const tolerance = 5 * 60_000

export function createCheckouts(ports: { records: RecordStore; clock: Clock; hash: DurableHash }): Checkouts {
  const { records, clock, hash } = ports

  /** A keyed digest, so that no address is in a key; providers do not promise to keep an address's case. */
  async function keyOf(provider: string, pack: string, email: string): Promise<string> {
    return `${provider}:${pack}:${await hash('checkout', email.trim().toLowerCase())}`
  }

  /** Those it may be of. */
  async function listOpen({ provider, buyer, purchase, createdAt }: OrderReport): Promise<Open[]> {
    if (!buyer || !purchase) return []
    const name = await keyOf(provider, purchase.pack, buyer)
    const found = await records.listRecordsBy(kind, name, clock.now())
    return found
      .map(({ body }) => body as Open)
      .filter(({ from, until }) => createdAt >= from - tolerance && createdAt <= until + tolerance)
  }

  return {
    async note({ provider, account, payer, email, pack, expiresAt }) {
      const name = await keyOf(provider, pack, email)
      const key = payer === undefined ? name : `${name}:${payer}`
      await changeRecord(records, { kind, key }, clock, (found, now) => {
        const from = found?.body.account === account ? found.body.from : now
        const body = { account, ...(payer !== undefined && { payer }), from, until: expiresAt }
        return { kind, key, owner: account, expiresAt: expiresAt + keptFor, body }
      })
    },
    async findPayer(order) {
      const [one, ...others] = await listOpen(order)
      return one && others.length === 0 ? (one.payer ?? one.account) : undefined
    },
    async findAccount(order) {
      const [one, ...others] = new Set((await listOpen(order)).map(({ account }) => account))
      return others.length === 0 ? one : undefined
    },
  }
}
