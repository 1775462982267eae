/** What pictures cost, in whole credits. */
import type { Quality } from '#core/images/asked.ts'

/** Credits for one picture of each quality. */
export const pricePerPicture: Readonly<Record<Quality, number>> = { draft: 1, standard: 10, premium: 30 }

export const qualities = Object.keys(pricePerPicture) as readonly Quality[]

/** The price of a whole request. */
export function findPrice({ quality, count }: { quality: Quality; count: number }): number {
  return pricePerPicture[quality] * count
}
