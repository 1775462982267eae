/** The append-only ledger: an entry once written never changes, and writing it again does nothing. */
import type { Clock } from '#core/clock.ts'
import type { CoreError } from '#core/errors.ts'
import { createAppends, type NewCharge, type NewEntry } from './appends.ts'
import { hasBudget } from './count-budget.ts'
import type { Entry, LedgerStore } from './ledger-store.ts'
import { createWalletReader } from './wallet-reader.ts'
import { weigh } from './weigh.ts'

export type { NewCharge, NewEntry } from './appends.ts'

export interface Ledger {
  /**
   * Writes an entry, or answers with the one that has its key already; a purchase's or a reversal's may be in another
   * wallet. A spend that the balance does not cover rejects with `insufficient-credits`, one over a cap of its budget with
   * `cap-reached`, and nothing is written; only a reversal may take a balance below zero. Rejects with `interrupted`, and
   * writes nothing, when it has not found its place in the wallet before `until`, in milliseconds since 1970.
   */
  append(entry: NewCharge, until?: number): Promise<Entry>
  /**
   * Writes an entry that takes as much of its amount as there is, never more, or answers as `append` does with the one that
   * has its key. Undefined, and nothing written, where there is nothing to take.
   */
  takeBack(entry: NewEntry): Promise<Entry | undefined>
  /** Why a spend like this would be refused as things stand; undefined for one that would be taken. */
  findRefusal(spend: Pick<NewCharge, 'wallet' | 'amount' | 'budget'>): Promise<CoreError | undefined>
  findEntry(wallet: string, key: string): Promise<Entry | undefined>
  findBalance(wallet: string): Promise<number>
}

export function createLedger(store: LedgerStore, clock: Clock): Ledger {
  const findBalance = async (wallet: string) => (await store.findLast(wallet))?.balance ?? 0

  const reader = createWalletReader(store)
  const appendInTurn = createAppends({ store, clock, findWritten })

  const append = async (entry: NewCharge, until = Number.POSITIVE_INFINITY): Promise<Entry> => {
    checkAmount(entry)
    checkBudget(entry)
    return await appendInTurn(entry, until)
  }

  const takeBack = async (entry: NewEntry): Promise<Entry | undefined> => {
    checkAmount(entry)
    for (;;) {
      const last = await store.findLast(entry.wallet)
      const amount = Math.max(entry.amount, -Math.max(last?.balance ?? 0, 0))
      if (amount === 0) return await findWritten(entry)
      const { balance, sequence } = last ?? { balance: 0, sequence: 0 }
      const place = { sequence: sequence + 1, balance: balance + amount, at: clock.now() }
      const next: Entry = { ...entry, amount, ...place }
      if (await store.insert(next)) return next
      const written = await findWritten(entry)
      if (written) return written
    }
  }

  async function findWritten({ wallet, key, kind, reference }: NewEntry): Promise<Entry | undefined> {
    const written = await store.findByKey(wallet, key)
    if (written || (kind !== 'purchase' && kind !== 'reversal')) return written
    return (await store.listOrderEntries(reference)).find((entry) => entry.key === key)
  }

  async function findRefusal(spend: Pick<NewCharge, 'wallet' | 'amount' | 'budget'>) {
    const reading = await reader.read(spend.wallet)
    const whole = await reader.complete(spend.wallet, reading, [spend.budget])
    return weigh({ ...spend, kind: 'spend' }, whole).refusal
  }

  return { append, takeBack, findRefusal, findEntry: store.findByKey, findBalance }
}

function checkBudget({ wallet, kind, budget }: NewCharge): void {
  if ((budget !== undefined) !== hasBudget({ wallet, kind })) {
    throw new TypeError(`A ${kind} cannot be written ${budget ? 'with' : 'without'} a budget there`)
  }
}

function checkAmount({ kind, amount }: NewEntry): void {
  const takes = kind === 'spend' || kind === 'reversal'
  const legal = Number.isSafeInteger(amount) && amount !== 0 && (kind === 'transfer' || takes === amount < 0)
  if (!legal) throw new TypeError(`A ${kind} of ${amount} credits cannot be written`)
}
