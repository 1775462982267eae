/** Making pictures fit for hosting. */
import { randomBytes } from 'node:crypto'
import fc from 'fast-check'
import sharp from 'sharp'
import { describe, expect, it } from 'vitest'
import { preparePicture } from '#core/hosting/prepare.ts'

const unreadable = { name: 'CoreError', code: 'picture-unreadable' }

function draw(width: number, height: number, channels: 3 | 4 = 3) {
  return sharp(randomBytes(width * height * channels), { raw: { width, height, channels } })
}

describe('what is kept', () => {
  it.each(['png', 'jpeg'] as const)('the very bytes of %s', async (format) => {
    const bytes = await draw(48, 32).toFormat(format).toBuffer()
    const prepared = await preparePicture(bytes)
    const color = expect.stringMatching(/^#([6-9][0-9a-f]){3}$/)
    expect(prepared).toEqual({ bytes, mime: `image/${format}`, width: 48, height: 32, color })
    expect(prepared.bytes).toBe(bytes)
  })

  it('a picture of 10 MB', async () => {
    const png = await draw(16, 16).png().toBuffer()
    const bytes = Buffer.concat([png, Buffer.alloc(10_000_000 - png.length)])
    expect((await preparePicture(bytes)).bytes).toBe(bytes)
  })
})

describe('what becomes PNG', () => {
  it.each(['webp', 'gif', 'avif', 'tiff'] as const)('%s', async (format) => {
    const bytes = await draw(48, 32, 4).toFormat(format).toBuffer()
    const prepared = await preparePicture(bytes)
    expect(prepared).toMatchObject({ mime: 'image/png', width: 48, height: 32 })
    expect((await sharp(prepared.bytes).metadata()).format).toBe('png')
  })
})

describe('the color', () => {
  const paint = (background: string, channels: 3 | 4 = 3) =>
    sharp({ create: { width: 48, height: 32, channels, background } })

  it.each([
    ['of a plain picture', paint('#4b3fd1').png(), '#4b3fd1'],
    ['in grey', paint('#777777').greyscale().png(), '#777777'],
    ['that hides all behind it', paint('#4b3fd1', 4).png(), '#4b3fd1'],
    ['that something shows through', paint('#4b3fd180', 4).png(), undefined],
  ])('%s', async (_what, picture, color) => {
    expect((await preparePicture(await picture.toBuffer())).color).toBe(color)
  })
})

describe('sizes', () => {
  it('are those of a photograph as seen', async () => {
    const bytes = await draw(48, 32).jpeg().withMetadata({ orientation: 6 }).toBuffer()
    expect(await preparePicture(bytes)).toMatchObject({ mime: 'image/jpeg', width: 32, height: 48 })
    const webp = await draw(48, 32).webp().withMetadata({ orientation: 6 }).toBuffer()
    expect(await preparePicture(webp)).toMatchObject({ mime: 'image/png', width: 32, height: 48 })
  })
})

describe('what is over the limit', () => {
  it('is what is over 10 MB', async () => {
    const bytes = await draw(2048, 2048).png().toBuffer()
    const prepared = await preparePicture(bytes)
    expect(prepared).toMatchObject({ mime: 'image/jpeg', width: 2048, height: 2048 })
    expect(prepared.bytes.byteLength).toBeLessThanOrEqual(10_000_000)
    expect(await preparePicture(prepared.bytes)).toEqual({ ...prepared, color: expect.any(String) })
  })

  it('becomes JPEG when its transparency is not used', async () => {
    const bytes = await draw(256, 256).ensureAlpha().png().toBuffer()
    expect(await preparePicture(bytes, 100_000)).toMatchObject({ mime: 'image/jpeg', width: 256 })
  })

  it('stays transparent when something shows through', async () => {
    const bytes = await draw(256, 256, 4).png().toBuffer()
    const prepared = await preparePicture(bytes, 100_000)
    expect(prepared).toMatchObject({ mime: 'image/png', width: 256, height: 256 })
    expect((await sharp(prepared.bytes).metadata()).hasAlpha).toBe(true)
  })

  it('gets under any limit, smaller where it must, and keeps its shape', async () => {
    const cases = fc.record({
      channels: fc.constantFrom(3 as const, 4 as const),
      format: fc.constantFrom('png' as const, 'webp' as const),
      limit: fc.integer({ min: 2_000, max: 60_000 }),
    })
    await fc.assert(
      fc.asyncProperty(cases, async ({ channels, format, limit }) => {
        const bytes = await draw(192, 128, channels).toFormat(format).toBuffer()
        const prepared = await preparePicture(bytes, limit)
        expect(prepared.bytes.byteLength).toBeLessThanOrEqual(limit)
        expect(prepared.width / prepared.height).toBeCloseTo(1.5, 0)
        const { width, height, format: encoded } = await sharp(prepared.bytes).metadata()
        expect({ ...prepared, width, height, mime: `image/${encoded}` }).toEqual(prepared)
      }),
      { numRuns: 30 },
    )
  })
})

describe('what is refused', () => {
  const svg = '<svg xmlns="http://www.w3.org/2000/svg" width="9" height="9"/>'
  it.each(['', 'hello', svg, '%PDF-1.7'])('%j', async (text) => {
    await expect(preparePicture(new TextEncoder().encode(text))).rejects.toMatchObject(unreadable)
  })

  it.each([
    ['more than 50 megapixels, however small the file', 7_100, 7_100],
    ['a side over 12,000 pixels', 12_001, 2],
  ])('%s', async (_what, width, height) => {
    const white = sharp({ create: { width, height, channels: 3, background: 'white' } })
    await expect(preparePicture(await white.png().toBuffer())).rejects.toMatchObject(unreadable)
  })

  it.each(['png', 'jpeg', 'webp'] as const)('a %s cut anywhere before its end', async (format) => {
    const bytes = await draw(64, 64).toFormat(format).toBuffer()
    // What follows the pixels of a PNG, its last checksum and end mark, is 16 bytes; a JPEG's end mark is two.
    const cuts = fc.integer({ min: 0, max: bytes.length - 24 })
    await fc.assert(
      fc.asyncProperty(cuts, async (length) => {
        await expect(preparePicture(bytes.subarray(0, length))).rejects.toMatchObject(unreadable)
      }),
      { numRuns: 60 },
    )
  })
})
