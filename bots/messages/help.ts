/** Explains the commands, from their own definitions. */

import type { Text } from '#core/index.ts'
import type { Command } from '../command.ts'
import type { Option } from '../option.ts'
import type { Message } from '../platform.ts'
import { quoteTyped } from './words.ts'

const writing: Text = [
  'Options are written ',
  { code: '--size wide' },
  ' or ',
  { code: 'size:wide' },
  '. ',
  { code: '/credits' },
  ' shows what pictures cost.',
]

/** Where people can talk to the bot instead of typing commands. */
const talking: Text = [
  'You can also mention us or send a direct message. What begins with a command or reads like a description is drawn; ',
  'anything else is answered with a button first. Only ',
  { code: '/imagine' },
  ' draws whatever you type.',
]

/** What is chosen in the menu of a message. */
function renderMenus(commands: readonly Command[]): Text {
  const names = commands.flatMap(({ onMessage }) => (onMessage === undefined ? [] : [onMessage]))
  const listed = names.flatMap((name, index) => [...(index > 0 ? [' and '] : []), { bold: name }])
  return ['In the menu of a message, ', ...listed, ' are about the pictures that it shows.']
}

export interface HelpOptions {
  /** The bot hears what people say to it. */
  talks?: boolean
  /** Messages have menus. */
  menus?: boolean
  /** What was named and is no command, and the one that may have been meant. */
  missing?: { named: string; meant?: string }
}

export function renderHelp(
  commands: readonly Command[],
  { talks = false, menus = false, missing }: HelpOptions = {},
): Message {
  const listed = commands.filter(({ hidden }) => !hidden)
  return {
    private: true,
    blocks: [
      ...(missing ? [{ kind: 'text' as const, text: renderMissing(missing) }] : []),
      ...listed.map((command) => ({
        kind: 'text' as const,
        text: [{ bold: renderUsage(command) }, ` — ${command.summary}`],
      })),
      { kind: 'table', head: ['option', 'one of'], rows: listed.flatMap(listChoices) },
      { kind: 'text', text: writing },
      ...(talks ? [{ kind: 'text' as const, text: talking }] : []),
      ...(menus ? [{ kind: 'text' as const, text: renderMenus(commands) }] : []),
    ],
  }
}

function renderMissing({ named, meant }: NonNullable<HelpOptions['missing']>): Text {
  const known: Text = meant === undefined ? [] : [' Did you mean ', { code: `/${meant}` }, '?']
  return ['There is no command ', quoteTyped(named), '.', ...known, ' These are all:']
}

/** One command alone, with all its options. */
export function renderCommandHelp(command: Command): Message {
  const rows = command.options.map((option) => [option.name, renderSummary(option)])
  return {
    private: true,
    blocks: [
      { kind: 'text', text: [{ bold: renderUsage(command) }, ` — ${command.summary}`] },
      ...(rows.length > 0
        ? [
            { kind: 'table' as const, head: ['option', 'what it is'], rows },
            { kind: 'text' as const, text: writing },
          ]
        : []),
    ],
  }
}

function renderSummary(option: Option): string {
  const [choices] = listChoices({ options: [option] })
  return choices ? `${option.summary} (${choices[1]})` : option.summary
}

/** How a command is written: `/imagine prompt [size] [count 1–4]`. */
export function renderUsage({ name, options }: Command): string {
  return [`/${name}`, ...options.filter((option) => !isMore(option)).map(renderOption(options))].join(' ')
}

const isMore = (option: Option) => option.type === 'image' && option.more === true

const renderOption =
  (options: readonly Option[]) =>
  (option: Option): string => {
    const several = option.type === 'image' && options.some(isMore) ? ' …' : ''
    if (option.required) return `${option.name}${several}`
    return option.type === 'integer'
      ? `[${option.name} ${option.minimum}–${option.maximum}]`
      : `[${option.name}${several}]`
  }

function listChoices({ options }: Pick<Command, 'options'>): string[][] {
  return options.flatMap((option) =>
    option.type === 'choice'
      ? [[option.name, [...option.choices.map(({ value }) => value), ...listOpen(option)].join(', ')]]
      : [],
  )
}

const listOpen = ({ open }: Extract<Option, { type: 'choice' }>) => (open ? [open.hint] : [])
