/** Reads what people copy or type into a small field, whatever their keyboard, mail program or script adds to it. */

/** Longer than any code or word with all that can come between its characters. */
const longest = 500

const unseen = /[\p{Default_Ignorable_Code_Point}\p{Cc}\p{Cf}]/gu
const between = /[\p{Z}\p{P}\p{S}\p{M}\s]/gu

/** Without what is unseen, stands around or between: marks, spaces, dashes, quotes. Letters and digits stay. */
function strip(text: string): string {
  return text.slice(0, longest).normalize('NFKC').replace(unseen, '').replace(between, '')
}

/** So many digits, in ASCII; undefined for what can be none at all. Digits of all scripts are taken. */
export function readDigits(text: string, count: number): string | undefined {
  const digits = [...strip(text)]
  if (digits.length !== count || !digits.every(isDigit)) return undefined
  return digits.map(findValue).join('')
}

/** One word of letters, in lower case. */
export function readWord(text: string): string {
  return strip(text).toLowerCase()
}

const isDigit = (character: string) => /^\p{Nd}$/u.test(character)

/** Unicode has the digits of each script in a row, from zero (The Unicode Standard, 4.6). */
function findValue(digit: string): number {
  const point = digit.codePointAt(0) ?? 0
  let before = 0
  while (isDigit(String.fromCodePoint(point - before - 1))) before += 1
  return before % 10
}
