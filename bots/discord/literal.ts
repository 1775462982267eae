/** Makes words literal: whatever somebody typed, Discord shows just those characters. */

/**
 * Invisible characters that only hide or reorder text. Joiners, direction marks, variation selectors and the
 * tags of a flag stay, since scripts and emoji need them.
 */
const invisible =
  /[[\p{Cc}--[\n]][\p{Default_Ignorable_Code_Point}--[\u061c\u200c-\u200f\ufe00-\ufe0f\u{e0020}-\u{e007f}]]\u202a-\u202e\u2066-\u2069\ufff9-\ufffb]/gv
const strayTags = /(?<!\u{1f3f4}[\u{e0020}-\u{e007f}]*)[\u{e0020}-\u{e007f}]/gu
/** More marks on one letter than any script needs spill over the lines around it. */
const piledMarks = /([\p{M}--[\ufe00-\ufe0f]]{4})[\p{M}--[\ufe00-\ufe0f]]+/gv
const rightToLeft = /[\p{sc=Hebr}\p{sc=Arab}\p{sc=Syrc}\p{sc=Thaa}\p{sc=Nkoo}\p{sc=Adlm}\u061c\u200f]/u

/** The characters to be seen, for places where Discord knows no markup: alternative text, labels, titles. */
export function cleanText(text: string): string {
  return text
    .toWellFormed()
    .replace(/\r\n?|[\v\f\u0085\u2028\u2029]/g, '\n')
    .replaceAll('\t', ' ')
    .replace(invisible, '')
    .replace(strayTags, '')
    .replace(piledMarks, '$1')
}

/** The same on one line. */
export function cleanLine(text: string): string {
  return cleanText(text).replace(/\s+/g, ' ').trim()
}

/**
 * The same as markdown that means nothing else (support.discord.com article 210298617): no emphasis, mention,
 * timestamp, emoji, link, heading, list or quotation comes out of it.
 */
export function escapeText(text: string): string {
  return cleanText(text)
    .replace(/[\\*_~`|<[\]@]/g, '\\$&')
    .replace(/:(?=\/)/g, '\\:')
    .replace(/^([^\S\n]*)([#>-])/gm, '$1\\$2')
    .replace(/^([^\S\n]*\d+)(?=[.)])/gm, '$1\\')
}

/** Escaped words inside a sentence, kept from reordering what stands around them. */
export function escapeInline(text: string): string {
  const escaped = escapeText(text)
  return rightToLeft.test(escaped) ? `\u2068${escaped}\u2069` : escaped
}

/** `write` of as much of the text as fits into `limit` characters; an ellipsis shows a cut. */
export function fitText(text: string, limit: number, write: (text: string) => string): string {
  const whole = write(text)
  if (whole.length <= limit) return whole
  const writeCut = (length: number) => `${write(text.slice(0, length).replace(/[\ud800-\udbff]$/, ''))}…`
  let fits = 0
  let tooLong = Math.min(text.length, limit) + 1
  while (tooLong - fits > 1) {
    const middle = (fits + tooLong) >> 1
    if (writeCut(middle).length <= limit) fits = middle
    else tooLong = middle
  }
  return writeCut(fits)
}
