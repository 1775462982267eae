/** The form in which somebody says what to change. */
import {
  type Generation,
  joinTexts,
  listNumbered,
  longestPrompt,
  namePicture,
  type Prices,
  renderPictureName,
  type Words,
} from '#core/index.ts'
import type { Button, Form, Message } from '../platform.ts'
import { escapePress, longestEscaped } from '../press.ts'
import { press, pressPart } from '../pressed.ts'
import { type PayingTeam, renderWhoPays } from './payer.ts'
import { findOnePrice } from './pick.ts'
import { cut } from './words.ts'

const longestExcerpt = 40

/** What it costs to change one. */
export const findChangePrice = (prices: Prices, seen: Generation) => findOnePrice(prices, 'change', seen)

/** `seen`: one picture. */
export function renderChangeForm(
  words: Words,
  seen: Generation,
  prices: Prices,
  shown: { private: boolean },
): Form {
  const price = findChangePrice(prices, seen)
  return {
    title: words.change.title,
    ...pressPart('change', { id: namePicture(seen), ...shown }),
    fields: [
      {
        name: 'prompt',
        label: words.change.what(price),
        value: '',
        maxLength: longestPrompt,
        multiline: true,
      },
    ],
    submit: words.buttons.change(price),
  }
}

/** What changes it, at the price of one; of several pictures each has its own. Those too long for any platform are left out. */
export function listChangeButtons(
  { buttons: labels }: Words,
  seen: Generation,
  prices: Prices,
  prompt: string,
): Button[] {
  const price = findChangePrice(prices, seen)
  const numbered = listNumbered(seen)
  return numbered.flatMap(({ number }): Button[] => {
    const id = numbered.length > 1 ? renderPictureName({ id: seen.id, number }) : namePicture(seen)
    const change = press('change', { prompt, id })
    const label = numbered.length > 1 ? labels.changeNumber(number, price) : labels.change(price)
    return escapePress(change).length > longestEscaped ? [] : [{ label, ...change, style: 'primary' }]
  })
}

/** Of several pictures one is to be chosen. Where a button is too long for its platform, the words say how else. */
export function renderWhichToChange(
  words: Words,
  seen: Generation,
  prices: Prices,
  prompt: string,
  paying?: PayingTeam,
): Message {
  const example = `/change ${cut(prompt, longestExcerpt)} id:${renderPictureName({ id: seen.id, number: 1 })}`
  return {
    private: true,
    blocks: [
      { kind: 'text', text: joinTexts(words.change.which(example), words.outcome.nothingCharged()) },
      ...renderWhoPays(words, paying),
      { kind: 'buttons', buttons: listChangeButtons(words, seen, prices, prompt) },
    ],
  }
}
