/** Makes words literal: whatever somebody typed, Discord shows just those characters. */
import { cutText } from '#core/index.ts'
import { cleanText, isolate } from '../literal.ts'

/**
 * Clean words as markdown that means nothing else (support.discord.com article 210298617): no emphasis, mention,
 * timestamp, emoji, link, heading, list or quotation comes out of it.
 */
export function escapeText(text: string): string {
  return cleanText(text)
    .replace(/[\\*_~`|<[\]@]/g, '\\$&')
    .replace(/:(?=\/)/g, '\\:')
    .replace(/^([^\S\n\r\u2028\u2029]*)([#>-])/gm, '$1\\$2')
    .replace(/^([^\S\n\r\u2028\u2029]*\d+)(?=[.)])/gm, '$1\\')
}

/** Escaped words inside a sentence. */
export const escapeInline = (text: string) => isolate(escapeText(text))

/** `write` of as much of the text as fits into `limit` characters; an ellipsis shows a cut. */
export function fitText(text: string, limit: number, write: (text: string) => string): string {
  const whole = write(text)
  if (whole.length <= limit) return whole
  const writeCut = (length: number) => `${write(cutText(text, length, ''))}…`
  let fits = 0
  let tooLong = Math.min(text.length, limit) + 1
  while (tooLong - fits > 1) {
    const middle = (fits + tooLong) >> 1
    if (writeCut(middle).length <= limit) fits = middle
    else tooLong = middle
  }
  return writeCut(fits)
}
