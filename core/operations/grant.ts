/** Gives credits, once per key. */
import type { Ledger } from '#core/credits/ledger.ts'
import type { Entry } from '#core/credits/ledger-store.ts'
import { walletOf } from '#core/credits/wallet.ts'
import type { Wallets } from './wallets.ts'

export interface GrantRequest {
  /** E-mail address or account. */
  who: string
  /** Whole and above zero. */
  credits: number
  /** Kept for ever: it must name nobody. */
  reason: string
  /** The same key again grants nothing more. */
  key: string
}

/** `known`: the key was used before, for this very grant or, then `other`, for another. */
export type GrantOutcome =
  | { outcome: 'granted' | 'known' | 'other'; entry: Entry; balance: number }
  | { outcome: 'no-account' }

export type Grant = (request: GrantRequest) => Promise<GrantOutcome>

export function createGrant(ports: { ledger: Ledger; wallets: Wallets }): Grant {
  const { ledger, wallets } = ports

  return async ({ who, credits, reason, key }) => {
    const account = await wallets.findAccount(who)
    if (account === undefined) return { outcome: 'no-account' }
    const name = `grant:${key}`
    const known = await findKnown(await wallets.list(account), name)
    const entry =
      known ??
      (await ledger.append({
        wallet: walletOf(account),
        key: name,
        kind: 'grant',
        amount: credits,
        reference: reason,
      }))
    const same = entry.amount === credits && entry.reference === reason
    const outcome = same ? (known ? 'known' : 'granted') : 'other'
    return { outcome, entry, balance: await ledger.findBalance(walletOf(account)) }
  }

  async function findKnown(wallets: readonly string[], key: string): Promise<Entry | undefined> {
    for (const wallet of wallets) {
      const entry = await ledger.findEntry(wallet, key)
      if (entry) return entry
    }
    return undefined
  }
}
