/** The welcome grant: once per account, and once per address within a year. */
import type { Clock } from '#core/clock.ts'
import type { Ledger } from '#core/credits/ledger.ts'
import { putRecord } from '#core/records/put-record.ts'
import type { RecordStore } from '#core/records/record-store.ts'
import type { DurableHash } from '#core/secrets/keyed-hash.ts'
import type { Account } from './account.ts'

export interface Welcome {
  /** Can be repeated, whatever crashed in between. */
  give(account: Account): Promise<void>
  /** Keeps of a deleted account's address that it has been welcomed, and nothing of whose it was. */
  forget(account: Account): Promise<void>
}

/** How long an address is known to have been welcomed: long enough that coming back for more is no use. Milliseconds. */
const remembered = 365 * 24 * 60 * 60_000
const kind = 'welcomed'

export function createWelcome(
  ports: { records: RecordStore; ledger: Ledger; clock: Clock; hash: DurableHash },
  rules: { welcomeCredits: number },
): Welcome {
  const { records, ledger, clock, hash } = ports

  /** Whether this account is the one that the address was welcomed with. */
  async function claim({ id, emailKey }: Account): Promise<boolean> {
    if (emailKey === undefined) return true
    const now = clock.now()
    const key = await hash('welcomed', emailKey)
    const body = { account: id }
    if (await records.insertRecord({ kind, key, expiresAt: now + remembered, body }, now)) return true
    return (await records.findRecord(kind, key, now))?.body.account === id
  }

  return {
    async give(account) {
      if (rules.welcomeCredits === 0 || (await ledger.findEntry(account.id, 'welcome'))) return
      if (!(await claim(account))) return
      await ledger.append({
        account: account.id,
        key: 'welcome',
        kind: 'grant',
        amount: rules.welcomeCredits,
        reference: 'welcome',
      })
    },
    async forget({ emailKey }) {
      if (emailKey === undefined) return
      const now = clock.now()
      const key = await hash('welcomed', emailKey)
      await putRecord(records, { kind, key, expiresAt: now + remembered, body: {} }, now)
    },
  }
}
