/** Checks that the books of a store are right: what must hold whenever nothing is under way. */
import type { Entry } from '#core/credits/ledger-store.ts'
import { endStatuses, type Generation } from '#core/images/generation.ts'
import type { StoredRecord } from '#core/records/record-store.ts'
import type { Shelf } from '#core/store/dump-store.ts'
import type { Store } from '#core/store/store.ts'

/** All that a store holds. */
export interface Books {
  accounts: ReadonlySet<string>
  entries: readonly Entry[]
  generations: readonly Generation[]
  records: readonly StoredRecord[]
}

export async function readBooks({ dump }: Store): Promise<Books> {
  const accounts = await collect(dump.accounts)
  return {
    accounts: new Set(accounts.map(({ id }) => id)),
    entries: await collect(dump.entries),
    generations: await collect(dump.generations),
    records: await collect(dump.records),
  }
}

async function collect<Item>(shelf: Shelf<Item>): Promise<Item[]> {
  const items: Item[] = []
  for await (const item of shelf.readAll()) items.push(item)
  return items
}

/** Every way in which the books are wrong at any moment, also while processes work; empty when they are right. */
export function findLedgerFaults({ entries, generations }: Books): string[] {
  return [
    ...[...Map.groupBy(entries, ({ wallet }) => wallet).values()].flatMap(findWalletFaults),
    ...findSpendFaults(entries, generations),
  ]
}

/** Every way in which the books are wrong when nothing is under way; an operator may have given some back. */
export function findBookFaults(books: Books, givenBack: ReadonlySet<string> = new Set()): string[] {
  const { entries, generations } = books
  const byReference = Map.groupBy(entries, ({ reference }) => reference)
  return [
    ...findLedgerFaults(books),
    ...findTransferFaults(entries),
    ...generations.flatMap((generation) => {
      const { id } = generation
      return findEndFaults(generation, byReference.get(id) ?? [], givenBack.has(id))
    }),
  ]
}

function findWalletFaults(entries: readonly Entry[]): string[] {
  const faults: string[] = []
  const say = (fault: string) => faults.push(fault)
  let sum = 0
  for (const [index, { wallet, sequence, balance, amount, kind }] of entries.entries()) {
    sum += amount
    if (sequence !== index + 1) say(`${wallet}: entry ${index + 1} has sequence ${sequence}`)
    if (balance !== sum) say(`${wallet}: entry ${sequence} says ${balance}, sum ${sum}`)
    if (sum < 0 && amount < 0 && kind !== 'reversal') say(`${wallet}: a ${kind} takes it to ${sum}`)
  }
  const keys = new Set(entries.map(({ key }) => key))
  if (keys.size !== entries.length) say(`${entries[0]?.wallet}: a key was written twice`)
  return faults
}

/** What leaves one wallet arrives in one other, once. */
function findTransferFaults(entries: readonly Entry[]): string[] {
  const transfers = entries.filter(({ kind }) => kind === 'transfer')
  const nameMove = ({ key }: Entry) => key.replace(/^gift-(to|from|back):/, 'gift:')
  return [...Map.groupBy(transfers, nameMove)].flatMap(([key, both]) => {
    const sum = both.reduce((total, { amount }) => total + amount, 0)
    return both.length === 2 && sum === 0 ? [] : [`${key}: ${both.length} entries, in all ${sum}`]
  })
}

function findEndFaults(generation: Generation, entries: readonly Entry[], mayBeGivenBack: boolean): string[] {
  const { id, status, price } = generation
  const count = (key: string) => entries.filter((entry) => entry.key === key).length
  const [spends, refunds] = [count(`spend:${id}`), count(`refund:${id}`)]
  const faults: string[] = []
  if (!endStatuses.includes(status)) faults.push(`${id} has no end: ${status}`)
  const { slot, runningSlot, lease } = generation
  if (slot !== undefined || runningSlot !== undefined || lease)
    faults.push(`${id} ended with a slot or a lease`)
  if (status === 'delivered' && (spends !== (price > 0 ? 1 : 0) || refunds > (mayBeGivenBack ? spends : 0))) {
    faults.push(`${id} delivered for ${price}: ${spends} spends, ${refunds} refunds`)
  }
  if (status === 'refunded' && (spends > 1 || refunds !== spends)) {
    faults.push(`${id} refunded: ${spends} spends, ${refunds} refunds`)
  }
  return faults
}

/** In whatever wallet: a generation is paid for at most once, given back at most once, and only if it was paid for. */
function findSpendFaults(entries: readonly Entry[], generations: readonly Generation[]): string[] {
  const prices = new Map(generations.map(({ id, price }) => [id, price]))
  const booked = entries.filter(({ kind }) => kind === 'spend' || kind === 'refund')
  return [...Map.groupBy(booked, ({ reference }) => reference)].flatMap(([id, both]) => {
    const faults: string[] = []
    const [spend, ...moreSpends] = both.filter(({ kind }) => kind === 'spend')
    const [refund, ...moreRefunds] = both.filter(({ kind }) => kind === 'refund')
    if (!spend || moreSpends.length > 0 || moreRefunds.length > 0)
      faults.push(`${id}: ${both.length} entries`)
    if (refund && spend && refund.amount !== -spend.amount) faults.push(`${id}: ${refund.amount} given back`)
    const price = prices.get(id)
    if (price !== undefined && spend && spend.amount !== -price) faults.push(`${id}: ${spend.amount} taken`)
    return faults
  })
}
