/** Tells from the ledger whether a purchase has paid for what was held for it, whichever process placed that. */
import type { LedgerStore } from '#core/credits/ledger-store.ts'
import { walletOf } from '#core/credits/wallet.ts'
import type { GenerationStore } from '#core/images/generation-store.ts'
import { isHeldCall } from './held-record.ts'

/** Of the account's newest entries: what was held is placed within seconds. */
const mostEntries = 20

/** `purchase`: the key of its entry in the ledger. */
export async function isPaidBy(
  {
    entries,
    generations,
  }: { entries: Pick<LedgerStore, 'list'>; generations: Pick<GenerationStore, 'find'> },
  account: string,
  purchase: string,
): Promise<boolean> {
  const newest = await entries.list(walletOf(account), { limit: mostEntries })
  const at = newest.findIndex(({ key }) => key === purchase)
  for (const { kind, reference } of newest.slice(0, Math.max(0, at))) {
    if (kind !== 'spend') continue
    const made = await generations.find({ id: reference })
    if (made && isHeldCall(made.call)) return true
  }
  return false
}
