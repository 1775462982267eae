/** An account's month by days: what went for pictures, and what was added. */
import type { Clock } from '#core/clock.ts'
import type { LedgerStore } from '#core/credits/ledger-store.ts'
import { countDays, findSpan, openCalendar } from '#core/credits/month.ts'
import { walkEntries } from '#core/credits/walk.ts'
import { walletOf } from '#core/credits/wallet.ts'
import { latestRefund, mostEntries } from './spends.ts'

/** Whole credits. */
export interface Day {
  /** 1 for the month's first. */
  day: number
  /** For pictures, less what was given back of them. */
  spent: number
  /** Bought, given or moved here. */
  added: number
}

export interface DayMonth {
  /** Such as `2026-11`. */
  month: string
  timeZone: string
  /** Each of them, the first first. */
  days: readonly Day[]
  spent: number
  added: number
  /** Whether it is all of the month, or the newest of it. */
  isWhole: boolean
}

/** The present month where none is given. */
export async function findDays(
  { ledger, clock }: { ledger: Pick<LedgerStore, 'list'>; clock: Pick<Clock, 'now'> },
  account: string,
  given?: string,
  timeZone = 'UTC',
): Promise<DayMonth> {
  const readDay = openCalendar(timeZone)
  const month = given ?? readDay(clock.now()).month
  const days = Array.from({ length: countDays(month) }, (_, index) => ({
    day: index + 1,
    spent: 0,
    added: 0,
  }))
  const { from, end } = findSpan(month)
  const givenBack = new Map<string, number>()
  let isWhole = true
  let looked = 0
  const span = { from, end: end + latestRefund }
  for await (const { kind, reference, amount, at } of walkEntries(ledger, walletOf(account), span)) {
    isWhole = looked++ < mostEntries
    if (!isWhole) break
    if (kind === 'refund') givenBack.set(reference, amount + (givenBack.get(reference) ?? 0))
    const place = readDay(at)
    const day = place.month === month ? days[place.day - 1] : undefined
    if (!day) continue
    if (kind === 'spend') day.spent += Math.max(0, -amount - (givenBack.get(reference) ?? 0))
    else if (kind !== 'refund' && amount > 0) day.added += amount
  }
  const sum = (of: 'spent' | 'added') => days.reduce((total, day) => total + day[of], 0)
  return { month, timeZone, days, spent: sum('spent'), added: sum('added'), isWhole }
}
