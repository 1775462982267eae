/** Checks that what every gift took out of one wallet came to another, or back, once. */

import { readGift } from '#core/credits/gift.ts'
import type { Entry } from '#core/credits/ledger-store.ts'
import type { Fault } from './fault.ts'

export interface GiftCheck {
  take(entry: Entry): void
  /** Tells of each gift that lacks a half and is not among those under way; answers with what all that lack one make. */
  finish(underWay: ReadonlySet<string>, say: (fault: Fault) => void): number
}

/** Keeps in mind no more than the gifts of which one half was met. */
export function createGiftCheck(): GiftCheck {
  const open = new Map<string, { wallet: string; sum: number }>()

  return {
    take(entry) {
      const gift = readGift(entry)
      if (!gift) return
      const { wallet, amount } = entry
      const sum = (open.get(gift.id)?.sum ?? 0) + amount
      if (sum === 0) open.delete(gift.id)
      else open.set(gift.id, { wallet, sum })
    },
    finish(underWay, say) {
      let all = 0
      for (const [gift, { wallet, sum }] of open) {
        all += sum
        if (!underWay.has(gift)) say({ fault: 'gift', wallet, gift, sum })
      }
      return all
    },
  }
}
