/** Offers the commands to the terminal's completion, as other platforms offer them in their menus. */
import type { Command } from '../command.ts'
import type { Option } from '../option.ts'

/** What `node:readline` asks for: the possible completions of the last word, and that word. */
export type Completer = (line: string) => [string[], string]

/** Completes commands, option names and choices. `extra` are words that the terminal itself obeys. */
export function createCompleter(commands: readonly Command[], extra: readonly string[]): Completer {
  const listed = commands.filter(({ hidden }) => !hidden)

  return (line) => {
    const word = /(?<!\S)\S*$/.exec(line)?.[0] ?? ''
    if (word.length === line.length) {
      const slash = word.startsWith('/') || word === '' ? '/' : ''
      const names = [...listed.map(({ name }) => name), ...extra]
      return [complete(word, names, slash), word]
    }
    const [, name = ''] = /^\/?(\S+)/.exec(line) ?? []
    const options = listed.find((command) => command.name === name.toLowerCase())?.options ?? []
    const before = / --(\S+) +\S*$/.exec(line)?.[1]
    const assigned = /^--([^=\s]+)=/.exec(word)
    const option = options.find((each) => each.name === (assigned?.[1] ?? before))
    if (option && option.type !== 'flag')
      return [complete(word, listValues(option), assigned?.[0] ?? ''), word]
    return [word.startsWith('-') ? complete(word, listUnused(options, line), '--') : [], word]
  }
}

function complete(word: string, candidates: readonly string[], prefix: string): string[] {
  return candidates.map((candidate) => `${prefix}${candidate} `).filter((each) => each.startsWith(word))
}

/** The options that the line does not have yet. */
function listUnused(options: readonly Option[], line: string): string[] {
  return options.map(({ name }) => name).filter((name) => !new RegExp(` --${name}[= ]`).test(line))
}

function listValues(option: Option): string[] {
  if (option.type === 'choice') return option.choices.map(({ value }) => value)
  if (option.type !== 'integer' || option.maximum - option.minimum > 20) return []
  return Array.from({ length: option.maximum - option.minimum + 1 }, (_, step) =>
    String(option.minimum + step),
  )
}
