/** The sentences that only a terminal needs. */
import type { Form, Message } from '../platform.ts'
import { renderNumber } from './words.ts'

/** What an interactive terminal shows first. */
export function renderWelcome(name: string): Message {
  const text = [
    'Hello ',
    name,
    '. ',
    { code: '/help' },
    ' lists the commands, ',
    { code: '/quit' },
    ' leaves.',
  ]
  return { private: true, blocks: [{ kind: 'text', text }] }
}

/** Ctrl-C where there is nothing to cancel. */
export function renderNothingToCancel(drawing: boolean): Message {
  const text = drawing
    ? ['It is being drawn and can no longer be cancelled. ', { code: '/quit' }, ' leaves.']
    : [{ code: '/quit' }, ' or Ctrl-D leaves.']
  return { private: true, blocks: [{ kind: 'text', text }] }
}

/** Both in characters. */
export function renderLineTooLong(length: number, limit: number): Message {
  const text = `This line is ${renderNumber(length)} characters long; at most ${renderNumber(limit)} fit. Nothing was charged.`
  return { private: true, blocks: [{ kind: 'text', text: [text] }] }
}

/** The line to type where there are no forms; `start` has the options that the form has. */
export function renderTypedForm({ fields, pictures }: Form, start: string): Message {
  const along = pictures ? ['[--image FILE]'] : []
  const asked = fields.filter(({ minor }) => !minor)
  const line = [start, ...asked.map(({ name }) => `--${name} "…"`), ...along].join(' ')
  const values = fields.filter(({ value }) => value !== '')
  return {
    private: true,
    blocks: [
      ...values.map(({ value }) => ({ kind: 'quote' as const, text: value })),
      { kind: 'text', text: ['Type ', { code: line }, ' with your own words.'] },
    ],
  }
}

/** Above pictures that fit what is being typed. */
export const pickHint = 'Type an id, or more of the prompt:'
