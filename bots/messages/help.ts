/** Explains the commands, from their own definitions. */
import type { Command, Option } from '../command.ts'
import type { Message, Text } from '../platform.ts'

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

/** `talks`: the bot hears what people say to it. */
export function renderHelp(commands: readonly Command[], { talks = false } = {}): Message {
  const listed = commands.filter(({ hidden }) => !hidden)
  return {
    private: true,
    blocks: [
      ...listed.map((command) => ({
        kind: 'text' as const,
        text: [{ bold: renderUsage(command) }, ` — ${command.summary}`],
      })),
      { kind: 'table', head: ['option', 'one of'], rows: listed.flatMap(listChoices) },
      { kind: 'text', text: writing },
      ...(talks ? [{ kind: 'text' as const, text: talking }] : []),
    ],
  }
}

/** How a command is written: `/imagine prompt [size] [count 1–4]`. */
export function renderUsage({ name, options }: Command): string {
  return [`/${name}`, ...options.map(renderOption)].join(' ')
}

function renderOption(option: Option): string {
  if (option.required) return option.name
  return option.type === 'integer'
    ? `[${option.name} ${option.minimum}–${option.maximum}]`
    : `[${option.name}]`
}

function listChoices({ options }: Command): string[][] {
  return options.flatMap((option) =>
    option.type === 'choice'
      ? [[option.name, [...option.choices.map(({ value }) => value), ...listOpen(option)].join(', ')]]
      : [],
  )
}

const listOpen = ({ open }: Extract<Option, { type: 'choice' }>) => (open ? [open.hint] : [])
