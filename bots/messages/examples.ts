/** Buttons that run examples: one that is free, one at its price. */
import { type Prices, priceOrder, type Words } from '#core/index.ts'
import type { Block, Message } from '../platform.ts'
import { press } from '../pressed.ts'

/** `hidden`: where one person alone sees them, who alone sees what they make. */
export function renderExamples({ examples }: Words, prices: Prices, hidden: boolean): Block {
  const price = priceOrder(prices, { quality: 'draft' })
  const draw = press('example', { of: 'imagine', private: hidden })
  return {
    kind: 'buttons',
    buttons: [
      { label: examples.draw(price), ...draw, style: 'primary' },
      { label: examples.qr, ...press('example', { of: 'qr', private: hidden }) },
    ],
  }
}

/** Once, where the bot is new. */
export function renderGreeting(words: Words, prices: Prices): Message {
  return {
    private: false,
    blocks: [
      { kind: 'text', text: words.examples.greeting() },
      renderExamples(words, prices, false),
      { kind: 'text', text: words.examples.more() },
    ],
  }
}
