/** The sentences that only a terminal needs. */
import { joinTexts, type Text, type Words } from '#core/index.ts'
import { nameCommand, nameOption } from '../named.ts'
import type { Form, Message, Press } from '../platform.ts'
import { cut } from './words.ts'

/** What an interactive terminal shows first. */
export const renderWelcome = ({ terminal }: Words, name: string): Message => say(terminal.welcome(name))

/** Ctrl-C where there is nothing to cancel. */
export const renderNothingToCancel = ({ terminal }: Words, drawing: boolean): Message =>
  say(drawing ? terminal.alreadyDrawing() : terminal.howToLeave())

/** Both in characters. */
export const renderLineTooLong = ({ terminal, outcome }: Words, length: number, limit: number): Message =>
  say(joinTexts(terminal.lineTooLong(length, limit), outcome.nothingCharged()))

/** In place of a line that is no command: it may be a prompt, which costs so many credits. */
export function renderDidYouMean(words: Words, typed: string, price: number, imagine: Press): Message {
  const { blocks } = say(words.terminal.didYouMean(`/${nameCommand(words, 'imagine')} ${cut(typed, 40)}`))
  return {
    private: true,
    blocks: [...blocks, { kind: 'buttons', buttons: [{ ...imagine, label: words.buttons.drawFor(price) }] }],
  }
}

/** The line to type where there are no forms; `start` has the options that the form has. */
export function renderTypedForm(words: Words, { fields, pictures }: Form, start: string): Message {
  const along = pictures ? [`[--${nameOption(words, 'image')} …]`] : []
  const asked = fields.filter(({ minor }) => !minor)
  const typed = asked.map(({ name }) => `--${nameOption(words, name)} "…"`)
  const values = fields.filter(({ value }) => value !== '')
  const { blocks } = say(words.terminal.typeInstead([start, ...typed, ...along].join(' ')))
  return {
    private: true,
    blocks: [...values.map(({ value }) => ({ kind: 'quote' as const, text: value })), ...blocks],
  }
}

const say = (text: Text): Message => ({ private: true, blocks: [{ kind: 'text', text }] })
