/** Pictures that people bring and that are not taken: named where that helps, and never decoded where it would cost much. */
import { execFile } from 'node:child_process'
import { randomBytes } from 'node:crypto'
import { promisify } from 'node:util'
import fc from 'fast-check'
import sharp from 'sharp'
import { describe, expect, it } from 'vitest'
import { prepareBrought } from '#core/hosting/prepare-brought.ts'
import { addSegment, renderHeader, renderMedia } from './crafted.ts'

const unreadable = { name: 'CoreError', code: 'attachment-unreadable' }

describe('what is refused', () => {
  it.each([
    ['HEIC', renderMedia('heic', 'mif1')],
    ['HEIC', renderMedia('mif1', 'heic')],
    ['MOV', renderMedia('qt  ')],
    ['MP4', renderMedia('isom', 'mp42')],
    ['RAW', renderMedia('crx ')],
    ['SVG', Buffer.from('<svg xmlns="http://www.w3.org/2000/svg" width="9" height="9"/>')],
    ['SVG', Buffer.from(`\ufeff<?xml version="1.0"?>\n<!-- ${'x'.repeat(999)} -->\n<SVG width="9"/>`)],
    ['HTML', Buffer.from('<!doctype html><img src="x.png">')],
    ['PDF', Buffer.from('%PDF-1.7')],
    ['BMP', Buffer.from('BM\x36\0\0\0')],
    ['ICO', Buffer.from('\0\0\x01\0\x01\0')],
    ['PSD', Buffer.from('8BPS\0\x01')],
    ['ZIP', Buffer.from('PK\x03\x04 word/document.xml')],
    ['JPEG XL', Buffer.from('ff0a', 'hex')],
    ['JPEG 2000', Buffer.from('\0\0\0\x0cjP  \r\n', 'latin1')],
  ])('%s, by its name', async (format, bytes) => {
    await expect(prepareBrought(bytes)).rejects.toMatchObject({ ...unreadable, data: { format } })
  })

  it.each([
    ['nothing', Buffer.alloc(0)],
    ['one byte', Buffer.from([0xff])],
    ['words', Buffer.from('hello')],
    ['noise', randomBytes(4_096)],
    ['an AVIF without a picture', renderMedia('avif', 'mif1')],
    ['a header alone', renderHeader(48, 32)],
  ])('%s', async (_what, bytes) => {
    await expect(prepareBrought(bytes)).rejects.toMatchObject({ ...unreadable, data: {} })
  })

  it.each(['png', 'jpeg', 'webp', 'gif'] as const)('a %s cut anywhere before its end', async (format) => {
    const noise = sharp(randomBytes(64 * 64 * 3), { raw: { width: 64, height: 64, channels: 3 } })
    const bytes = await noise.toFormat(format).toBuffer()
    const cuts = fc.integer({ min: 0, max: bytes.length - 64 })
    await fc.assert(
      fc.asyncProperty(cuts, async (length) => {
        await expect(prepareBrought(bytes.subarray(0, length))).rejects.toMatchObject(unreadable)
      }),
      { numRuns: 40 },
    )
  })
})

describe('what would take much memory', () => {
  const flat = (width: number, height: number, channels: 3 | 4 = 3) =>
    sharp({ create: { width, height, channels, background: { r: 9, g: 99, b: 199, alpha: 0.5 } } })

  const deep = flat(4_400, 4_300, 4).toColourspace('rgb16')
  it.each([
    ['30,000 by 30,000 pixels in a header', async () => renderHeader(30_000, 30_000)],
    ['51 megapixels', () => flat(8_000, 6_400).png({ compressionLevel: 1 }).toBuffer()],
    ['a large AVIF', () => flat(4_000, 2_200).avif({ effort: 0, quality: 20 }).toBuffer()],
    ['a large interlaced PNG of 16 bits', () => deep.png({ progressive: true }).toBuffer()],
    ['a large GIF', () => flat(5_001, 5_000).gif({ effort: 1 }).toBuffer()],
  ])('is refused before it is decoded: %s', async (_what, make) => {
    const code = expect.stringMatching(/^attachment-(?:too-many-pixels|unreadable)$/)
    await expect(prepareBrought(await make())).rejects.toMatchObject({ code })
  })

  let made: Promise<Buffer> | undefined
  const photograph = () => (made ??= flat(8_160, 6_120).jpeg().toBuffer())
  /** Orientation 6: what is left is to be above. */
  const turned = 'Exif\0\0MM\0*\0\0\0\x08\0\x01\x01\x12\0\x03\0\0\0\x01\0\x06\0\0\0\0\0\0'

  it.each([
    ['a photograph of 50 megapixels', photograph],
    ['the same lying on its side', async () => addSegment(await photograph(), 0xe1, turned)],
    ['the same as PNG', () => flat(8_160, 6_120).png({ compressionLevel: 1 }).toBuffer()],
    ['a progressive one', () => flat(8_160, 6_120).jpeg({ progressive: true }).toBuffer()],
    [
      'an interlaced PNG',
      () => flat(6_000, 6_000, 4).png({ progressive: true, compressionLevel: 1 }).toBuffer(),
    ],
    ['an AVIF', () => flat(3_840, 2_160).avif({ effort: 0, quality: 20 }).toBuffer()],
  ])('is taken within 300 MB: %s', { timeout: 60_000 }, async (_what, make) => {
    expect(await measureMemory(await make())).toBeLessThan(300)
  })
})

/** Megabytes by which a process of its own grows at most while it prepares a picture. */
async function measureMemory(bytes: Uint8Array): Promise<number> {
  const program = `
    import { readFileSync } from 'node:fs'
    const { prepareBrought } = await import('./core/hosting/prepare-brought.ts')
    const tiny = 'iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg=='
    await prepareBrought(Buffer.from(tiny, 'base64'))
    const bytes = readFileSync(0)
    const before = process.resourceUsage().maxRSS
    await prepareBrought(bytes)
    process.stdout.write(String((process.resourceUsage().maxRSS - before) / 1024))`
  const running = promisify(execFile)(process.execPath, ['--input-type=module', '--eval', program])
  running.child.stdin?.end(bytes)
  return Number((await running).stdout)
}
