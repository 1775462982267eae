/** Asks which of several pictures is meant, and how far a variation may go. */
import {
  askOfOne,
  findPrice,
  type Generation,
  joinTexts,
  listNumbered,
  namePicture,
  type Prices,
  renderPictureName,
  type Words,
} from '#core/index.ts'
import type { Block, Button, Message } from '../platform.ts'
import { press } from '../pressed.ts'
import { type PayingTeam, renderWhoPays } from './payer.ts'

/** `hidden`: what comes of a press is for the presser alone. */
interface Pressing {
  hidden: boolean
}

/** A number for each of several; none where there is but one. */
export function listPickButtons(words: Words, seen: Generation, { hidden }: Pressing): Button[] {
  if (seen.pictures.length < 2) return []
  return listNumbered(seen).map(({ number }) => ({
    label: words.number(number),
    ...press('pick', { id: renderPictureName({ id: seen.id, number }), private: hidden }),
  }))
}

export const renderPickQuestion = (words: Words, seen: Generation, pressing: Pressing): Message => ({
  private: true,
  blocks: [
    { kind: 'text', text: joinTexts(words.pick.which(), words.outcome.nothingCharged()) },
    { kind: 'buttons', buttons: listPickButtons(words, seen, pressing) },
  ],
})

export function renderVaryQuestion(
  words: Words,
  seen: Generation,
  prices: Prices,
  { hidden, paying }: Pressing & { paying?: PayingTeam | undefined },
): Message {
  const { buttons: labels, pick } = words
  const id = namePicture(seen)
  const price = findOnePrice(prices, 'vary-subtle', seen)
  const buttons = (['subtle', 'strong'] as const).map((how) => ({
    label: labels[how](price),
    ...press('vary', { id, how, private: hidden }),
  }))
  const blocks: Block[] = [
    { kind: 'text', text: pick.howDifferent(id) },
    ...renderWhoPays(words, paying),
    { kind: 'buttons', buttons },
  ]
  return { private: true, blocks }
}

/** What it costs to have one more of this one. */
export const findOnePrice = (
  prices: Prices,
  tool: Parameters<typeof askOfOne>[0],
  seen: Generation,
): number => findPrice(prices, { ...seen.asked, ...askOfOne(tool, seen) })
