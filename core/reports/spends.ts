/** What a wallet's credits went for in a month: found by its entries, and told by the pictures that are still there. */

import type { Entry, LedgerStore } from '#core/credits/ledger-store.ts'
import { findSpan } from '#core/credits/month.ts'
import { walkEntries } from '#core/credits/walk.ts'
import { kindOf, type ToolKind } from '#core/history/tool-kinds.ts'
import type { Quality } from '#core/images/asked.ts'
import type { Generation } from '#core/images/generation.ts'
import type { GenerationStore } from '#core/images/generation-store.ts'

/** What was drawn in one way. `tool` and `quality` are absent of what was deleted. */
export interface Drawn {
  tool?: ToolKind
  quality?: Quality
  /** Orders, each of one picture or more. */
  orders: number
  /** Whole credits, less what was given back. */
  credits: number
}

export interface SpendPorts {
  ledger: Pick<LedgerStore, 'list'>
  generations: Pick<GenerationStore, 'find'>
}

/** One order of the month that was not given back. */
export interface Spend {
  /** The generation's id. */
  reference: string
  credits: number
  /** The account whose budget it is of, where it is of any. */
  member?: string
}

export interface Spends {
  /** The newest first. */
  spends: readonly Spend[]
  /** Whether these are all. */
  isWhole: boolean
}

/** So many that looking through them holds nobody up. */
export const mostEntries = 2_000
const atOnce = 16
const hour = 60 * 60_000
/** What fails is given back long before. Milliseconds. */
export const latestRefund = 24 * hour

/** `2026-11` with a month that there is. */
export const isMonth = (text: string): boolean => /^20\d\d-(0[1-9]|1[0-2])$/.test(text)

/** `isOf`: whether a spend is of that month. */
export async function listSpends(
  { ledger }: Pick<SpendPorts, 'ledger'>,
  wallet: string,
  month: string,
  isOf: (spend: Entry) => boolean,
): Promise<Spends> {
  const { from, end } = findSpan(month)
  const spends: Spend[] = []
  const givenBack = new Map<string, number>()
  let looked = 0
  for await (const entry of walkEntries(ledger, wallet, { from, end: end + latestRefund })) {
    if (looked++ >= mostEntries) return { spends, isWhole: false }
    const { kind, reference, amount, budget } = entry
    if (kind === 'refund') givenBack.set(reference, amount + (givenBack.get(reference) ?? 0))
    if (kind !== 'spend' || !isOf(entry)) continue
    const credits = -amount - (givenBack.get(reference) ?? 0)
    if (credits > 0) spends.push({ reference, credits, ...(budget && { member: budget.member }) })
  }
  return { spends, isWhole: true }
}

/** Of each that is still there, in the order of the spends. */
export async function findDrawn(
  { generations }: Pick<SpendPorts, 'generations'>,
  spends: readonly Spend[],
): Promise<{ spend: Spend; generation: Generation | undefined }[]> {
  const found: { spend: Spend; generation: Generation | undefined }[] = []
  for (let at = 0; at < spends.length; at += atOnce) {
    const some = spends.slice(at, at + atOnce)
    const looked = some.map(async (spend) => ({
      spend,
      generation: await generations.find({ id: spend.reference }),
    }))
    found.push(...(await Promise.all(looked)))
  }
  return found
}

/** The dearest first. `byQuality`: also told apart by that. */
export function sumDrawn(
  found: Awaited<ReturnType<typeof findDrawn>>,
  { byQuality }: { byQuality: boolean },
): Drawn[] {
  const sums = new Map<string, Drawn>()
  for (const { spend, generation } of found) {
    const way = generation && {
      tool: kindOf(generation.asked.tool),
      ...(byQuality && { quality: generation.asked.quality }),
    }
    const key = JSON.stringify(way ?? {})
    const { orders, credits } = sums.get(key) ?? { orders: 0, credits: 0 }
    sums.set(key, { ...way, orders: orders + 1, credits: credits + spend.credits })
  }
  return [...sums.values()].toSorted((one, other) => other.credits - one.credits)
}
