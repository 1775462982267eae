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
import { press, pressPart } from '../pressed.ts'
import { findOnePrice } from './pick.ts'
import { cut, renderNumber } from './words.ts'

const longestExcerpt = 40

const renderPrice = (prices: Prices, seen: Generation) => renderNumber(findOnePrice(prices, 'change', seen))

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

/** Of several pictures one is to be chosen. A button that its platform finds too long is left out: the words say how else. */
export function renderWhichToChange(seen: Generation, prices: Prices, prompt: string): Message {
  const price = renderPrice(prices, seen)
  const buttons = listNumbered(seen).map(({ number }): Button => {
    const id = renderPictureName({ id: seen.id, number })
    return { label: `Change ${number} · ${price}`, ...press('change', { prompt, id }) }
  })
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
      { kind: 'buttons', buttons },
    ],
  }
}
