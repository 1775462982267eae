/** Tests spreading a form's value over several inputs. */
import fc from 'fast-check'
import { expect, it } from 'vitest'
import { renderPartLabel, splitValue } from '#bots/split-value.ts'

it('loses nothing, cuts no character, and fills no part beyond its limit', () => {
  fc.assert(
    fc.property(
      fc.string({ unit: 'grapheme', maxLength: 200 }),
      fc.integer({ min: 2, max: 40 }),
      (value, most) => {
        const parts = splitValue(value, most)
        expect(parts.join('')).toBe(value)
        for (const part of parts) {
          expect(part.length).toBeLessThanOrEqual(most)
          expect(part.isWellFormed()).toBe(true)
        }
      },
    ),
  )
  expect(splitValue('', 3)).toEqual([''])
  expect(splitValue('abcd', 3)).toEqual(['abc', 'd'])
  expect(splitValue('ab🦊', 3)).toEqual(['ab', '🦊'])
})

it('numbers the parts where there are several', () => {
  expect(renderPartLabel('Prompt', 0, 1)).toBe('Prompt')
  expect(renderPartLabel('Prompt', 1, 2)).toBe('Prompt (2/2)')
})
