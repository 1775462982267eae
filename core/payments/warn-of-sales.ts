/**
 * Tells the operator at start of what breaks Discord's rule for whoever sells: what is for use there must be sold there too, at no
 * higher price (support-dev.discord.com/hc/en-us/articles/23810643331735).
 */
import type { Log } from '#core/log.ts'
import { readMoney } from './compare-packs.ts'
import type { Pack } from './packs.ts'
import type { Provider } from './provider.ts'
import { readDollars } from './warn-of-costs.ts'

/** For a bot that runs on Discord. At the test checkout nothing is sold. Prices of different currencies are not compared. */
export function warnOfSales(providers: readonly Provider[], log: Log): void {
  const elsewhere = providers.filter((each) => each.kind === 'web' && !('findPurchase' in each))
  const there = providers.filter((each) => each.kind === 'platform' && each.platform === 'discord')
  const sold = there.flatMap(({ packs }) => packs)
  const missing = new Set<string>()
  for (const pack of elsewhere.flatMap(({ packs }) => packs)) {
    const same = sold.find(({ name }) => name === pack.name)
    if (!same) missing.add(pack.name)
    else if (isDearer(same, pack)) {
      const prices = { onDiscord: same.price, elsewhere: pack.price }
      log.warn(
        { pack: pack.name, ...prices },
        'A pack is dearer on Discord than elsewhere, which Discord forbids',
      )
    }
  }
  if (missing.size === 0) return
  const fields = { packs: [...missing] }
  log.warn(fields, 'Packs are sold that Discord does not sell, which its rules ask for: set DISCORD_SKUS')
}

function isDearer(one: Pick<Pack, 'price'>, other: Pick<Pack, 'price'>): boolean {
  const [here, there] = [readPrice(one.price), readPrice(other.price)]
  return (
    here !== undefined &&
    there !== undefined &&
    here.currency === there.currency &&
    here.amount > there.amount
  )
}

/** Of `$5`, `5 €` or `US$ 4.99`; undefined where no one number is in it. */
function readPrice(price: string): { amount: number; currency: string } | undefined {
  const dollars = readDollars(price)
  if (dollars !== undefined) return { amount: dollars, currency: '$' }
  const money = readMoney(price)
  return money && { amount: money.amount, currency: `${money.before}${money.after}`.replaceAll(' ', '') }
}
