/** Counts and cuts text by characters as people see them: a family of four, joined of seven signs, is one. */

const segmenter = new Intl.Segmenter('en', { granularity: 'grapheme' })

/** UTF-16 units: more than any emoji takes (unicode.org/emoji/charts: two people who kiss, each with a tone of skin, have 15). */
const unitsOfOne = 20

/** The UTF-16 units that so many characters may take: what a field must hold so that they can be typed there. */
export const findRoom = (characters: number): number => characters * unitsOfOne

/** One after another. */
export function* splitCharacters(text: string): Generator<string> {
  for (const { segment } of segmenter.segment(text)) yield segment
}

/**
 * A letter with more marks than any script piles up counts as several. What could not be within `limit` in any way is
 * counted by UTF-16 units, so that the work is bounded.
 */
export function countCharacters(text: string, limit: number): number {
  if (text.length > findRoom(limit)) return text.length
  let count = 0
  for (const character of splitCharacters(text)) count += Math.ceil(character.length / unitsOfOne)
  return count
}

/**
 * At most `limit` UTF-16 units, as vendors' limits are held here, never half of a character; what is cut off is shown by
 * `mark`, which is within them too. Only piled marks are cut from their letter.
 */
export function cutText(text: string, limit: number, mark = '…'): string {
  if (text.length <= limit) return text
  const end = Math.max(0, limit - mark.length)
  // What comes after the unit at the end is no matter of where the character there begins.
  const begins = segmenter.segment(text.slice(0, end + 2)).containing(end)?.index ?? end
  const isPile = end - begins > unitsOfOne
  return (isPile ? text.slice(0, end).replace(/[\ud800-\udbff]$/, '') : text.slice(0, begins)) + mark
}
