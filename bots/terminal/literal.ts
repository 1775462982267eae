/** Makes characters visible that a terminal would obey. */

/** Control characters, line separators, and marks that turn the direction of writing. */
const obeyed = /[\p{Cc}\u061c\u200e\u200f\u2028\u2029\u202a-\u202e\u2066-\u2069]/gu

/** The text with each such character as `\u{…}`; tabs become spaces. Line ends too are shown, not made. */
export function escapeControls(text: string): string {
  return text
    .toWellFormed()
    .replaceAll('\t', '  ')
    .replace(obeyed, (character) =>
      character === '\n' ? '\\n' : `\\u{${character.codePointAt(0)?.toString(16)}}`,
    )
}

/** The same line by line, so that line ends stay. */
export const escapeLines = (text: string): string[] => text.split(/\r?\n/).map(escapeControls)
