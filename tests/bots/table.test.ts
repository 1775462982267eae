/** Tests that tables stand in columns whatever they hold, on every place that shows them by width. */
import fc from 'fast-check'
import { expect, it } from 'vitest'
import { alignTable } from '#bots/table.ts'
import { cutToWidth, measureWidth } from '#bots/width.ts'

it('aligns words at the left and numbers at the right, by the columns they take', () => {
  const rows = [
    ['prompt', 'credits'],
    ['絵本の狐', '-1,030'],
    ['👩‍👩‍👧 fox', '+5'],
    ['e\u0301clair', ''],
  ]
  expect(alignTable(rows)).toEqual([
    'prompt    credits',
    '絵本の狐   -1,030',
    '👩‍👩‍👧 fox         +5',
    'e\u0301clair',
  ])
})

it('cuts within the width and keeps whole characters', () => {
  fc.assert(
    fc.property(fc.string({ unit: 'grapheme' }), fc.nat(40), (text, columns) => {
      const shown = cutToWidth(text, columns, '…')
      expect(measureWidth(shown)).toBeLessThanOrEqual(columns)
      expect(shown === text || shown === '' || shown.endsWith('…')).toBe(true)
      expect(shown.isWellFormed()).toBe(true)
    }),
  )
})
