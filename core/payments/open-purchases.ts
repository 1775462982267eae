/** Joins purchases to accounts and to the orders that are held for want of credits. */
import type { AccountStore } from '#core/accounts/account-store.ts'
import type { Aliases } from '#core/accounts/aliases.ts'
import type { Links } from '#core/accounts/links.ts'
import type { LedgerStore } from '#core/credits/ledger-store.ts'
import type { RecordStore } from '#core/records/record-store.ts'
import type { Doubt } from './provider.ts'
import { createPurchases, type Purchases, type PurchasesPorts } from './purchases.ts'

type Joined = 'entries' | 'records' | 'resolveAlias' | 'findHolder' | 'placeBought' | 'onDoubt'

/** Credits that came run the order that was held for them, or else their buyer is told. */
export function openPurchases(
  ports: Omit<PurchasesPorts, Joined> & {
    store: { ledger: LedgerStore; accounts: AccountStore; records: RecordStore }
    aliases: Aliases
    heldOrderPlacing: Pick<PurchasesPorts, 'placeBought'>
    metrics?: { doubted(provider: string, doubt: Doubt): void }
  },
): Purchases {
  const { store, aliases, heldOrderPlacing, metrics } = ports
  return createPurchases({
    ...ports,
    entries: store.ledger,
    records: store.records,
    resolveAlias: aliases.resolve,
    findHolder: async (user) => (await store.accounts.findIdentity(user))?.account,
    placeBought: heldOrderPlacing.placeBought,
    ...(metrics && { onDoubt: metrics.doubted }),
  })
}

/** What somebody bought where they chat before they were linked comes with the link. */
export function claimWhenLinked(links: Links, claims: readonly Purchases['claim'][]): Links {
  return {
    ...links,
    async finishProof(...returned) {
      const ended = await links.finishProof(...returned)
      if (ended.outcome === 'linked') for (const claim of claims) await claim(ended.request.user)
      return ended
    },
    async finish(user, code) {
      const ended = await links.finish(user, code)
      if (ended.outcome === 'linked') for (const claim of claims) await claim(user)
      return ended
    },
  }
}
