/** Makes words literal: whatever somebody typed, Slack shows just those characters. */

/**
 * Invisible characters that only hide or reorder text. Joiners, direction marks, variation selectors and the tags
 * of a flag stay, since scripts and emoji need them.
 */
const invisible =
  /[[\p{Cc}--[\n\t]][\p{Default_Ignorable_Code_Point}--[\u061c\u200c-\u200f\ufe00-\ufe0f\u{e0020}-\u{e007f}]]\u202a-\u202e\u2066-\u2069]/gv
/** More marks on one letter than any script needs spill over the lines around it. */
const piledMarks = /([\p{M}--[\ufe00-\ufe0f]]{4})[\p{M}--[\ufe00-\ufe0f]]+/gv
const rightToLeft = /[\p{sc=Hebr}\p{sc=Arab}\p{sc=Syrc}\p{sc=Thaa}\p{sc=Nkoo}\p{sc=Adlm}\u061c\u200f]/u

/** The characters to be seen, for places where Slack knows no markup: plain text, rich text, alternative text. */
export function cleanText(text: string): string {
  return text
    .toWellFormed()
    .replace(/\r\n?|[\v\f\u0085\u2028\u2029]/g, '\n')
    .replace(invisible, '')
    .replace(piledMarks, '$1')
}

/** The same on one line. */
export function cleanLine(text: string): string {
  return cleanText(text).replace(/\s+/g, ' ').trim()
}

/** Clean words inside a sentence, kept from reordering what stands around them. */
export function cleanInline(text: string): string {
  const clean = cleanText(text)
  return rightToLeft.test(clean) ? `\u2068${clean}\u2069` : clean
}

/**
 * Clean words as mrkdwn on one line, for notifications, which know no plain text. Three characters are escaped
 * (docs.slack.dev/messaging/formatting-message-text); an invisible word joiner keeps the marks of formatting and
 * the names of emoji from being either.
 */
export function escapeLine(text: string, limit: number): string {
  return cutText(cleanLine(text), limit)
    .replaceAll('&', '&amp;')
    .replaceAll('<', '&lt;')
    .replaceAll('>', '&gt;')
    .replace(/[*_~`:@]/g, '$&\u2060')
    .replace(/^&gt;/, '\u2060$&')
}

/** At most `limit` characters; an ellipsis shows the cut. Never splits a character. */
export function cutText(text: string, limit: number): string {
  if (text.length <= limit) return text
  return `${text.slice(0, limit - 1).replace(/[\ud800-\udbff]$/, '')}…`
}
