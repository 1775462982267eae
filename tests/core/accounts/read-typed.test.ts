/** Codes and words as people copy and type them. */
import fc from 'fast-check'
import { expect, it } from 'vitest'
import { readDigits, readWord } from '#core/accounts/read-typed.ts'

const code = '01234567'

it.each([
  ...['01234567', ' 0123 4567 ', '0123-4567', '0123\u20114567', '0123\u2013\u20144567', '0123\u22124567'],
  ...['0123\u00a0\u202f\u30004567', '\u200e01234567\u200f', '\u2066\u202a0123\u202c4567\u2069'],
  ...['\ufeff01\u200b23\u200c45\u200d67\u2060', '0123\u00ad4567', '“0123 4567”', "'01234567'", '«0123 4567»'],
  ...[
    '`01234567`',
    '*01234567*',
    '0123.4567.',
    '(0123) 4567',
    '0123\t4567\r\n',
    '０１２３４５６７',
    '𝟎𝟏𝟐𝟑𝟜𝟝𝟨𝟩',
  ],
  ...['0️⃣1️⃣2️⃣3️⃣4️⃣5️⃣6️⃣7️⃣', '⓪①②③④⑤⑥⑦', '٠١٢٣٤٥٦٧', '۰۱۲۳-۴۵۶۷', '०१२३४५६७', '٠١2345६७'],
])('%j is the code', (typed) => {
  expect(readDigits(typed, 8)).toBe(code)
})

it('takes the digits of every script', () => {
  const systems = Intl.supportedValuesOf('numberingSystem')
  expect(systems.length).toBeGreaterThan(50)
  let decimal = 0
  for (const system of systems) {
    const format = new Intl.NumberFormat('en', { numberingSystem: system, useGrouping: false })
    const digits = Array.from({ length: 10 }, (_, digit) => format.format(digit))
    if (!digits.every((digit) => /^\p{Nd}$/u.test(digit))) continue
    decimal += 1
    expect([system, readDigits(digits.join(''), 10)]).toEqual([system, '0123456789'])
  }
  expect(decimal).toBeGreaterThan(50)
})

it.each([
  '',
  ' ',
  '0123456',
  '012345678',
  '0123456a',
  'abcdefgh',
  '0123 456O',
  '½1234567',
  'Ⅷ',
  '💥'.repeat(8),
])('%j can be no code', (typed) => expect(readDigits(typed, 8)).toBeUndefined())

it('takes whatever stands between, and nothing else', () => {
  const noise = fc.constantFrom(' ', '-', '\u200b', '\u200f', '"', '’', '\u2069', '\t', '\u00a0', '·', '.')
  fc.assert(
    fc.property(fc.array(noise, { minLength: 9, maxLength: 9 }), (between) => {
      expect(readDigits([...code].map((digit, index) => between[index] + digit).join(''), 8)).toBe(code)
    }),
  )
  fc.assert(
    fc.property(fc.string({ unit: 'binary' }), (text) => {
      const read = readDigits(text, 8)
      if (read !== undefined) expect(read).toMatch(/^[0-9]{8}$/)
    }),
  )
})

it.each(['delete', ' Delete ', '“delete”', '"DELETE".', '\u200edelete\u200f', 'ｄｅｌｅｔｅ', '*delete*'])(
  '%j is the word',
  (typed) => expect(readWord(typed)).toBe('delete'),
)

it.each(['', 'deleted', 'löschen', 'de1ete'])('%j is another word', (typed) => {
  expect(readWord(typed)).not.toBe('delete')
})
