/** Tells the operator at start of pictures whose credits are sold for less than they cost at the vendor. */
import { type Prices, qualities } from '#core/images/charging/prices.ts'
import { findKnownModel } from '#core/images/known-models.ts'
import { listModels, type Models } from '#core/images/models.ts'
import type { Log } from '#core/log.ts'
import type { Pack } from './packs.ts'
import type { Provider } from './provider.ts'

/** US dollars of a price as people read it, such as `$5`; undefined for other currencies and other words. */
export function readDollars(price: string): number | undefined {
  const [, before, after] =
    /^(?:US)?\$ ?(\d+(?:\.\d+)?)$|^(\d+(?:\.\d+)?) ?(?:\$|USD)$/.exec(price.trim()) ?? []
  const amount = before ?? after
  return amount === undefined ? undefined : Number(amount)
}

/** US dollars, as the cheapest pack has them; undefined where no pack has a price in dollars. */
export function findCreditPrice(packs: readonly Pick<Pack, 'credits' | 'price'>[]): number | undefined {
  const each = packs.flatMap(({ credits, price }) => {
    const dollars = readDollars(price)
    return dollars === undefined ? [] : [dollars / credits]
  })
  return each.length === 0 ? undefined : Math.min(...each)
}

/** By what the vendor publishes for one picture, where it does. */
export function warnOfCosts(
  { providers, log, ...models }: Models & { providers: readonly Pick<Provider, 'packs'>[]; log: Log },
  prices: Prices,
): void {
  const credit = findCreditPrice(providers.flatMap(({ packs }) => packs))
  if (credit === undefined) return
  for (const { id: model } of listModels(models)) {
    const { picture } = findKnownModel(model)
    if (!picture) continue
    for (const quality of qualities) {
      const cost = picture[quality]
      const sold = prices[quality].usual * credit
      if (cost <= sold) continue
      log.warn(
        { model, quality, cost, sold },
        'A picture costs more at the vendor than its credits are sold for: set PRICES or CREDIT_PACKS',
      )
    }
  }
}
