/** Tests that text is counted and cut by characters as people see them. */
import fc from 'fast-check'
import { expect, it } from 'vitest'
import { countCharacters, cutText, findRoom, splitCharacters } from '#core/characters.ts'

const family = '👩‍👩‍👧‍👦'
const kiss = '👩🏽‍❤️‍💋‍👨🏿'
const wales = '🏴\u{e0067}\u{e0062}\u{e0077}\u{e006c}\u{e0073}\u{e007f}'
const seen = [family, kiss, wales, '🇩🇪', '1️⃣', 'é', 'e\u0301', 'कि', '각', '각', '直', '𠮷', '\r\n', 'x']

it.each(seen)('counts %j as one, alone, among others and as often as it comes', (one) => {
  expect([one, 'a', one].flatMap((text) => [...splitCharacters(text)])).toEqual([one, 'a', one])
  expect(countCharacters(one.repeat(120), 120)).toBe(120)
  expect(one.repeat(120).length).toBeLessThanOrEqual(findRoom(120))
  expect(countCharacters(one.repeat(121), 120)).toBe(121)
})

it('counts a letter that marks are piled on as several, and never counts long', () => {
  expect(countCharacters(`a${'\u0301'.repeat(59)}b`, 10)).toBe(4)
  expect(countCharacters('\u0301'.repeat(1_000_000), 120)).toBe(1_000_000)
  fc.assert(
    fc.property(fc.string({ unit: 'binary', maxLength: 300 }), fc.nat(200), (text, limit) => {
      if (countCharacters(text, limit) <= limit) expect(text.length).toBeLessThanOrEqual(findRoom(limit))
    }),
  )
})

it('cuts between characters alone, and no earlier than it must', () => {
  const texts = fc.array(fc.constantFrom(...seen)).map((parts) => parts.join(''))
  fc.assert(
    fc.property(texts, fc.nat(60), fc.constantFrom('', '…'), (text, limit, mark) => {
      const room = Math.max(0, limit - mark.length)
      let whole = ''
      for (const character of splitCharacters(text)) {
        if (whole.length + character.length > room) break
        whole += character
      }
      expect(cutText(text, limit, mark)).toBe(text.length <= limit ? text : whole + mark)
    }),
  )
})

it('keeps within the limit, and well formed, whatever is piled up', () => {
  fc.assert(
    fc.property(fc.string({ unit: 'binary' }), fc.nat(40), (text, limit) => {
      const cut = cutText(`${text}${'\u0301\u{1d165}'.repeat(40)}`, limit, '')
      expect(cut.length).toBeLessThanOrEqual(limit)
      expect(cut.isWellFormed()).toBe(true)
      expect(cut.length).toBeGreaterThan(limit - 22)
    }),
  )
})
