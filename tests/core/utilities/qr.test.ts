/** QR codes: read back to the very bytes, exact in size and colour, and refused where cameras would fail. */
import fc from 'fast-check'
import sharp from 'sharp'
import { describe, expect, it } from 'vitest'
import { decodeQr } from '#core/utilities/qr/decode.ts'
import { drawQr } from '#core/utilities/qr/draw.ts'
import { chooseModules } from '#core/utilities/qr/modules.ts'
import { longestQrText, readQr } from '#core/utilities/qr/read-qr.ts'

const scripts = [
  'abc XYZ/:?&=0123456789',
  'éßñçøłžőđ',
  'привет мир Ж',
  '日本語のテキスト한국어',
  'مرحبا بالعالم שלום',
  '😀🏳️‍🌈👩‍👩‍👧',
]

/** Texts of 1 to 1,000 bytes, each in one script. */
const texts = fc
  .tuple(fc.constantFrom(...scripts), fc.integer({ min: 1, max: longestQrText }), fc.nat())
  .map(([script, most, from]) => {
    const letters = Array.from(script)
    let text = ''
    for (let at = from; ; at++) {
      const longer = text + letters[at % letters.length]
      if (text !== '' && Buffer.byteLength(longer) > most) return text
      text = longer
    }
  })

const colors = fc.constantFrom(
  ['black', 'white'],
  ['navy', 'yellow'],
  ['#7e22ce', '#fdf4ff'],
  ['red', 'white'],
)

const logos = await Promise.all([
  sharp({ create: { width: 300, height: 300, channels: 3, background: '#dc2626' } })
    .jpeg()
    .toBuffer(),
  sharp({ create: { width: 40, height: 400, channels: 4, background: '#16a34a80' } })
    .png()
    .toBuffer(),
  sharp({ create: { width: 200, height: 100, channels: 3, background: '#000000' } })
    .webp()
    .toBuffer(),
]).then((all) => all.map((bytes) => new Uint8Array(bytes)))

async function make(asked: Parameters<typeof readQr>[0], image?: Uint8Array<ArrayBuffer>) {
  const { files, correction } = await drawQr({ ...readQr(asked), ...(image && { image }) })
  const bytes = files[0]?.bytes ?? new Uint8Array()
  return {
    bytes,
    correction,
    name: files[0]?.name,
    text: Buffer.from((await decodeQr(bytes)) ?? []).toString(),
  }
}

async function readPixel(bytes: Uint8Array, left: number, top: number) {
  return [...(await sharp(bytes).removeAlpha().extract({ left, top, width: 1, height: 1 }).raw().toBuffer())]
}

it('says the very bytes, in any script and of any length, in any colours that are taken', async () => {
  await fc.assert(
    fc.asyncProperty(texts, colors, async (text, [color = '', background = '']) => {
      const made = await make({ text, color, background })
      expect(made.text).toBe(text)
      const bytes = Buffer.byteLength(text)
      const side = bytes <= 220 ? 512 : bytes <= 500 ? 768 : 1_024
      expect(await sharp(made.bytes).metadata()).toMatchObject({ width: side, height: side })
      expect(made.correction).toBe(0.3)
    }),
    { numRuns: 40 },
  )
})

it('says what half of a pair becomes once it is bytes', async () => {
  expect((await make({ text: 'a\ud800' })).text).toBe('a\ufffd')
})

it('says them also with a logo, unless it is refused', async () => {
  const sizes = fc.constantFrom(512, 1_024, 2_048)
  await fc.assert(
    fc.asyncProperty(texts, fc.constantFrom(...logos), sizes, async (text, logo, size) => {
      const { text: said } = await make({ text, size }, logo).catch((error) => ({ text: error.code }))
      expect([text, 'qr-unreadable', 'bad-option']).toContain(said)
      if (size > 1_024) expect(said).toBe(text)
    }),
    { numRuns: 30 },
  )
})

it('has the logo in the middle, on the colour of the ground', async () => {
  const { bytes, correction } = await make({ text: 'https://example.com', size: 1_000 }, logos[0])
  expect(await readPixel(bytes, 500, 500)).toEqual([220, 38, 38].map((value) => expect.closeTo(value, -1)))
  expect(correction).toBe(0.3)
  const tall = await make({ text: 'https://example.com', size: 1_000, background: '#ffffee' }, logos[1])
  expect(await readPixel(tall.bytes, 450, 500)).toEqual([255, 255, 238])
})

it.each([
  { text: 'a', size: 96 },
  { text: 'https://example.com/a/long/path?with=values', size: 301 },
  { text: 'x'.repeat(1_000), size: 2_048 },
])('keeps a quiet zone of four modules around $text.length letters in $size pixels', async (asked) => {
  const { bytes } = await make({ ...asked, color: 'navy', background: '#fff7ed' })
  const modules = chooseModules(asked.text, asked.size, { logo: false }).rows.length
  const { info } = await sharp(bytes).trim({ threshold: 20 }).toBuffer({ resolveWithObject: true })
  const pixels = info.width / modules
  expect(pixels).toBe(Math.floor(pixels))
  for (const margin of [-(info.trimOffsetLeft ?? 0), -(info.trimOffsetTop ?? 0)]) {
    expect(margin).toBeGreaterThanOrEqual(4 * pixels)
    expect(asked.size - info.width - margin).toBeGreaterThanOrEqual(4 * pixels)
  }
  expect(await readPixel(bytes, 0, 0)).toEqual([255, 247, 237])
  expect((await make({ ...asked, color: 'navy', background: '#fff7ed' })).bytes).toEqual(bytes)
})

describe('the correction', () => {
  it.each([
    ['a', 1_024, 0.3],
    ['x'.repeat(1_000), 900, 0.25],
    ['x'.repeat(1_000), 2_048, 0.3],
    ['x'.repeat(1_000), 345, 0.07],
  ])('is as high as there is room for', (text, size, correction) => {
    expect(chooseModules(text, size, { logo: false }).correction).toBe(correction)
  })
})

it.each([
  [{ text: 'é'.repeat(501) }, 'text', { kind: 'too-many-bytes', bytes: 1_002 }],
  [{ text: 'a', color: 'yellow' }, 'color', { kind: 'too-little-contrast' }],
  [{ text: 'a', background: 'navy' }, 'background', { kind: 'too-little-contrast' }],
  [{ text: 'a', color: '#888', background: '#888' }, 'color', { kind: 'too-little-contrast', ratio: 1 }],
  [{ text: 'a', color: 'white', background: 'black' }, 'color', { kind: 'inverted' }],
  [{ text: 'a', color: 'no' }, 'color', { kind: 'not-a-color' }],
  [{ text: 'x'.repeat(1_000), size: 300 }, 'size', { kind: 'too-small', least: 339 }],
])('refuses %o for its %s', async (asked, option, problem) => {
  await expect(make(asked)).rejects.toMatchObject({ code: 'bad-option', data: { option, problem } })
})

it('refuses a logo that is no picture, or another code', async () => {
  await expect(make({ text: 'a' }, new Uint8Array([1, 2, 3]))).rejects.toMatchObject({
    code: 'attachment-unreadable',
  })
  const { bytes: another } = await make({ text: 'b' })
  await expect(make({ text: 'a', size: 2_048 }, another)).rejects.toMatchObject({
    code: 'qr-unreadable',
    data: { image: true },
  })
})
