/** Offers the commands to the terminal's completion, as other platforms offer them in their menus. */
import { cutText, type Words } from '#core/index.ts'
import type { Command } from '../command.ts'
import { findListed } from '../find-command.ts'
import { nameChoice, nameCommand, nameOption, readOptionName } from '../named.ts'
import type { Option } from '../option.ts'
import { findOption } from '../options.ts'
import type { Suggestion } from '../suggest.ts'
import { escapeControls } from './literal.ts'

/** Columns; one to a line of a narrow terminal. */
const longestLabel = 76

/** What `node:readline` asks for: the possible completions of what was typed last, and that. */
export type Completion = [string[], string]

/** The person's own pictures that fit what is typed. */
export type SuggestOwn = (typed: string, of?: 'waiting') => Promise<readonly Suggestion[]>

/**
 * Completes commands, option names, choices, and pictures by their ids or the words of their prompts. `extra` are words
 * that the terminal itself obeys, each with the command whose options it takes. Never rejects.
 */
export function createCompleter(
  words: Words,
  commands: readonly Command[],
  extra: Readonly<Record<string, string | undefined>>,
  suggest: SuggestOwn,
): (line: string) => Promise<Completion> {
  const listed = commands.filter(({ hidden }) => !hidden)

  return async (line) => {
    const word = /(?<!\S)\S*$/.exec(line)?.[0] ?? ''
    if (word.length === line.length) {
      const slash = word.startsWith('/') || word === '' ? '/' : ''
      const names = [...listed.map(({ name }) => nameCommand(words, name)), ...Object.keys(extra)]
      return [complete(word, names, slash), word]
    }
    const [head = '', name = ''] = /^\/?(\S+)\s+/.exec(line) ?? []
    const command = findListed(listed, extra[name] ?? name)
    const options = command?.options ?? []
    const before = / --(\S+) +\S*$/.exec(line)?.[1]
    const assigned = /^--([^=\s]+)=/.exec(word)
    const option = command && findOption(command, assigned?.[1] ?? before ?? '')
    if (option?.type === 'generation') {
      const lead = assigned?.[0] ?? ''
      return [await completePicture(words, word.slice(lead.length), option, suggest, lead), word]
    }
    if (option && option.type !== 'flag')
      return [complete(word, listValues(words, option), assigned?.[0] ?? ''), word]
    if (word.startsWith('-')) return [complete(word, listUnused(words, options, line), '--'), word]
    // What follows the command is for its first option.
    const [first] = options
    const typed = line.slice(head.length)
    if (first?.type !== 'generation' || typed.includes('--')) return [[], word]
    return [await completePicture(words, typed, first, suggest, ''), typed]
  }
}

/** The id where only one fits; else what there is to choose from, which has no beginning in common to be typed. */
async function completePicture(
  { terminal }: Words,
  typed: string,
  { of }: Extract<Option, { type: 'generation' }>,
  suggest: SuggestOwn,
  lead: string,
): Promise<string[]> {
  const found = await suggest(typed, of).catch(() => [])
  if (found.length <= 1) return found.map(({ value }) => `${lead}${value} `)
  return [terminal.pickHint, ...found.map(({ label }) => escapeControls(cutText(label, longestLabel)))]
}

function complete(word: string, candidates: readonly string[], prefix: string): string[] {
  return candidates.map((candidate) => `${prefix}${candidate} `).filter((each) => each.startsWith(word))
}

/** The options that the line does not have yet. */
function listUnused(words: Words, options: readonly Option[], line: string): string[] {
  const used = Array.from(line.matchAll(/ --([^=\s]+)[= ]/g), ([, name = '']) => readOptionName(name))
  return options.filter(({ name }) => !used.includes(name)).map(({ name }) => nameOption(words, name))
}

function listValues(words: Words, option: Option): string[] {
  if (option.type === 'choice') return option.choices.map((choice) => nameChoice(words, choice))
  if (option.type !== 'integer' || option.maximum - option.minimum > 20) return []
  return Array.from({ length: option.maximum - option.minimum + 1 }, (_, step) =>
    String(option.minimum + step),
  )
}
