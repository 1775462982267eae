/** Text as databases can keep it: any string survives, and prompts can be searched in any case. */

/**
 * Databases keep UTF-8, which has no lone surrogates; each is written as this noncharacter and its four hex
 * digits, and so is the noncharacter itself (unicode.org/faq/private_use.html#noncharacters).
 */
const mark = '\ufdd0'
const unkeepable = /[\p{Surrogate}\ufdd0]/gu
const unkeepableInName = /[\p{Surrogate}\ufdd0$.\0]/gu
const written = /\ufdd0([0-9a-f]{4})/g

const writeCode = (character: string) => mark + character.charCodeAt(0).toString(16).padStart(4, '0')

/** Text that comes back the same from any database. Equal only for equal strings; itself unless it must not be. */
export function encodeText(text: string): string {
  return text.replace(unkeepable, writeCode)
}

/** The same for the name of a field, where MongoDB gives `$`, `.` and NUL a meaning. */
export function encodeName(name: string): string {
  return name.replace(unkeepableInName, writeCode)
}

/** After every text that goes on after the same beginning: the noncharacter that ends Unicode. */
export const lastCharacter = '\u{10ffff}'

/** What `encodeText` or `encodeName` was given. */
export function decodeText(text: string): string {
  return text.replace(written, (_, hex: string) => String.fromCharCode(Number.parseInt(hex, 16)))
}

/**
 * The form in which prompts and searched words are compared: compatible characters and the cases of one letter
 * are the same. Upper case first, so that ß meets SS; a final sigma is a sigma wherever the searched word ends.
 */
export function foldText(text: string): string {
  return text
    .normalize('NFKC')
    .toUpperCase()
    .toLowerCase()
    .replaceAll('ς', 'σ')
    .normalize('NFKC')
    .toWellFormed()
}
