/** Tests that lines are broken between words, by the columns that they take, and that nothing of them is lost. */
import fc from 'fast-check'
import { expect, it } from 'vitest'
import { wrapLine, wrapText } from '#bots/terminal/wrap.ts'
import { measureWidth } from '#bots/width.ts'

const link = '\u001b]8;;http://a.test/i/x.png\u001b\\http://a.test/i/x.png\u001b]8;;\u001b\\'

it.each([
  ['Hello ann. /help lists the commands', 20, ['Hello ann. /help', 'lists the commands']],
  ['a \u001b[1mbold word\u001b[22m here', 8, ['a \u001b[1mbold', 'word\u001b[22m', 'here']],
  [`Connect: ${link} now`, 12, ['Connect:', link, 'now']],
  ['/help でコマンドの一覧。「はい」？', 10, ['/help でコ', 'マンドの一', '覧。「は', 'い」？']],
  ['  indented, as it was', 10, ['  indented,', 'as it was']],
])('breaks %j at %i columns', (line, columns, lines) => {
  expect(wrapLine(line, columns)).toEqual(lines)
})

it('loses nothing but the spaces at its breaks, and is wider only for a word that is', () => {
  const word = fc.constantFrom('fox', '灯台の船', '🦊', 'مرحبا', 'e\u0301te\u0301', 'seventeen-letters')
  fc.assert(
    fc.property(fc.array(word), fc.integer({ min: 4, max: 30 }), (words, columns) => {
      const lines = wrapLine(words.join(' '), columns)
      expect(lines.join('').replaceAll(' ', '')).toBe(words.join(''))
      for (const line of lines)
        if (line.includes(' ')) expect(measureWidth(line)).toBeLessThanOrEqual(columns)
    }),
  )
})

it('leaves lines as they are where nobody says how wide a screen is', () => {
  expect(wrapText('one two\n\nthree', 4)).toBe('one\ntwo\n\nthree')
  expect(wrapText('one two', undefined)).toBe('one two')
})
