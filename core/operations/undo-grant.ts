/** Takes back what an operator granted, once. */
import type { Ledger } from '#core/credits/ledger.ts'
import type { Entry } from '#core/credits/ledger-store.ts'
import { renderTakingBack } from '#core/credits/taking-back.ts'
import { walletOf } from '#core/credits/wallet.ts'
import type { Wallets } from './wallets.ts'

export type UndoOutcome =
  /** `taken` of `granted` were left, and are gone; `known` if they were taken before. */
  | { outcome: 'undone' | 'known'; account: string; granted: number; taken: number; balance: number }
  /** Nothing of it is left. */
  | { outcome: 'spent'; account: string; granted: number; balance: number }
  | { outcome: 'not-found' }
  | { outcome: 'no-account' }

/** `key` is the grant's, as it was given or shown. */
export type UndoGrant = (who: string, key: string) => Promise<UndoOutcome>

export function createUndoGrant(ports: { ledger: Ledger; wallets: Wallets }): UndoGrant {
  const { ledger, wallets } = ports

  async function findFirst(all: readonly string[], key: string): Promise<Entry | undefined> {
    for (const wallet of all) {
      const entry = await ledger.findEntry(wallet, key)
      if (entry) return entry
    }
    return undefined
  }

  return async (who, key) => {
    const account = await wallets.findAccount(who)
    if (account === undefined) return { outcome: 'no-account' }
    const all = await wallets.list(account)
    const grant = (await findFirst(all, `grant:${key}`)) ?? (await findFirst(all, key))
    if (grant?.kind !== 'grant' || !grant.key.startsWith('grant:')) return { outcome: 'not-found' }
    const back = renderTakingBack(grant, walletOf(account), grant.amount)
    const known = await findFirst(all, back.key)
    const entry = known ?? (await ledger.takeBack(back))
    const found = { account, granted: grant.amount, balance: await ledger.findBalance(walletOf(account)) }
    if (!entry) return { outcome: 'spent', ...found }
    return { outcome: known ? 'known' : 'undone', taken: -entry.amount, ...found }
  }
}
