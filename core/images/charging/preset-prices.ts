/** What presets cost: each picture of theirs is a premium one. */
import { type PresetName, presetNames, presets } from '#core/images/presets/presets.ts'
import { findPrice, type Prices } from './prices.ts'

/** Whole credits. */
export const listPresetPrices = (prices: Prices): readonly { name: PresetName; price: number }[] =>
  presetNames.map((name) => {
    const { size } = presets[name]
    return { name, price: findPrice(prices, { quality: 'premium', size, count: 1 }) }
  })
