/** What pictures cost, in whole credits: an operator sets it. What was charged once stays as it was. */
import type { Quality } from '#core/images/asked.ts'
import type { Size } from '#core/images/sizes.ts'

/** Credits for one picture. */
export interface Price {
  usual: number
  /** With more pixels than `largestUsual` has, for which the vendor charges more. */
  large: number
}

export type Prices = Readonly<Record<Quality, Price>>

/** Where nothing is configured. */
export const usualPrices: Prices = {
  draft: { usual: 1, large: 1 },
  standard: { usual: 10, large: 10 },
  premium: { usual: 30, large: 30 },
}

export const qualities = Object.keys(usualPrices) as readonly Quality[]

/** The largest of the sizes that every model takes. */
export const largestUsual: Size = { width: 1536, height: 1024 }

export const isLarge = ({ width, height }: Size) => width * height > largestUsual.width * largestUsual.height

/** The price of a whole request; what was asked for once in a quality that is no more is drawn as a standard one. */
export function findPrice(
  prices: Prices,
  { quality, size, count }: { quality: Quality; size: Size; count: number },
): number {
  const { usual, large } = prices[qualities.includes(quality) ? quality : 'standard']
  return (isLarge(size) ? large : usual) * count
}

const mostCredits = 100_000

/**
 * Reads `quality:credits[:credits of large ones]`, several with commas between, such as `standard:10:20,premium:30:60`;
 * a quality that is not named costs what it usually does. Every fault is a sentence for the operator; the prices count
 * only when there is none.
 */
export function readPrices(text: string): { prices: Prices; faults: string[] } {
  const faults: string[] = []
  const prices = { ...usualPrices }
  const named = new Set<Quality>()
  for (const part of text.split(',').map((each) => each.trim())) {
    const [name = '', usual = '', large = usual, ...rest] = part.split(':').map((each) => each.trim())
    const quality = qualities.find((each) => each === name)
    if (!quality) faults.push(`has the price "${part}", whose quality is none of ${qualities.join(', ')}`)
    else if (![usual, large].every(isCredits)) {
      faults.push(`has the price "${part}", whose credits are not whole numbers from 1 to ${mostCredits}`)
    } else if (rest.length > 0) {
      faults.push(`has the price "${part}", which has more than quality:credits:credits of large ones`)
    } else if (named.has(quality)) faults.push(`gives two prices for ${quality}`)
    else {
      named.add(quality)
      prices[quality] = { usual: Number(usual), large: Number(large) }
    }
  }
  return { prices, faults }
}

const isCredits = (text: string) => /^[1-9]\d{0,5}$/.test(text) && Number(text) <= mostCredits
