/** Reads a command and its options out of a line as people type it. */
import type { Command } from '../command.ts'
import { readCommandName } from '../named.ts'
import type { Option } from '../option.ts'
import { canBeValue, findFlag, refuseOption, requireOption } from '../options.ts'
import type { OptionValue } from '../platform.ts'
import { findOptionLabel, type OptionLabel } from './option-label.ts'
import { createQuoteFinder, findQuoteEnd, isQuote } from './quotes.ts'

/** How to take what is not quite right. */
export interface Parsing {
  /**
   * People speak to the bot as to each other. A quote without an end and words that no option takes are then no reason
   * to refuse; what only looks like an option, by its name or its value, is words; words that are to be kept verbatim
   * keep their quotes.
   */
  tolerant: boolean
}

/** What is found once for a text that is read. */
interface Reading extends Parsing {
  findQuote(start: number): number | undefined
}

/** A line, taken apart; its options are yet to be checked. */
export interface ParsedLine {
  command: string
  options: Record<string, OptionValue>
}

/** A stretch of the line; `joined` when nothing but space lies between it and the one before, `named` after its option's name. */
interface Word {
  start: number
  end: number
  joined: boolean
  named: boolean
}

/** A command line, with or without the slash. A command that is not in the list comes back without options. */
export function parseLine(line: string, commands: readonly Command[], parsing: Parsing): ParsedLine {
  const [before = '', name = ''] = /^\s*\/?(\S*)/.exec(line) ?? []
  const text = line.slice(before.length)
  const wanted = readCommandName(name)
  const command = commands.find((each) => each.name === wanted)
  return command
    ? { command: command.name, options: parseText(text, command, parsing) }
    : { command: name, options: {} }
}

/**
 * The text after a command. An option is `--name value`, `--name=value` or `name:value`; its dashes may have
 * become one long dash, and values may be quoted; prose without quotes goes on until another option is named. All other
 * words are the first option's, if that is text, an id or a channel, in their order and with their spacing; if they are
 * one quotation, its quotes are dropped unless they are to be kept; if they are several, and prose follows the first
 * option, one is each option's. Where the first option takes no words, each is the first option's that it can be.
 * Throws `bad-option`.
 */
export function parseText(text: string, command: Command, how: Parsing): Record<string, OptionValue> {
  const parsing = { ...how, findQuote: createQuoteFinder(text) }
  const main = findMainOption(command)
  const options = new Map<string, OptionValue>()
  const named = new Set<string>()
  const words: Word[] = []
  let joined = false
  let at = skipSpace(text, 0)
  while (at < text.length) {
    const label = findLabel(text, at, command, parsing)
    if (label) {
      const { name } = label.option
      if (named.has(name)) throw refuseOption(name, { kind: 'repeated' })
      named.add(name)
    }
    if (label && label.option.name !== main) {
      const taken = takeValue(text, label, command, parsing)
      options.set(label.option.name, taken.value)
      at = skipSpace(text, taken.end)
      joined = false
      continue
    }
    const start = label ? skipSpace(text, label.end) : at
    const end = skipWord(text, findEnd(text, start, main ?? command.name, parsing))
    if (end > start) words.push({ start, end, joined: joined && !label, named: label !== undefined })
    joined = true
    at = skipSpace(text, end)
  }
  const [first] = command.options
  const verbatim = parsing.tolerant && first?.type === 'text' && first.verbatim === true
  const shared = shareQuotations(text, words, command, parsing)
  if (shared?.every(([name]) => !options.has(name))) {
    return Object.fromEntries([...options, ...shared])
  }
  if (main === undefined)
    return { ...placeWords(text, words, command, parsing), ...Object.fromEntries(options) }
  const said = joinWords(text, words, verbatim)
  if (said !== '') options.set(main, said)
  return Object.fromEntries(options)
}

/** The option named here; where the line is read tolerantly, only if it can be meant. */
function findLabel(text: string, at: number, command: Command, parsing: Reading): OptionLabel | undefined {
  const label = findOptionLabel(text, at, command, parsing)
  if (!label || label.plain || !parsing.tolerant) return label
  const { option, assigned } = label
  const start = assigned ? label.end : skipSpace(text, label.end)
  const isAlone = () => start === text.length || findOptionLabel(text, start, command, parsing) !== undefined
  if (option.type === 'flag' && !assigned && isAlone()) return label
  const value = readWord(text, start, findEnd(text, start, option.name, parsing), parsing)
  return canBeValue(option, value) ? label : undefined
}

const takesWords: readonly Option['type'][] = ['text', 'generation', 'channel']

/** The option that takes the words which belong to no other. */
function findMainOption({ options: [first] }: Command): string | undefined {
  return first && takesWords.includes(first.type) ? first.name : undefined
}

function takeValue(text: string, label: OptionLabel, command: Command, parsing: Reading) {
  const { option, assigned } = label
  const start = assigned ? label.end : skipSpace(text, label.end)
  if (option.type === 'flag' && !assigned) return takeFlag(text, start)
  if (start === text.length || (!assigned && findOptionLabel(text, start, command, parsing)?.dashed)) {
    throw refuseOption(option.name, { kind: 'missing' })
  }
  const first = findEnd(text, start, option.name, parsing)
  const isSeveral = option.type === 'text' && option.prose === true && !isQuote(text[start])
  const end = isSeveral ? findWordsEnd(text, first, command, parsing) : first
  return { value: readValue(option, readWord(text, start, end, parsing)), end }
}

/** Words without quotes go on until another option is named. */
function findWordsEnd(text: string, first: number, command: Command, parsing: Reading): number {
  let end = first
  for (let at = skipSpace(text, end); at < text.length; at = skipSpace(text, end)) {
    if (findLabel(text, at, command, parsing)) break
    end = skipWord(text, at)
  }
  return end
}

/** A flag by its name alone is set; only the words `true` and `false` are taken for its value. */
function takeFlag(text: string, start: number): { value: boolean; end: number } {
  const end = skipWord(text, start)
  const word = text.slice(start, end).toLowerCase()
  return word === 'true' || word === 'false' ? { value: word === 'true', end } : { value: true, end: start }
}

/** Several quotations and nothing else besides: one for each of the first options, where those are prose. */
function shareQuotations(
  text: string,
  words: readonly Word[],
  { options: [first, ...others] }: Command,
  parsing: Reading,
): [string, string][] | undefined {
  const prose = others.filter((option) => option.type === 'text' && option.prose === true)
  const takers = first?.type === 'text' ? [first, ...prose] : []
  const areQuotations = words.every(({ start, end, named }) => !named && parsing.findQuote(start) === end)
  if (words.length < 2 || words.length > takers.length || !areQuotations) return undefined
  return words.map(({ start, end }, index) => [takers[index]?.name ?? '', text.slice(start + 1, end - 1)])
}

/** Whether a word without a name is plainly this option's. */
function canBePlaced(option: Option, word: string): boolean {
  if (option.type === 'channel') return /^<?#/.test(word)
  return option.type !== 'flag' && canBeValue(option, word)
}

/** Throws `bad-option` for a word that no option can be; a line that is read tolerantly does without it. */
function placeWords(
  text: string,
  words: readonly Word[],
  command: Command,
  parsing: Reading,
): Record<string, OptionValue> {
  const placed: Record<string, OptionValue> = {}
  for (const { start, end } of words) {
    const word = readWord(text, start, end, parsing)
    const option = command.options.find((each) => !(each.name in placed) && canBePlaced(each, word))
    if (option) placed[option.name] = word
    else if (!parsing.tolerant) requireOption(command, word)
  }
  return placed
}

const readValue = (option: Option, value: string) =>
  option.type === 'flag' ? (findFlag(value) ?? value) : value

/** Where the word or quotation that begins here ends. */
function findEnd(text: string, start: number, option: string, { tolerant, findQuote }: Reading): number {
  if (!isQuote(text[start])) return skipWord(text, start)
  const end = findQuote(start)
  if (end === undefined && !tolerant) throw refuseOption(option, { kind: 'unterminated-quote' })
  return end ?? skipWord(text, start)
}

function joinWords(text: string, words: readonly Word[], verbatim: boolean): string {
  const [only] = words
  if (words.length === 1 && only && (only.named || !verbatim))
    return unquote(text.slice(only.start, only.end))
  return words
    .map(({ start, end, joined }, index) => {
      const before = joined ? text.slice(words[index - 1]?.end, start) : index > 0 ? ' ' : ''
      return before + text.slice(start, end)
    })
    .join('')
}

/** What stands there, without its quotes when it is one quotation. */
function readWord(text: string, start: number, end: number, { findQuote }: Reading): string {
  return findQuote(start) === end ? text.slice(start + 1, end - 1) : text.slice(start, end)
}

/** Without its quotes, when all of it is one quotation. */
function unquote(word: string): string {
  return findQuoteEnd(word, 0) === word.length ? word.slice(1, -1) : word
}

const skipSpace = (text: string, at: number) => skip(/\s*/y, text, at)
const skipWord = (text: string, at: number) => skip(/\S*/y, text, at)

function skip(pattern: RegExp, text: string, at: number): number {
  pattern.lastIndex = at
  pattern.exec(text)
  return pattern.lastIndex
}
