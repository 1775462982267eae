/** Checks what a person gave a command against the command's own definitions. */
import { CoreError, type OptionProblem } from '#core/errors.ts'
import { countCharacters } from '#core/index.ts'
import { unifyLineEnds } from './literal.ts'
import { findFlagWord, isChoice, listNames, nameOption, readOptionName } from './named.ts'
import { findNearest } from './nearest.ts'
import type { Option, OptionsOf } from './option.ts'
import type { Call, OptionValue } from './platform.ts'

/** As they were given, not yet checked. */
export type Options = Call['options']

interface Defining {
  options: readonly Option[]
}

/** Longer than any id; so that a refusal never has to show a wall of text. */
const longestId = 64
/** Longer than any channel's id and name together. */
const longestChannel = 200

/** Longer than any value but words. */
const longestMeant = 200
const takesAnyText: readonly Option['type'][] = ['text', 'generation', 'channel']

/**
 * The options as the command may trust them: known, complete, each of its own type (text as typed, choices by
 * their value, ids in lower case). Empty ones are left out. Throws `bad-option` for the first that is wrong.
 */
export function readOptions<const Defined extends readonly Option[]>(
  command: { options: Defined },
  raw: Options,
): OptionsOf<Defined> {
  for (const name of Object.keys(raw)) requireOption(command, name)
  const read = Object.fromEntries(
    command.options.flatMap((option) => {
      const given = Object.hasOwn(raw, option.name) ? raw[option.name] : undefined
      const value = isLeftOut(option, given) ? undefined : readValue(option, given)
      if (value === undefined && option.required) throw refuseOption(option.name, { kind: 'missing' })
      return value === undefined ? [] : [[option.name, value]]
    }),
  )
  // Each has the type that its definition names: no type can say so of a record that was made one by one.
  return read as OptionsOf<Defined>
}

/** Whether something is still to be given that no line can leave out. */
export const isLacking = ({ options }: Defining, raw: Options): boolean =>
  options.some((option) => option.required && !isTyped(option, raw))

/** What was typed of them, checked as `readOptions` does, whatever is still to be given. Throws `bad-option`. */
export function readGiven({ options }: Defining, raw: Options): Options {
  return Object.fromEntries(
    options.flatMap((option) => {
      const value = isTyped(option, raw) ? raw[option.name] : undefined
      return value === undefined ? [] : [[option.name, readValue(option, value)]]
    }),
  )
}

/** Pictures cannot be. */
const isTyped = (option: Option, raw: Options) =>
  option.type !== 'image' && Object.hasOwn(raw, option.name) && !isLeftOut(option, raw[option.name])

/** The command's option that goes by this name in any language. */
export function findOption({ options }: Defining, typed: string): Option | undefined {
  const name = readOptionName(typed)
  return options.find((option) => option.name === name)
}

/** The command's option that this is, or may be meant to be, by what the program calls it. */
export function findMeant(command: Defining, typed: string): string | undefined {
  const found = findOption(command, typed)
  if (found) return found.name
  const ids = command.options.map(({ name }) => name)
  const nearest = findNearest(typed, listNames(ids, nameOption))
  return nearest === undefined ? undefined : readOptionName(nearest)
}

/** Whether a person can have meant this as the option's value: for prose that names options by chance. */
export function canBeValue(option: Option, text: string): boolean {
  if (text.length > longestMeant && !takesAnyText.includes(option.type)) return false
  switch (option.type) {
    case 'choice':
      return (
        option.choices.some((choice) => isChoice(choice, text)) ||
        (option.open !== undefined && /\d/.test(text))
      )
    case 'integer':
      return /^[+-]?\d+$/.test(text)
    case 'flag':
      return findFlag(text) !== undefined
    case 'image':
      return false
    case 'person':
      return text.startsWith('<@') || text.startsWith('@')
    default:
      return text !== ''
  }
}

/** The command's definition of that option. Throws `bad-option` with the name that may have been meant. */
export function requireOption(command: Defining, name: string): Option {
  const option = findOption(command, name)
  if (option) return option
  const suggestion = findMeant(command, name)
  throw refuseOption(name, { kind: 'unknown', ...(suggestion !== undefined && { suggestion }) })
}

/** The refusal of one option. */
export function refuseOption(option: string, problem: OptionProblem): CoreError<'bad-option'> {
  return new CoreError('bad-option', { option, problem })
}

/** Whether a flag was set, by a word for yes or no in any language; undefined for any other word. */
export function findFlag(word: string): boolean | undefined {
  return findFlagWord(word.trim())
}

/** Of a picture, anything at all means that one came along: it is read or refused, never left out. */
function isLeftOut(option: Option, value: OptionValue | null | undefined): value is null | undefined {
  if (value === undefined || option.type === 'image') return value === undefined
  return value === null || (typeof value === 'string' && value.trim() === '')
}

function readValue(option: Option, value: OptionValue): OptionValue {
  if (option.type === 'image') {
    if (isObject(value) && 'read' in value && typeof value.read === 'function') return value
    if (typeof value === 'string') throw refuseOption(option.name, { kind: 'missing' })
    throw new CoreError('attachment-unreadable', {})
  }
  if (option.type === 'person') {
    if (isObject(value) && 'user' in value) return value
    throw refuseOption(option.name, { kind: 'not-a-person' })
  }
  if (option.type === 'flag') return typeof value === 'boolean' ? value : readFlag(option.name, String(value))
  const text = typeof value === 'object' ? '' : String(value)
  switch (option.type) {
    case 'text':
      return readText(option.name, text, option.maxLength, option.characters ? countCharacters : undefined)
    case 'choice':
      return readChoice(option, text)
    case 'integer':
      return readInteger(option, text)
    case 'generation':
      return readText(option.name, text.trim().replace(/^#/, '').toLowerCase(), longestId)
    case 'channel':
      return readText(option.name, text.trim(), longestChannel)
  }
}

/** What a platform hands over may be nothing at all. */
const isObject = (value: OptionValue | null) => typeof value === 'object' && value !== null

function readText(name: string, given: string, limit: number, count = countUnits): string {
  const text = unifyLineEnds(given)
  const length = count(text, limit)
  if (length > limit) throw refuseOption(name, { kind: 'too-long', length, limit })
  // Half a surrogate pair cannot be stored or sent either.
  if (/[^\P{Cc}\n\t]/u.test(text) || !text.isWellFormed()) {
    throw refuseOption(name, { kind: 'control-characters' })
  }
  return text
}

const countUnits = (text: string, _limit: number) => text.length

function readChoice(option: Extract<Option, { type: 'choice' }>, text: string): string {
  const chosen = option.choices.find((choice) => isChoice(choice, text.trim()))
  if (chosen) return chosen.value
  if (option.open) return readText(option.name, text.trim(), option.open.maxLength)
  throw refuseOption(option.name, { kind: 'not-a-choice', choices: option.choices.map(({ value }) => value) })
}

function readInteger(option: Extract<Option, { type: 'integer' }>, text: string): number {
  const { name, minimum, maximum } = option
  if (!/^[+-]?\d+$/.test(text.trim())) throw refuseOption(name, { kind: 'not-a-number' })
  const value = Number(text)
  if (value < minimum || value > maximum) throw refuseOption(name, { kind: 'out-of-range', minimum, maximum })
  return value
}

function readFlag(name: string, text: string): boolean {
  const value = findFlag(text)
  if (value === undefined) throw refuseOption(name, { kind: 'not-a-choice', choices: ['true', 'false'] })
  return value
}
