/** Remembers who opened a checkout, for orders that come back without saying whose they are. */
import type { Clock } from '#core/clock.ts'
import { changeRecord } from '#core/records/change-record.ts'
import type { RecordStore } from '#core/records/record-store.ts'
import type { DurableHash } from '#core/secrets/keyed-hash.ts'
import type { OrderReport } from './provider.ts'

export interface Checkouts {
  /** Notes, before the checkout is made, that this account may pay for the pack until `expiresAt`. */
  note(checkout: {
    provider: string
    account: string
    email: string
    pack: string
    expiresAt: number
  }): Promise<void>
  /**
   * The account that had a checkout open for this pack, with this address filled in, when the order was made. An
   * order that was begun elsewhere belongs to nobody here, even if its buyer has an account.
   */
  findAccount(order: OrderReport): Promise<string | undefined>
}

const kind = 'checkout' as const

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

  return {
    async note({ provider, account, email, pack, expiresAt }) {
      const key = await keyOf(provider, pack, email)
      await changeRecord(records, { kind, key }, clock, (found, now) => {
        const from = found?.body.account === account ? found.body.from : now
        const body = { account, from, until: expiresAt }
        return { kind, key, owner: account, expiresAt: expiresAt + keptFor, body }
      })
    },
    async findAccount({ provider, buyer, purchase, createdAt }) {
      if (!buyer || !purchase) return undefined
      const found = await records.findRecord(kind, await keyOf(provider, purchase.pack, buyer), clock.now())
      if (!found) return undefined
      const { account, from, until } = found.body as { account: string; from: number; until: number }
      return createdAt >= from - tolerance && createdAt <= until + tolerance ? account : undefined
    },
  }
}
