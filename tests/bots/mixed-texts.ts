/** What texts that people send to break things are made of on any platform: mixtures, and walls. */
import fc from 'fast-check'

/** Any mixture of these, of any other text and of words. */
export function mixTexts(fragments: readonly string[]): fc.Arbitrary<string> {
  const fragment = fc.constantFrom(...fragments)
  const anyText = fc.oneof(
    fc.string({ unit: 'binary', maxLength: 60 }),
    fc.string({ unit: 'grapheme', maxLength: 60 }),
    fragment,
  )
  const part = fc.oneof(
    { weight: 3, arbitrary: fragment },
    { weight: 1, arbitrary: anyText },
    { weight: 1, arbitrary: fc.constantFrom(' ', '\n', 'boat') },
  )
  return fc.array(part, { minLength: 1, maxLength: 12 }).map((parts) => parts.join(''))
}

/** A text again and again, 4,000 signs long. */
export const buildWall = (text: string) => text.repeat(Math.ceil(4_000 / text.length)).slice(0, 4_000)
