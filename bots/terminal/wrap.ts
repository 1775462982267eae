/** Breaks lines between words, where a terminal would break them in the middle of one. */
import { measureWidth } from '../width.ts'

/** Between ideographs, which are written without spaces; closing marks stay with what is before them, opening ones with what follows. */
const between =
  /(?<=[\p{sc=Han}\p{sc=Hira}\p{sc=Kana}、。，．：；？！」』】）〉》ー…])(?![、。，．：；？！」』】）〉》ー…々っゃゅょッャュョ])|(?<![「『【（〈《])(?=[\p{sc=Han}\p{sc=Hira}\p{sc=Kana}「『【（〈《])(?![々っゃゅょッャュョ])/u

/** The text with each line in as many as it needs. A word that is longer than a line stays whole, so that an address can be copied. */
export const wrapText = (text: string, columns: number | undefined): string =>
  columns === undefined
    ? text
    : text
        .split('\n')
        .flatMap((line) => wrapLine(line, columns))
        .join('\n')

/** What a terminal obeys takes no room, and stays with what it stands beside. */
export function wrapLine(line: string, columns: number): string[] {
  if (measureWidth(line) <= columns) return [line]
  const lines: string[] = []
  let filled = ''
  let width = 0
  let space = ''
  for (const part of line.split(/( +)/).flatMap((part) => part.split(between))) {
    if (part.trim() === '') {
      space += part
      continue
    }
    const room = measureWidth(space) + measureWidth(part)
    const fits = filled === '' || width + room <= columns
    if (!fits) lines.push(filled)
    filled = fits ? `${filled}${space}${part}` : part
    width = fits ? width + room : measureWidth(part)
    space = ''
  }
  return [...lines, filled]
}
