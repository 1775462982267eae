/** Makes words fit to be seen: whatever somebody typed, without what only hides, reorders or spills. */

/**
 * Invisible characters that only hide or reorder text. Joiners, direction marks, variation selectors and the tags of a
 * flag stay, since scripts and emoji need them.
 */
const invisible =
  /[[\p{Cc}--[\n]][\p{Default_Ignorable_Code_Point}--[\u061c\u200c-\u200f\ufe00-\ufe0f\u{e0020}-\u{e007f}]]\u202a-\u202e\u2066-\u2069\ufff9-\ufffb]/gv
const tags = /(\u{1f3f4}?)[\u{e0020}-\u{e007f}]+/gu
/** More marks on one letter than any script needs spill over the lines around it. */
const piledMarks = /([\p{M}--[\ufe00-\ufe0f]]{4})[\p{M}--[\ufe00-\ufe0f]]+/gv
const rightToLeft = /[\p{sc=Hebr}\p{sc=Arab}\p{sc=Syrc}\p{sc=Thaa}\p{sc=Nkoo}\p{sc=Adlm}\u061c\u200f]/u

/** Systems and word processors end lines in many ways; the store, the vendors and the chats know one. */
export const unifyLineEnds = (text: string) => text.replace(/\r\n?|[\v\f\u0085\u2028\u2029]/g, '\n')

/** The characters to be seen, for places where the platform knows no markup: alternative text, labels, titles. */
export function cleanText(text: string): string {
  return (
    unifyLineEnds(text.toWellFormed())
      .replaceAll('\t', ' ')
      .replace(invisible, '')
      // Only those of a flag are meant to be seen.
      .replace(tags, (run, flag) => (flag === '' ? '' : run))
      .replace(piledMarks, '$1')
  )
}

/** The same on one line. */
export function cleanLine(text: string): string {
  return cleanText(text).replace(/\s+/g, ' ').trim()
}

/** Clean words that are to stand inside a sentence, kept from reordering what stands around them. */
export function isolate(text: string): string {
  return rightToLeft.test(text) ? `\u2068${text}\u2069` : text
}
