/** Tests how languages write amounts, and that each of them writes its own way. */
import { expect, it } from 'vitest'
import { createFormats } from '#core/languages/formats.ts'

const forms = { one: '# picture', other: '# pictures' }

it.each([
  ['en-GB', '1 picture', '32,000 pictures', '3.4 MB', '23 Nov 2026, 20:35 UTC', 'November 2026', 'a, b or c'],
  [
    'de',
    '1 picture',
    '32.000 pictures',
    '3,4 MB',
    '23. Nov. 2026, 20:35 UTC',
    'November 2026',
    'a, b oder c',
  ],
  ['es', '1 picture', '32.000 pictures', '3,4 MB', '23 nov 2026, 20:35 UTC', 'noviembre de 2026', 'a, b o c'],
  [
    'ja',
    '1 pictures',
    '32,000 pictures',
    '3.4 MB',
    '2026年11月23日 20:35 UTC',
    '2026年11月',
    'a、b、またはc',
  ],
])('%s', (tag, one, many, size, moment, month, choices) => {
  const { plural, bytes, anyOf, ...formats } = createFormats(tag)
  const at = Date.UTC(2026, 10, 23, 20, 35)
  expect([plural(forms)(1), plural(forms)(32_000), bytes(3_400_000)]).toEqual([one, many, size])
  expect([formats.moment(at), formats.month('2026-11')]).toEqual([moment, month])
  expect(anyOf(['a', 'b', 'c'])).toBe(choices)
})

it('tells a moment by the clock of a zone, with its name', () => {
  const at = Date.UTC(2026, 10, 23, 23, 35)
  expect(createFormats('en-GB').moment(at, 'Europe/Berlin')).toBe('24 Nov 2026, 00:35 CET')
  expect(createFormats('en-GB').day(at, 'Asia/Tokyo')).toBe('24 Nov 2026')
})

it('writes a debt with a real minus', () => {
  expect(createFormats('en-GB').plural(forms)(-1_200)).toBe('−1,200 pictures')
})

it('writes money to the cent, and below ten cents as exactly as it helps', () => {
  expect([12, 0.5, 0.033, 0.02].map(createFormats('de').money)).toEqual(['12,00', '0,50', '0,033', '0,02'])
})
