/** What commands, options and choices are called: in the language of whoever reads, and in any of them by whoever types. */
import { languages, type Words } from '#core/index.ts'
import type { Choice, Option } from './option.ts'

interface CommandWords {
  name: string
  summary: string
  options: Readonly<Record<string, string>>
}

type Named = Readonly<Record<string, string>>

/** As it is looked for: accents are typed in several ways, or left out. */
export const foldTyped = (typed: string) =>
  typed
    .normalize('NFD')
    .replace(/[\u0300-\u036f]/g, '')
    .normalize('NFC')
    .toLowerCase()

/** What the catalogue has for it, for a name that may have nothing there. */
export function findNamed<Value>(map: Readonly<Record<string, Value>>, name: string): Value | undefined {
  return Object.hasOwn(map, name) ? map[name] : undefined
}

/** Undefined for a command that no menu lists. */
export const findCommandWords = ({ commands }: Words, command: string): CommandWords | undefined =>
  findNamed<CommandWords>(commands, command)

export const nameCommand = (words: Words, command: string): string =>
  findCommandWords(words, command)?.name ?? command

/** Its name where nothing is said about it: Discord takes no command without a description, and no list with such a one in it. */
export const summarize = (words: Words, command: string): string =>
  findCommandWords(words, command)?.summary ?? command

export const nameOption = ({ optionNames }: Words, option: string): string =>
  findNamed<string>(optionNames, option) ?? option

/** Its name where nothing is said about it. */
export const explainOption = (words: Words, command: string, option: string): string =>
  findNamed(findCommandWords(words, command)?.options ?? {}, option) ?? option

/** As forms write it beside a field. */
export function labelOption(words: Words, option: string): string {
  const name = nameOption(words, option).replace(/[-_]/g, ' ')
  return `${name.charAt(0).toUpperCase()}${name.slice(1)}`
}

/** The word to type for it. */
export const nameChoice = (words: Words, { value, say }: Choice): string => say?.(words).name ?? value

/** The word and what is said about it, if anything is. */
export function labelChoice(words: Words, choice: Choice): string {
  const { name, about } = choice.say?.(words) ?? { name: choice.value }
  return about === undefined ? name : `${name} · ${about}`
}

/** The word for one of an option's values; a value that is none of its choices stands for itself. */
export function nameValue(words: Words, option: Option | undefined, value: string): string {
  const choice = option?.type === 'choice' ? option.choices.find((each) => each.value === value) : undefined
  return choice ? nameChoice(words, choice) : value
}

/** By what is typed, what the program calls it. What the program itself calls so comes before any language's word. */
export interface TypedNames {
  commands: ReadonlyMap<string, string>
  options: ReadonlyMap<string, string>
}

export function indexNames(spoken: readonly Words[]): TypedNames {
  const index = (list: (words: Words) => Named) =>
    new Map(
      spoken
        .flatMap((words) => Object.entries(list(words)).map(([id, name]) => [foldTyped(name), id] as const))
        .reverse(),
    )
  return {
    commands: index(({ commands }) =>
      Object.fromEntries(Object.entries(commands).map(([id, { name }]) => [id, name])),
    ),
    options: index(({ optionNames }) => optionNames),
  }
}

const typedNames = indexNames(languages)

/** The one that goes by this in any language; itself where none does. */
export function readCommandName(typed: string): string {
  const name = foldTyped(typed)
  return typedNames.commands.get(name) ?? name
}

export function readOptionName(typed: string): string {
  const name = foldTyped(typed)
  return typedNames.options.get(name) ?? name
}

/** All that these can be called, in any language; `list` says by what each goes in one. */
export const listNames = (ids: readonly string[], list: (words: Words, id: string) => string): string[] => [
  ...new Set([...ids, ...languages.flatMap((words) => ids.map((id) => list(words, id)))]),
]

/** Whether somebody who types this means that choice, in any language. */
export function isChoice(choice: Choice, typed: string): boolean {
  const wanted = foldTyped(typed)
  return (
    foldTyped(choice.value) === wanted ||
    languages.some((words) =>
      [nameChoice(words, choice), labelChoice(words, choice)].some((name) => foldTyped(name) === wanted),
    )
  )
}

/** Whether that is a word for yes or for no in any language; undefined for any other. */
export function findFlagWord(typed: string): boolean | undefined {
  const word = foldTyped(typed)
  const says = (list: (flags: Words['flags']) => readonly string[]) =>
    languages.some(({ flags }) => list(flags).map(foldTyped).includes(word))
  if (says(({ yes }) => yes)) return true
  return says(({ no }) => no) ? false : undefined
}

/** What a command is called in the menu of a message. */
export const nameInMenu = ({ messageMenu }: Words, command: string): string =>
  findNamed<string>(messageMenu, command) ?? command
