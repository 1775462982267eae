/** Merging pools no welcome credits: what is left of an account's does not go along. */
import type { Ledger } from '#core/credits/ledger.ts'
import type { LedgerStore } from '#core/credits/ledger-store.ts'
import { renderTakingBack } from '#core/credits/taking-back.ts'
import { walletOf } from '#core/credits/wallet.ts'
import type { AccountStore } from './account-store.ts'
import { welcomeKey } from './welcome.ts'

export interface LeaveWelcome {
  /**
   * Takes what is left of the account's welcome credits, once. They count as spent before any that were paid for, so that
   * none of those is ever taken.
   */
  leave(account: string): Promise<void>
  /** Whether it goes along all the same: one that nobody has signed in to is no second account, if the other had none. */
  isFirst(from: string, into: string): Promise<boolean>
}

const pageSize = 100

export function createLeaveWelcome(ports: {
  store: AccountStore
  ledger: Ledger
  entries: Pick<LedgerStore, 'list'>
}): LeaveWelcome {
  const { store, ledger, entries } = ports

  async function countSpent(wallet: string): Promise<number> {
    let spent = 0
    for (let before = Number.MAX_SAFE_INTEGER; ; ) {
      const page = await entries.list(wallet, { before, limit: pageSize })
      for (const { kind, amount } of page) if (kind === 'spend' || kind === 'refund') spent -= amount
      before = page.at(-1)?.sequence ?? 0
      if (page.length < pageSize) return spent
    }
  }

  return {
    async leave(account) {
      const wallet = walletOf(account)
      const grant = await ledger.findEntry(wallet, welcomeKey)
      const left = grant ? grant.amount - (await countSpent(wallet)) : 0
      if (grant && left > 0) await ledger.takeBack(renderTakingBack(grant, wallet, left))
    },
    async isFirst(from, into) {
      const account = await store.findAccount({ id: from })
      if (!account || account.email !== undefined) return false
      return (await ledger.findEntry(walletOf(into), welcomeKey)) === undefined
    },
  }
}
