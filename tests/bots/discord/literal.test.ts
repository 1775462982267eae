/** Nothing anybody types becomes markup. */
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { escapeText, fitText } from '#bots/discord/literal.ts'
import { renderText } from '#bots/discord/text.ts'
import { cleanLine, cleanText } from '#bots/literal.ts'
import { hostileText, listHostileTexts } from './hostile-texts.ts'
import { readMarkdown } from './markdown.ts'

describe('words', () => {
  it('are seen as typed, and as nothing else', () => {
    fc.assert(
      fc.property(hostileText, (text) => {
        expect(readMarkdown(escapeText(text))).toEqual({ text: cleanText(text), markup: [] })
      }),
      { numRuns: 2_000 },
    )
  })

  it('stay themselves inside emphasis, links and sentences', () => {
    fc.assert(
      fc.property(hostileText, hostileText, (one, other) => {
        fc.pre(cleanLine(one).replace(/[[\]]/g, '') !== '')
        const link = { link: 'https://pictures.test/a', label: one }
        const written = renderText([one, { bold: 'x' }, other, link], 100_000)
        const { markup } = readMarkdown(written)
        const label = markup.findIndex((found) => found.startsWith('['))
        expect(markup.toSpliced(label, 1)).toEqual([
          '*',
          '*',
          '*',
          '*',
          '<https://pictures.test/a>',
          'https://p',
        ])
      }),
      { numRuns: 500 },
    )
  })

  it('lose what only hides or reorders, and keep what scripts and emoji need', () => {
    const hidden = /[\p{Cc}\u200b\u2060\ufeff\u00ad\u202a-\u202e\u2066-\u2069\ud800-\udfff]/u
    for (const text of listHostileTexts(200)) expect(cleanText(text).replaceAll('\n', '')).not.toMatch(hidden)
    const kept = [
      '👩‍👩‍👧‍👦',
      '🏳️‍🌈',
      '🏴\u{e0067}\u{e0062}\u{e0065}\u{e006e}\u{e0067}\u{e007f}',
      'عربى\u200f',
      'নিক্‌স',
      'é',
    ]
    expect(kept.map(cleanText)).toEqual(kept)
    expect(cleanText('x\u{e0041}')).toBe('x')
    expect(cleanText(`z${'\u0300'.repeat(60)}`)).toBe(`z${'\u0300'.repeat(4)}`)
  })

  it('are cut where they must be, never in the middle of an escape', () => {
    fc.assert(
      fc.property(hostileText, fc.integer({ min: 1, max: 80 }), (text, limit) => {
        const cut = fitText(text, limit, escapeText)
        expect(cut.length).toBeLessThanOrEqual(limit)
        const { text: seen, markup } = readMarkdown(cut)
        expect(markup).toEqual([])
        if (cut !== escapeText(text)) expect(seen.endsWith('…')).toBe(true)
      }),
      { numRuns: 1_000 },
    )
  })
})
