/** The form in which somebody says what to change. */
import {
  type Generation,
  listNumbered,
  longestPrompt,
  namePicture,
  type Prices,
  renderPictureName,
} from '#core/index.ts'
import type { Button, Form, Message } from '../platform.ts'
import { escapePress, longestEscaped } from '../press.ts'
import { press, pressPart } from '../pressed.ts'
import { type PayingTeam, renderWhoPays } from './payer.ts'
import { findOnePrice } from './pick.ts'
import { cut, renderNumber } from './words.ts'

const longestExcerpt = 40

/** What it costs to change one. */
export const findChangePrice = (prices: Prices, seen: Generation) => findOnePrice(prices, 'change', seen)
const renderPrice = (prices: Prices, seen: Generation) => renderNumber(findChangePrice(prices, seen))

/** `seen`: one picture. */
export function renderChangeForm(seen: Generation, prices: Prices, shown: { private: boolean }): Form {
  return {
    title: 'Change this picture',
    ...pressPart('change', { id: namePicture(seen), ...shown }),
    fields: [
      {
        name: 'prompt',
        label: `What to change · ${renderPrice(prices, seen)} credits`,
        value: '',
        maxLength: longestPrompt,
        multiline: true,
      },
    ],
    submit: `Change · ${renderPrice(prices, seen)}`,
  }
}

/** What changes it, at the price of one; of several pictures each has its own. Those too long for any platform are left out. */
export function listChangeButtons(seen: Generation, prices: Prices, prompt: string): Button[] {
  const price = renderPrice(prices, seen)
  const numbered = listNumbered(seen)
  return numbered.flatMap(({ number }): Button[] => {
    const id = numbered.length > 1 ? renderPictureName({ id: seen.id, number }) : namePicture(seen)
    const change = press('change', { prompt, id })
    const which = numbered.length > 1 ? ` ${number}` : ''
    return escapePress(change).length > longestEscaped
      ? []
      : [{ label: `Change${which} · ${price}`, ...change, style: 'primary' }]
  })
}

/** Of several pictures one is to be chosen. Where a button is too long for its platform, the words say how else. */
export function renderWhichToChange(
  seen: Generation,
  prices: Prices,
  prompt: string,
  paying?: PayingTeam,
): Message {
  const example = `/change ${cut(prompt, longestExcerpt)} id:${renderPictureName({ id: seen.id, number: 1 })}`
  return {
    private: true,
    blocks: [
      {
        kind: 'text',
        text: [
          'Which one? Press its number, or name it, as in ',
          { code: example },
          '. Nothing was charged.',
        ],
      },
      ...renderWhoPays(paying),
      { kind: 'buttons', buttons: listChangeButtons(seen, prices, prompt) },
    ],
  }
}
