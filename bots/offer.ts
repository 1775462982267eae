/** What commands offer: it depends on how the bot is set up, and is the same for everybody. */
import { everyAbility, type ModelAbilities, type Prices, usualPrices } from '#core/index.ts'

export interface Offer {
  /** What the image model takes. */
  abilities: ModelAbilities
  prices: Prices
}

/** Where everything is taken, at the usual prices. */
export const usualOffer: Offer = { abilities: everyAbility, prices: usualPrices }
