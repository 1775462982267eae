/** Packs side by side: what each saves against the smallest, which to recommend, and what a credit of it costs. */
import type { Pack } from './packs.ts'

/** An amount as people read it, such as `$5` or `4.99 €`. */
export interface Money {
  /** What stands before and after the number. */
  before: string
  after: string
  amount: number
}

export interface Comparison {
  /** Whole percent that a credit costs less than in the smallest pack; 0 where it does not, or nobody can tell. */
  saving: number
  isRecommended: boolean
  /** What one credit costs; absent where the price is not one plain number. */
  credit?: Money
}

/** Undefined where the price is not one plain number with a currency around it. */
export function readMoney(price: string): Money | undefined {
  const [, before = '', number = '', after = ''] =
    /^([^\d.]*)(\d+(?:\.\d+)?)([^\d.]*)$/.exec(price.trim()) ?? []
  return number === '' ? undefined : { before, after, amount: Number(number) }
}

/** In the order given. Recommended is the middle one by size, of two the larger, if it saves anything or nobody can tell. */
export function comparePacks(packs: readonly Pick<Pack, 'credits' | 'price'>[]): Comparison[] {
  const bySize = packs.toSorted((one, other) => one.credits - other.credits)
  const [smallest] = bySize
  const unit = smallest && readCredit(smallest)
  const middle = packs.length > 1 ? bySize[Math.floor(bySize.length / 2)] : undefined
  return packs.map((pack) => {
    const credit = readCredit(pack)
    const isAlike = credit && unit && credit.before === unit.before && credit.after === unit.after
    const share = isAlike && unit.amount > 0 ? 1 - credit.amount / unit.amount : 0
    const saving = Math.max(0, Math.round(share * 100))
    return {
      saving,
      isRecommended: pack === middle && (saving > 0 || !isAlike),
      ...(credit && { credit }),
    }
  })
}

function readCredit({ credits, price }: Pick<Pack, 'credits' | 'price'>): Money | undefined {
  const money = readMoney(price)
  return money && { ...money, amount: money.amount / credits }
}
