/** Offers to draw from what a free utility made, with what it was made of. */
import { findPrice, longestPrompt, namedSizes, type Prices, type Words } from '#core/index.ts'
import type { OptionsOf } from '../option.ts'
import type { Button, Form } from '../platform.ts'
import { press, type pressed, pressPart } from '../pressed.ts'
import { listRoom } from './references.ts'

type Made = OptionsOf<(typeof pressed)['use-made']>

/** `isShownAgain`: a press hands over its message with the picture, for words that buttons do not hold. */
interface Using {
  isShownAgain?: boolean
}

/** Where a platform's buttons do not hold all of it, and no message is there again, there is none. The words come first, as whoever types it puts them. */
export function renderUse(
  words: Words,
  { text, ...made }: Made,
  { isShownAgain = false }: Using = {},
): Button {
  const { tool, private: hidden } = made
  const shown = { ...(tool !== undefined && { tool }), ...(hidden && { private: hidden }) }
  return {
    label: words.buttons.useInImagine,
    ...press('use-made', { ...(text !== undefined && { text }), ...made }),
    ...(isShownAgain && { otherwise: press('use-made', shown) }),
  }
}

export function renderUseForm(words: Words, made: Made, prices: Prices): Form {
  const { square = { width: 1_024, height: 1_024 } } = namedSizes
  const price = findPrice(prices, { quality: 'standard', size: square, count: 1 })
  return {
    title: words.buttons.useInImagine,
    ...pressPart('use-with', made),
    fields: [
      {
        ...{ name: 'prompt', label: words.useMade.what, value: '' },
        ...{ maxLength: longestPrompt, multiline: true },
      },
    ],
    ...listRoom(words, 1),
    submit: words.buttons.drawFor(price),
  }
}
