/** The form in which a prompt is changed. */
import {
  findNumber,
  findPrice,
  type Generation,
  longestPrompt,
  namePicture,
  type Prices,
} from '#core/index.ts'
import type { Form, Message } from '../platform.ts'
import { pressPart } from '../pressed.ts'
import { renderNumber } from './words.ts'

export function renderEditForm(seen: Generation, shown: { private: boolean }, prices: Prices): Form {
  const { asked } = seen
  const count = findNumber(seen) === undefined ? asked.count : 1
  return {
    title: 'Edit prompt',
    ...pressPart('edited', { id: namePicture(seen), ...shown }),
    fields: [
      { name: 'prompt', label: 'Prompt', value: asked.prompt, maxLength: longestPrompt, multiline: true },
    ],
    submit: `Draw · ${renderNumber(findPrice(prices, { ...asked, count }))}`,
  }
}

/** `limit`: characters that a form of the platform holds. */
export function renderTooLongForForm(limit: number): Message {
  const text = `This prompt is too long to be edited here: a form holds ${renderNumber(limit)} characters. Nothing was charged.`
  return { private: true, blocks: [{ kind: 'text', text: [text] }] }
}
