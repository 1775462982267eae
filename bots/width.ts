/** How much room text takes on a screen of fixed columns, where Chinese takes two a character and marks take none. */
import stringWidth from 'string-width'
import { splitCharacters } from '#core/index.ts'

/** In columns. */
export const measureWidth = (text: string): number => stringWidth(text)

/** The text within `columns`, never half of a character; what is cut off is shown by `mark`, which is within them too. */
export function cutToWidth(text: string, columns: number, mark = ''): string {
  // Each unit takes two columns at most, and most of what is shown is short.
  if (text.length * 2 <= columns || measureWidth(text) <= columns) return text
  const room = columns - measureWidth(mark)
  let width = 0
  let kept = ''
  for (const character of splitCharacters(text)) {
    width += measureWidth(character)
    if (width > room) break
    kept += character
  }
  return room < 0 ? '' : `${kept}${mark}`
}

/** The text with spaces after it, or before it, up to `columns`. */
export function padToWidth(text: string, columns: number, side: 'start' | 'end'): string {
  const spaces = ' '.repeat(Math.max(0, columns - measureWidth(text)))
  return side === 'start' ? `${spaces}${text}` : `${text}${spaces}`
}
