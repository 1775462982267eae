/** Placeholders: exact in size and colour, words that fit whatever they are, and the same every time. */
import fc from 'fast-check'
import sharp from 'sharp'
import { describe, expect, it } from 'vitest'
import { drawPlaceholder } from '#core/utilities/placeholder/draw.ts'
import {
  type Placeholder,
  placeholderFormats,
  readPlaceholder,
} from '#core/utilities/placeholder/read-placeholder.ts'

const draw = async (wanted: Placeholder) => {
  const { files } = await drawPlaceholder(wanted)
  const [file] = files
  if (!file) throw new Error('Nothing was made')
  return file
}

/** The rectangle of what differs from the ground, in pixels, and the ground's colour. */
async function measure(bytes: Uint8Array) {
  const picture = sharp(bytes).removeAlpha()
  const { width, height, format } = await picture.metadata()
  const ground = [
    ...(await picture.clone().extract({ left: 0, top: 0, width: 1, height: 1 }).raw().toBuffer()),
  ]
  const { info } = await picture.clone().png().trim({ threshold: 60 }).toBuffer({ resolveWithObject: true })
  const left = -(info.trimOffsetLeft ?? 0)
  const top = -(info.trimOffsetTop ?? 0)
  const ink = { left, top, right: width - left - info.width, bottom: height - top - info.height }
  return { width, height, format, ground, ink }
}

describe.each(placeholderFormats)('as %s', (format) => {
  it.each([
    ['1200x630', 'Soon', 'navy'],
    ['16x16', undefined, 'white'],
    ['4000x16', undefined, 'yellow'],
    ['300x800', 'Words that are longer than a line of it could be', '#abc'],
  ])('is exactly %s with %s', async (size, text, color) => {
    const wanted = readPlaceholder({ size, color, format, ...(text && { text }) })
    const { bytes, mime, name } = await draw(wanted)
    const seen = await measure(bytes)
    expect(seen).toMatchObject({ width: wanted.width, height: wanted.height, format })
    expect(`image/${format === 'svg' ? 'svg+xml' : format}`).toBe(mime)
    expect(name).toBe(`placeholder-${size}.${format === 'jpeg' ? 'jpg' : format}`)
    const off = [1, 3, 5].map((at, index) =>
      Math.abs(Number.parseInt(wanted.color.slice(at, at + 2), 16) - (seen.ground[index] ?? 0)),
    )
    expect(Math.max(...off)).toBeLessThan(6)
    // In the middle, with room on all sides.
    expect(Math.abs(seen.ink.left - seen.ink.right)).toBeLessThan(wanted.width * 0.05 + 4)
    expect(seen.ink.left).toBeGreaterThan(wanted.width * 0.05)
    expect(seen.ink.top).toBeGreaterThan(0)
    expect(seen.ink.bottom).toBeGreaterThan(0)
    expect((await draw(wanted)).bytes).toEqual(bytes)
  })
})

it('draws any words, literally', async () => {
  const text = fc.oneof(
    fc.string({ unit: 'grapheme', maxLength: 40 }),
    fc.string({ unit: 'binary', maxLength: 40 }),
    fc.constantFrom(
      '<b>&amp;',
      '\u200b',
      '\u202e',
      '日本語',
      'مرحبا',
      '🏳️‍🌈',
      'W'.repeat(120),
      '👩‍👩‍👧‍👦'.repeat(120),
      `e${'\u0301'.repeat(119)}`,
    ),
  )
  await fc.assert(
    fc.asyncProperty(text, fc.constantFrom(...placeholderFormats), async (words, format) => {
      const { bytes } = await draw(readPlaceholder({ size: '120x80', text: words, format }))
      expect(await sharp(bytes).metadata()).toMatchObject({ width: 120, height: 80 })
    }),
    { numRuns: 60 },
  )
})

it.each([
  ['4000x4000', 'a\udfff'],
  ['4000x4000', '\uff61\uff62\uff63'],
  ['16x16', '\u{124ab}'.repeat(60)],
])('on %s sets words also where the text engine would choose too large a size: %j', async (size, text) => {
  const { width, height } = await sharp((await draw(readPlaceholder({ size, text }))).bytes).metadata()
  expect(`${width}x${height}`).toBe(size)
})

it.each([
  [{ size: '400x300' }, { width: 400, height: 300, text: '400×300', color: '#6b7280', format: 'png' }],
  [{ size: ' 400 × 300  Coming soon' }, { width: 400, height: 300, text: 'Coming soon' }],
  [{ size: '16X4000', text: '  ' }, { text: '16×4000' }],
  [{ size: '20*20', color: ' #ABC ' }, { color: '#aabbcc' }],
] as const)('reads %o', (asked, wanted) => {
  expect(readPlaceholder(asked)).toMatchObject(wanted)
})

it('draws Chinese characters as whoever asks knows them', async () => {
  const read = (locale?: string, format: 'png' | 'svg' = 'png') =>
    readPlaceholder({ size: '200x100', text: '直骨', locale, format })
  const [ja, zh, plain] = await Promise.all(['ja', 'zh', undefined].map((locale) => draw(read(locale))))
  expect(ja).not.toEqual(plain)
  expect(zh).toEqual(plain)
  expect(Buffer.from((await draw(read('ja', 'svg'))).bytes).toString()).toContain(' lang="ja">')
  expect(Buffer.from((await draw(read('en', 'svg'))).bytes).toString()).not.toContain('lang=')
})

it.each([
  [{ size: 'wide' }, 'not-a-size'],
  [{ size: '15x400' }, 'not-a-size'],
  [{ size: '400x4001' }, 'not-a-size'],
  [{ size: '-400x300' }, 'not-a-size'],
  [{ size: '400x300 Soon', text: 'Later' }, 'not-a-size'],
  [{ size: `400x300 ${'a'.repeat(121)}` }, 'too-long'],
  [{ size: '400x300', text: '👩‍👩‍👧‍👦'.repeat(121) }, 'too-long'],
  [{ size: '400x300', color: 'blurple' }, 'not-a-color'],
  [{ size: '400x300', color: '#12345' }, 'not-a-color'],
] as const)('refuses %o as %s', async (asked, kind) => {
  const refusal = { code: 'bad-option', data: { problem: { kind } } }
  await expect(async () => readPlaceholder(asked)).rejects.toMatchObject(refusal)
})
