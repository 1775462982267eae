/** Gives back what a delivered generation cost, once. */
import type { Ledger } from '#core/credits/ledger.ts'
import { renderRefund } from '#core/credits/refund.ts'
import { walletOf } from '#core/credits/wallet.ts'
import { endStatuses, type Status } from '#core/images/generation.ts'
import type { GenerationStore } from '#core/images/generation-store.ts'
import type { DumpStore } from '#core/store/dump-store.ts'
import type { Wallets } from './wallets.ts'

export type RefundOutcome =
  | { outcome: 'refunded'; payer: string; credits: number; balance: number }
  /** Its credits are back already: by an operator, or because it failed. */
  | { outcome: 'known'; payer: string; balance: number }
  | { outcome: 'free' }
  /** It ends by itself, delivered or refunded. */
  | { outcome: 'unfinished'; status: Status }
  /** There is none, or its author has deleted it. */
  | { outcome: 'not-found' }

export type Refund = (generation: string) => Promise<RefundOutcome>

export function createRefund(ports: {
  generations: GenerationStore
  ledger: Ledger
  dump: DumpStore
  wallets: Wallets
}): Refund {
  const { generations, ledger, dump, wallets } = ports

  return async (id) => {
    const generation = await generations.find({ id })
    if (!generation) return { outcome: 'not-found' }
    const { payer, status } = generation
    if (!endStatuses.includes(status)) return { outcome: 'unfinished', status }
    const wallet = walletOf(payer)
    const all = await wallets.list(payer)
    const entries = await dump.findEntries(all, [`spend:${id}`, `refund:${id}`])
    const spend = entries.find(({ kind }) => kind === 'spend')
    if (!spend) return { outcome: 'free' }
    const isKnown = entries.some(({ kind }) => kind === 'refund')
    if (!isKnown) await ledger.append(renderRefund(spend, wallet))
    const balance = await ledger.findBalance(wallet)
    return isKnown
      ? { outcome: 'known', payer, balance }
      : { outcome: 'refunded', payer, credits: -spend.amount, balance }
  }
}
