/** A language for tests: English with marks around whatever it says, and 40 % longer, so that what no catalogue says is seen. */
import { speak, type Words } from '#core/index.ts'

const open = '⟦'
const close = '⟧'
/** A letter that English lacks, as often as a text is to become longer. */
const filler = 'ʬ'
const isTyped = (path: readonly string[]) => typed.some((pattern) => pattern.test(path.join('.')))

/** Words to type, which may hold nothing but letters. */
const typed = [
  /^(qualities|sizes|backgrounds|colors|toolKinds|buyers|payers|teamChanges|optionNames)\./,
  /^(fits|styles)\..*\.name$/,
  /^commands\.[a-z]+\.name$/,
  /^flags\./,
]

/** What is made by `Intl`, or is no sentence. */
const plain = /^(tag|name|number|decimal|plural|anyOf|allOf|day|moment|month|bytes|quoted)$/

const stretch = (length: number) => filler.repeat(Math.ceil(length * 0.4))

function mark(said: unknown, path: readonly string[]): unknown {
  if (plain.test(path.join('.'))) return said
  if (typeof said === 'string') {
    if (said === '') return said
    return isTyped(path)
      ? `${filler}${said}${stretch(said.length)}`
      : `${open}${said}${stretch(said.length)}${close}`
  }
  if (typeof said === 'function') return (...given: unknown[]) => mark(said(...given), path)
  if (Array.isArray(said)) return isTyped(path) ? said : markText(said)
  if (typeof said !== 'object' || said === null) return said
  return Object.fromEntries(Object.entries(said).map(([name, each]) => [name, mark(each, [...path, name])]))
}

/** A text of several parts is one sentence. */
function markText(parts: readonly unknown[]): unknown {
  if (parts.length === 0) return parts
  const length = parts.reduce((sum: number, part) => sum + (typeof part === 'string' ? part.length : 8), 0)
  return [open, ...parts, `${stretch(length)}${close}`]
}

/** With the tag of a language that Discord knows and the product does not speak. */
export const pseudo = { ...(mark(speak('en'), []) as Words), tag: 'vi', name: 'Pseudo' }

/** The same as English would have it. */
export const unmark = (text: string) => text.replace(/[⟦⟧ʬ]/g, '')

/** As `Intl` has them, whenever a test runs. */
const months = new Set(
  ['en', 'en-GB'].flatMap((tag) =>
    (['short', 'long'] as const).flatMap((month) =>
      Array.from({ length: 12 }, (_, at) =>
        new Intl.DateTimeFormat(tag, { month }).format(new Date(2026, at)),
      ),
    ),
  ),
)

/** What stands outside of all marks, but for words to type and months. */
export function listUnmarked(text: string): string[] {
  let rest = text.replace(/[\p{L}\p{N}_-]*ʬ[\p{L}\p{N}_ʬ-]*/gu, (word) =>
    word.startsWith(filler) ? '' : word,
  )
  for (let before = ''; before !== rest; ) {
    before = rest
    rest = rest.replace(/⟦[^⟦⟧]*⟧/g, ' ')
  }
  const words: string[] = rest.match(/[\p{L}’]{2,}(?: [\p{L}’]+)*/gu) ?? []
  return words.filter((each) => !months.has(each))
}

/** A mark that is opened and not closed: what followed was cut. */
export const isCut = (text: string) => text.split(open).length !== text.split(close).length
