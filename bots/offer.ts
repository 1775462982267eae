/** What commands offer: it depends on how the bot is set up, and is the same for everybody. */
import {
  everyAbility,
  joinTaken,
  listModels,
  type ModelAbilities,
  type Ports,
  type Prices,
  type Rules,
  usualPrices,
} from '#core/index.ts'

export interface Offer {
  /** What the image models take, one or another. */
  abilities: ModelAbilities
  prices: Prices
  /** The ids of the image models that can be asked; more than one can be chosen from. */
  models: readonly string[]
}

/** Where everything is taken, at the usual prices. */
export const usualOffer: Offer = { abilities: everyAbility, prices: usualPrices, models: [] }

export function createOffer(
  ports: Pick<Ports, 'model' | 'otherModels'>,
  { prices }: Pick<Rules, 'prices'>,
): Offer {
  return { abilities: joinTaken(ports), prices, models: listModels(ports).map(({ id }) => id) }
}
