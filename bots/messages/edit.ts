/** The form in which a prompt is changed. */
import { findPrice, type Generation, longestPrompt } from '#core/index.ts'
import type { Form, Message } from '../platform.ts'
import { pressPart } from '../pressed.ts'
import { renderNumber } from './words.ts'

export function renderEditForm({ id, asked }: Generation, shown: { private: boolean }): Form {
  return {
    title: 'Edit prompt',
    ...pressPart('edited', { id, ...shown }),
    fields: [
      { name: 'prompt', label: 'Prompt', value: asked.prompt, maxLength: longestPrompt, multiline: true },
    ],
    submit: `Draw · ${renderNumber(findPrice(asked))}`,
  }
}

/** `limit`: characters that a form of the platform holds. */
export function renderTooLongForForm(limit: number): Message {
  const text = `This prompt is too long to be edited here: a form holds ${renderNumber(limit)} characters. Nothing was charged.`
  return { private: true, blocks: [{ kind: 'text', text: [text] }] }
}
