/** Checks every wallet: entry after entry, and each against what it was for. */
import type { Entry, EntryKind, LedgerStore } from '#core/credits/ledger-store.ts'
import { readTakingBack } from '#core/credits/taking-back.ts'
import { accountOf } from '#core/credits/wallet.ts'
import type { DumpStore } from '#core/store/dump-store.ts'
import { readBatches } from './batches.ts'
import { createBudgetCheck, isSameBudget } from './check-budgets.ts'
import { createGiftCheck, type GiftCheck } from './check-gifts.ts'
import type { Fault } from './fault.ts'
import type { Wallets } from './wallets.ts'

export interface CheckedEntries {
  wallets: number
  entries: number
  /** Sums by kind. */
  credits: Partial<Record<EntryKind, number>>
  /** Spends whose generation its author has deleted. */
  deleted: number
}

export interface EntryCheck {
  checked: CheckedEntries
  gifts: GiftCheck
}

interface CheckPorts {
  dump: DumpStore
  entries: LedgerStore
  wallets: Wallets
}

/** A check under way. */
interface Check extends CheckPorts {
  checked: CheckedEntries
  /** Refunds of accounts that are no more, whose spends are not beside them: those know no more whom they had taken over. */
  left: Entry[]
  say(fault: Fault): void
}

export async function checkEntries(ports: CheckPorts, say: Check['say']): Promise<EntryCheck> {
  const checked: CheckedEntries = { wallets: 0, entries: 0, credits: {}, deleted: 0 }
  const check: Check = { ...ports, checked, left: [], say }
  const followOn = createFollowing(check)
  const checkBudget = createBudgetCheck(say)
  const gifts = createGiftCheck()
  for await (const batch of readBatches(ports.dump.entries.readAll())) {
    batch.forEach(followOn)
    batch.forEach(checkBudget)
    batch.forEach(gifts.take)
    await checkPrices(check, batch)
    await checkRefunds(check, batch)
    await checkOrders(check, batch)
    await checkTakenBack(check, batch)
  }
  await checkLeft(check)
  return { checked, gifts }
}

/** Takes the entries of wallet after wallet, each in its sequence. */
function createFollowing({ checked, say }: Check): (entry: Entry) => void {
  let before: Entry | undefined
  let sum = 0

  return (entry) => {
    const { wallet, sequence, balance, kind, amount } = entry
    const isFirst = wallet !== before?.wallet
    sum = (isFirst ? 0 : sum) + amount
    const expected = isFirst ? 1 : (before?.sequence ?? 0) + 1
    if (sequence !== expected) say({ fault: 'sequence', wallet, sequence, expected })
    if (balance !== sum) say({ fault: 'balance', wallet, sequence, balance, sum })
    if (!isLegal(entry)) say({ fault: 'amount', wallet, sequence, kind, amount })
    if (sum < 0 && amount < 0 && kind !== 'reversal') {
      say({ fault: 'overdrawn', wallet, sequence, balance: sum })
    }
    checked.wallets += isFirst ? 1 : 0
    checked.entries++
    checked.credits[kind] = (checked.credits[kind] ?? 0) + amount
    before = entry
  }
}

async function checkPrices({ dump, checked, say }: Check, batch: readonly Entry[]): Promise<void> {
  const booked = batch.filter(({ kind }) => kind === 'spend' || kind === 'refund')
  const found = await dump.findGenerations(booked.map(({ reference }) => reference))
  const prices = new Map(found.map(({ id, price }) => [id, price]))
  for (const { wallet, sequence, key, kind, amount, reference } of booked) {
    if (key !== `${kind}:${reference}`) say({ fault: 'key', wallet, sequence, key, reference })
    const price = prices.get(reference)
    if (price === undefined) checked.deleted += kind === 'spend' ? 1 : 0
    else if (Math.abs(amount) !== price) {
      say({ fault: 'price', wallet, generation: reference, amount, price })
    }
  }
}

/** A generation that was given back and then deleted is seen here alone. */
async function checkRefunds({ dump, wallets, left, say }: Check, batch: readonly Entry[]): Promise<void> {
  const refunds = Map.groupBy(
    batch.filter(({ kind }) => kind === 'refund'),
    ({ wallet }) => wallet,
  )
  for (const [wallet, given] of refunds) {
    const keys = given.map(({ reference }) => `spend:${reference}`)
    const found = await dump.findEntries(await wallets.listBeside(wallet), keys)
    const spends = new Map(found.map((spend) => [spend.reference, spend]))
    const account = accountOf(wallet)
    const isLeft = account !== undefined && (await wallets.findAccount(account)) !== account
    for (const refund of given) {
      const { reference, budget } = refund
      const spend = spends.get(reference)
      if (!spend && isLeft) left.push(refund)
      else if (!spend) say({ fault: 'refund', wallet, generation: reference })
      else if (!isSameBudget(spend.budget, budget)) {
        say({ fault: 'refund-budget', wallet, generation: reference })
      }
    }
  }
}

/** Goes through all entries again, where there are any such refunds: each was spent in some other account's wallet. */
async function checkLeft({ dump, left, say }: Check): Promise<void> {
  const unmet = new Map(left.map((refund) => [`spend:${refund.reference}`, refund]))
  if (unmet.size === 0) return
  for await (const { wallet, key, kind } of dump.entries.readAll()) {
    if (kind === 'spend' && accountOf(wallet) !== undefined) unmet.delete(key)
  }
  for (const { wallet, reference } of unmet.values()) say({ fault: 'refund', wallet, generation: reference })
}

async function checkOrders({ entries, say }: Check, batch: readonly Entry[]): Promise<void> {
  for (const entry of batch) {
    const { wallet, kind, reference } = entry
    if (kind !== 'reversal' || readTakingBack(entry)) continue
    const movements = await entries.listOrderEntries(reference)
    const credits = movements.reduce((sum, { amount }) => sum + amount, 0)
    if (credits < 0) say({ fault: 'order', wallet, order: reference, credits })
  }
}

/** What was given without a payment may be taken back, and no more of it. */
async function checkTakenBack({ dump, say }: Check, batch: readonly Entry[]): Promise<void> {
  for (const entry of batch) {
    const of = readTakingBack(entry)
    const [grant] = of ? await dump.findEntries([of.wallet], [of.key]) : []
    if (!of || (grant?.kind === 'grant' && grant.amount + entry.amount >= 0)) continue
    const { wallet, sequence, amount } = entry
    say({ fault: 'taken-back', wallet, sequence, amount, granted: grant?.amount ?? 0 })
  }
}

const takes: readonly EntryKind[] = ['spend', 'reversal']

function isLegal({ kind, amount }: Entry): boolean {
  if (!Number.isSafeInteger(amount) || amount === 0) return false
  return kind === 'transfer' || takes.includes(kind) === amount < 0
}
