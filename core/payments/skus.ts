/** What Discord sells of the packs, read from one line of configuration. */
import type { Pack } from './packs.ts'
import type { SkuPack } from './provider.ts'

/** One pack under the id that Discord sells it by. */
export interface Sku {
  sku: string
  /** The pack's name. */
  pack: string
  /** As Discord's price list has it; absent where it is the pack's own. */
  price?: string
}

/**
 * Reads `sku:pack[:price]`, several with commas between, such as `1310000000000000001:starter:$4.99`. Every fault is a
 * sentence for the operator; the SKUs count only when there is none.
 */
export function readSkus(text: string): { skus: Sku[]; faults: string[] } {
  const faults: string[] = []
  const skus = text.split(',').map((part) => readSku(part.trim(), faults))
  for (const field of ['sku', 'pack'] as const) {
    const values = skus.map((sku) => sku[field])
    for (const value of new Set(values.filter((each, index) => values.indexOf(each) !== index))) {
      faults.push(`names the ${field === 'sku' ? 'SKU' : 'pack'} "${value}" twice`)
    }
  }
  return { skus, faults }
}

function readSku(text: string, faults: string[]): Sku {
  const [sku = '', pack = '', price, ...rest] = text.split(':').map((part) => part.trim())
  const expect = (holds: boolean, problem: string) => {
    if (!holds) faults.push(`has "${text}", ${problem}`)
  }
  expect(/^\d{15,20}$/.test(sku), "whose SKU is not Discord's number of 15 to 20 digits")
  expect(pack.length > 0, 'which names no pack')
  expect(
    price === undefined || (price.length > 0 && price.length <= 20),
    'whose price is not 1 to 20 characters such as $4.99',
  )
  expect(rest.length === 0, 'which has more than sku:pack:price')
  return { sku, pack, ...(price && { price }) }
}

/** The packs that have a SKU, in the order of the packs and at Discord's prices. */
export function listSkuPacks(packs: readonly Pack[], skus: readonly Sku[]): SkuPack[] {
  return packs.flatMap(({ name, credits, price }) => {
    const found = skus.find(({ pack }) => pack === name)
    return found ? [{ name, credits, price: found.price ?? price, sku: found.sku }] : []
  })
}
