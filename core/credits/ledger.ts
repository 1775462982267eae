/** The append-only ledger: an entry once written never changes, and writing it again does nothing. */
import type { Clock } from '#core/clock.ts'
import { CoreError } from '#core/errors.ts'
import { createTurns } from '#core/turns.ts'
import type { BudgetClaim, CountedBudget } from './budget.ts'
import { countBudget, hasBudget } from './count-budget.ts'
import type { Entry, LedgerStore } from './ledger-store.ts'
import { createWalletReader, type Reading } from './wallet-reader.ts'

/** An entry to be written; its place in the wallet is found while writing. */
export type NewEntry = Pick<Entry, 'wallet' | 'key' | 'kind' | 'amount' | 'reference'>

/** One that may be of a team's wallet: a spend or a refund there says of whose budget it is. */
export type NewCharge = NewEntry & {
  budget?: BudgetClaim | undefined
  /** How many of the credits that are there after that entry are not to be taken; asked again where others come between. */
  keep?: (last: Entry) => Promise<number>
}

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

/** Kinds that may never be larger than the balance. */
const covered: readonly Entry['kind'][] = ['spend', 'transfer']

export function createLedger(store: LedgerStore, clock: Clock): Ledger {
  const findBalance = async (wallet: string) => (await store.findLast(wallet))?.balance ?? 0

  const reader = createWalletReader(store)

  /** Who reads a wallet while another is about to write to it only finds out that it must read again. */
  const takeTurn = createTurns()

  const append = async (entry: NewCharge, until = Number.POSITIVE_INFINITY): Promise<Entry> => {
    checkAmount(entry)
    checkBudget(entry)
    return await takeTurn(entry.wallet, () => write(entry, until))
  }

  async function write({ budget: claim, keep, ...entry }: NewCharge, until: number): Promise<Entry> {
    let reading: Reading | undefined
    for (;;) {
      reading = await reader.read(entry.wallet, claim, reading)
      const { last } = reading
      const kept = keep && last ? await keep(last) : 0
      const { refusal, budget } = weigh({ ...entry, budget: claim }, reading, kept)
      if (refusal) {
        const written = await findWritten(entry)
        if (written) return written
        throw refusal
      }
      const placed = await place(entry, last, { until, budget })
      if (placed && claim) reader.note(placed)
      if (placed) return placed
    }
  }

  const takeBack = async (entry: NewEntry): Promise<Entry | undefined> => {
    checkAmount(entry)
    for (;;) {
      const last = await store.findLast(entry.wallet)
      const amount = Math.max(entry.amount, -Math.max(last?.balance ?? 0, 0))
      if (amount === 0) return await findWritten(entry)
      const placed = await place({ ...entry, amount }, last)
      if (placed) return placed
    }
  }

  /** Writes it after the last one, or finds it written; undefined when another entry has come in between. */
  async function place(
    entry: NewEntry,
    last: Entry | undefined,
    { until = Number.POSITIVE_INFINITY, budget }: { until?: number; budget?: CountedBudget | undefined } = {},
  ): Promise<Entry | undefined> {
    // After reading, not before: what others write from now on takes this one's sequence, and all is read again.
    if (clock.now() >= until) throw new CoreError('interrupted', {})
    const { balance: before, sequence } = last ?? { balance: 0, sequence: 0 }
    const balance = before + entry.amount
    const place = { sequence: sequence + 1, balance, at: clock.now() }
    const next: Entry = { ...entry, ...place, ...(budget && { budget }) }
    if (await store.insert(next)) return next
    return await findWritten(entry)
  }

  async function findWritten({ wallet, key, kind, reference }: NewEntry): Promise<Entry | undefined> {
    const written = await store.findByKey(wallet, key)
    if (written || (kind !== 'purchase' && kind !== 'reversal')) return written
    return (await store.listOrderEntries(reference)).find((entry) => entry.key === key)
  }

  async function findRefusal(spend: Pick<NewCharge, 'wallet' | 'amount' | 'budget'>) {
    const reading = await reader.read(spend.wallet, spend.budget)
    return weigh({ ...spend, kind: 'spend' }, reading).refusal
  }

  return { append, takeBack, findRefusal, findEntry: store.findByKey, findBalance }
}

/** What it makes of its budget after what was read, and why it may not; `kept` of the balance is not to be taken. */
function weigh(
  { budget: claim, ...entry }: Pick<NewCharge, 'kind' | 'amount' | 'budget'>,
  { last, spent }: Reading,
  kept = 0,
): { budget: CountedBudget | undefined; refusal: CoreError | undefined } {
  const budget = claim && countBudget(entry, claim, spent)
  const refusal = findShortfall(entry, (last?.balance ?? 0) - kept) ?? budget?.refusal
  return { budget: budget?.counted, refusal }
}

function findShortfall(
  { kind, amount }: Pick<NewEntry, 'kind' | 'amount'>,
  balance: number,
): CoreError | undefined {
  const isCovered = amount >= 0 || balance + amount >= 0 || !covered.includes(kind)
  return isCovered ? undefined : new CoreError('insufficient-credits', { balance, price: -amount })
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
