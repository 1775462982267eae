/** Explains the commands, from their own definitions. */

import type { Text, Words } from '#core/index.ts'
import type { Command } from '../command.ts'
import { explainOption, nameChoice, nameCommand, nameInMenu, nameOption, summarize } from '../named.ts'
import type { Option } from '../option.ts'
import type { Block, Message } from '../platform.ts'
import { cut } from './words.ts'

export interface HelpOptions {
  /** The bot hears what people say to it. */
  talks?: boolean
  /** The platform lists commands by what the program calls them, in every language. */
  untranslated?: boolean
  /** Messages have menus. */
  menus?: boolean
  /** Buttons that run some. */
  examples?: Block
  /** What was named and is no command, and the one that may have been meant. */
  missing?: { named: string; meant?: string }
}

export function renderHelp(
  words: Words,
  commands: readonly Command[],
  { talks = false, menus = false, untranslated = false, examples, missing }: HelpOptions = {},
): Message {
  const { help } = words
  const name = untranslated ? keepName : nameIn(words)
  const listed = commands.filter(({ hidden }) => !hidden)
  // Of the first one alone, so that one message holds it all in any language; each has its own in the help for it.
  const rows = listed.slice(0, 1).flatMap((command) => listChoices(words, command))
  return {
    private: true,
    blocks: [
      ...(missing ? [say(renderMissing(words, missing, name))] : []),
      ...listed.map((command) => say(renderHead(words, command, name))),
      ...(missing ? [] : [{ kind: 'table' as const, head: [help.head.option, help.head.choices], rows }]),
      say(help.writing()),
      ...(talks ? [say(help.talking())] : []),
      ...(menus ? [say(help.menus(listMenu(words, commands)))] : []),
      ...(examples ? [examples] : []),
    ],
  }
}

type NameCommand = (command: string) => string

const keepName: NameCommand = (command) => command

const nameIn =
  (words: Words): NameCommand =>
  (command) =>
    nameCommand(words, command)

const say = (text: Text): Block => ({ kind: 'text', text })

/** What is chosen in the menu of a message. */
const listMenu = (words: Words, commands: readonly Command[]) =>
  commands.flatMap(({ name, onMessage }) => (onMessage ? [nameInMenu(words, name)] : []))

const renderMissing = (
  words: Words,
  { named, meant }: NonNullable<HelpOptions['missing']>,
  name: NameCommand,
): Text => words.help.missing(cut(named, 40), meant === undefined ? undefined : `/${name(meant)}`)

/** One command alone, with all its options. */
export function renderCommandHelp(
  words: Words,
  command: Command,
  { untranslated = false }: Pick<HelpOptions, 'untranslated'> = {},
): Message {
  const { help } = words
  const name = untranslated ? keepName : nameIn(words)
  const rows = command.options.map((option) => [
    nameOption(words, option.name),
    renderSummary(words, command, option),
  ])
  const table: Block = { kind: 'table', head: [help.head.option, help.head.meaning], rows }
  return {
    private: true,
    blocks: [say(renderHead(words, command, name)), ...(rows.length > 0 ? [table, say(help.writing())] : [])],
  }
}

const renderHead = (words: Words, command: Command, name: NameCommand): Text => [
  { bold: renderUsage(words, command, name) },
  ` — ${summarize(words, command.name)}`,
]

function renderSummary(words: Words, { name }: Command, option: Option): string {
  const summary = explainOption(words, name, option.name)
  const [choices] = listChoices(words, { options: [option] })
  return choices?.[1] === undefined ? summary : words.help.oneOf(summary, choices[1])
}

/** How a command is written: `/imagine prompt [size] [count 1–4]`. */
export function renderUsage(words: Words, command: Command, name = nameIn(words)): string {
  return [`/${name(command.name)}`, ...listUsed(words, command)].join(' ')
}

/** How its options are written. */
export const listUsed = (words: Words, { options }: Command): string[] =>
  options.filter((option) => !isMore(option)).map(renderOption(words, options))

const isMore = (option: Option) => option.type === 'image' && option.more === true

const renderOption =
  (words: Words, options: readonly Option[]) =>
  (option: Option): string => {
    const name = nameOption(words, option.name)
    const several = option.type === 'image' && options.some(isMore) ? ' …' : ''
    if (option.required) return `${name}${several}`
    return option.type === 'integer' ? `[${name} ${option.minimum}–${option.maximum}]` : `[${name}${several}]`
  }

function listChoices(words: Words, { options }: Pick<Command, 'options'>): string[][] {
  return options.flatMap((option) =>
    option.type === 'choice'
      ? [
          [
            nameOption(words, option.name),
            words.help.choices([
              ...option.choices.map((choice) => nameChoice(words, choice)),
              ...listOpen(option),
            ]),
          ],
        ]
      : [],
  )
}

const listOpen = ({ open }: Extract<Option, { type: 'choice' }>) => (open ? [open.hint] : [])
