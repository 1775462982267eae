/** Credit packs: what can be bought, read from one line of configuration. */

/** One thing to buy. */
export interface Pack {
  /** In addresses and on buttons: lower case letters, digits and hyphens. */
  name: string
  /** Whole credits for one. */
  credits: number
  /** As people read it, such as `$5`. What is really charged is the payment provider's to say. */
  price: string
  /** The provider's id of the thing sold: for Lemon Squeezy, a variant's id. Absent: only the test checkout sells it. */
  variant?: string
}

/** What the test checkout sells where nothing is configured. */
export const defaultPacks: readonly Pack[] = [
  { name: 'starter', credits: 100, price: '$5' },
  { name: 'studio', credits: 500, price: '$20' },
  { name: 'team', credits: 2_000, price: '$60' },
]

/** Addresses under `/checkout/` that are taken. */
const reserved = ['return', 'test']

const largestCredits = 1_000_000

/**
 * Reads `name:credits:price[:variant]`, several with commas between, such as
 * `starter:100:$5:123456,team:500:$20:123457`. A price has neither comma nor colon. Every fault is a sentence for
 * the operator; the packs count only when there is none.
 */
export function readPacks(text: string): { packs: Pack[]; faults: string[] } {
  const faults: string[] = []
  const packs = text.split(',').map((part) => readPack(part.trim(), faults))
  for (const field of ['name', 'variant'] as const) {
    const values = packs.flatMap((pack) => pack[field] ?? [])
    for (const value of new Set(values.filter((value, index) => values.indexOf(value) !== index))) {
      faults.push(`gives two packs the ${field} "${value}"`)
    }
  }
  return { packs, faults }
}

function readPack(text: string, faults: string[]): Pack {
  const [name = '', credits = '', price = '', variant, ...rest] = text.split(':').map((part) => part.trim())
  const expect = (holds: boolean, problem: string) => {
    if (!holds) faults.push(`has the pack "${text}", ${problem}`)
  }
  expect(/^[a-z][a-z0-9-]{0,31}$/.test(name), 'whose name is not lower case letters, digits and hyphens')
  expect(!reserved.includes(name), `whose name is one of ${reserved.join(', ')}`)
  expect(
    /^[1-9]\d{0,6}$/.test(credits) && Number(credits) <= largestCredits,
    `whose credits are not a whole number from 1 to ${largestCredits}`,
  )
  expect(price.length > 0 && price.length <= 20, 'whose price is not 1 to 20 characters such as $5')
  expect(variant === undefined || /^\d{1,15}$/.test(variant), "whose variant is not the provider's number")
  expect(rest.length === 0, 'which has more than name:credits:price:variant')
  return { name, credits: Number(credits), price, ...(variant && { variant }) }
}
