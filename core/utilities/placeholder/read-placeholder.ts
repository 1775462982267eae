/** What a placeholder may be, and what a person asked for as one. */
import { countCharacters } from '#core/characters.ts'
import { CoreError } from '#core/errors.ts'
import { type EastAsian, findEastAsian } from '#core/lettering/east-asian.ts'
import { readColor } from '#core/utilities/colors.ts'

export const placeholderFormats = ['png', 'jpeg', 'webp', 'svg'] as const
export type PlaceholderFormat = (typeof placeholderFormats)[number]

/** Pixels of a side. */
export const placeholderSides = { shortest: 16, longest: 4_000 } as const

/** Characters of its words, as people see them. */
export const longestPlaceholderText = 120

/** Everything is said: two that are equal are the same bytes. */
export interface Placeholder {
  width: number
  height: number
  text: string
  /** Whose shapes Chinese characters have. */
  language: EastAsian
  /** Of the ground, `#rrggbb`. */
  color: string
  format: PlaceholderFormat
}

/** As a person gives it. */
interface Asked {
  /** May be followed by the words, as people write them in one line: `400x300 Coming soon`. */
  size: string
  text?: string
  color?: string
  format?: PlaceholderFormat
  /** Of whoever asks. */
  locale?: string | undefined
}

/** Its words are its size where there are none. Throws `bad-option`. */
export function readPlaceholder({ size, text, color = 'gray', format = 'png', locale }: Asked): Placeholder {
  const [, width, height, words] = /^(\d{1,5})\s*[x×*]\s*(\d{1,5})(?:\s(.*))?$/is.exec(size.trim()) ?? []
  const sides = { width: readSide(width), height: readSide(height) }
  const said = (text ?? words ?? '').trim()
  if (text !== undefined && words !== undefined) throw refuseSize()
  const length = countCharacters(said, longestPlaceholderText)
  if (length > longestPlaceholderText) throw refuseText(length)
  return {
    ...sides,
    language: findEastAsian(said, locale),
    text: said === '' ? `${sides.width}×${sides.height}` : said,
    color: readColor('color', color),
    format,
  }
}

function readSide(digits = ''): number {
  const side = Number(digits)
  if (side < placeholderSides.shortest || side > placeholderSides.longest) throw refuseSize()
  return side
}

const refuseSize = () =>
  new CoreError('bad-option', { option: 'size', problem: { kind: 'not-a-size', ...placeholderSides } })

const refuseText = (length: number) =>
  new CoreError('bad-option', {
    option: 'text',
    problem: { kind: 'too-long', length, limit: longestPlaceholderText },
  })
