/** How a gift stands in the ledger: as what leaves one wallet, and what comes to the other, or back. */
import type { Entry } from './ledger-store.ts'

/** `to`: it left. `from`: it came. `back`: it left, and nobody was there to have it. */
export type GiftHalf = 'to' | 'from' | 'back'

const halves: readonly GiftHalf[] = ['to', 'from', 'back']

/** One gift has the same id in all its halves. */
export const nameGiftHalf = (half: GiftHalf, id: string): string => `gift-${half}:${id}`

/** What an entry is of a gift, and whose account is the other's; undefined for any other entry. */
export function readGift({
  key,
  kind,
  reference: other,
}: Pick<Entry, 'key' | 'kind' | 'reference'>): { id: string; half: GiftHalf; other: string } | undefined {
  const half = halves.find((each) => key.startsWith(nameGiftHalf(each, '')))
  if (kind !== 'transfer' || !half) return undefined
  return { id: key.slice(nameGiftHalf(half, '').length), half, other }
}
