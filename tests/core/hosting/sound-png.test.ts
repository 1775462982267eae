/** What a drawn PNG's structure tells without decoding it, and that nothing is taken or refused other than by decoding it at once. */
import { randomBytes } from 'node:crypto'
import { crc32 } from 'node:zlib'
import fc from 'fast-check'
import sharp from 'sharp'
import { describe, expect, it } from 'vitest'
import { markMadeByAI } from '#core/hosting/made-by-ai.ts'
import { preparePicture } from '#core/hosting/prepare.ts'
import { prepareDrawn } from '#core/hosting/prepare-drawn.ts'
import { findSoundPng } from '#core/hosting/sound-png.ts'
import { addCredentials } from '#tests/standins/openai/content-credentials.ts'
import { addChunk, renderHeader } from './crafted.ts'

const draw = (width = 48, height = 32, channels: 3 | 4 = 3) =>
  sharp(randomBytes(width * height * channels), { raw: { width, height, channels } })
const png = await draw().png().toBuffer()

const outcome = (work: Promise<object>) => work.catch(({ code }) => ({ code }))
const decodeAtOnce = (bytes: Uint8Array, limit?: number) =>
  outcome(preparePicture(bytes, limit, markMadeByAI))
const decodeLate = (bytes: Uint8Array, limit?: number) =>
  outcome(
    prepareDrawn(bytes, limit).then(async ({ decode, ...about }) => ({ ...about, ...(await decode?.()) })),
  )

async function expectSame(bytes: Uint8Array, limit?: number) {
  expect(await decodeLate(bytes, limit)).toEqual(await decodeAtOnce(bytes, limit))
}

/** Where each chunk begins, and its type. */
function listChunks(bytes: Buffer): { at: number; type: string; length: number }[] {
  const chunks = []
  for (let at = 8; at < bytes.length; at += 12 + bytes.readUInt32BE(at)) {
    chunks.push({ at, type: bytes.toString('latin1', at + 4, at + 8), length: bytes.readUInt32BE(at) })
  }
  return chunks
}

function change(bytes: Uint8Array, at: number, value: number): Buffer<ArrayBuffer> {
  const changed = Buffer.from(bytes)
  changed[at] = value
  return changed
}

/** With a checksum as if nothing had happened. */
function reseal(bytes: Buffer, { at, length }: { at: number; length: number }) {
  const sealed = Buffer.from(bytes)
  sealed.writeUInt32BE(crc32(sealed.subarray(at + 4, at + 8 + length)), at + 8 + length)
  return sealed
}

it('leaves a picture of the vendor’s to be decoded while it is hosted', async () => {
  const bytes = addCredentials(await draw(64, 40, 4).png().toBuffer())
  expect(await prepareDrawn(bytes)).toEqual({
    ...{ bytes, mime: 'image/png', width: 64, height: 40 },
    decode: expect.any(Function),
  })
  await expectSame(bytes)
})

it('finds any damage', () => {
  const whole = addCredentials(addChunk(png, 'tEXt', 'a\0b'))
  expect(findSoundPng(whole)).toEqual({ width: 48, height: 32 })
  fc.assert(
    fc.property(fc.nat({ max: whole.length - 1 }), fc.integer({ min: 1, max: 255 }), (at, by) => {
      expect(findSoundPng(change(whole, at, (whole[at] ?? 0) ^ by))).toBeUndefined()
    }),
    { numRuns: 2_000 },
  )
  fc.assert(
    fc.property(fc.nat({ max: whole.length - 1 }), (at) => {
      expect(findSoundPng(whole.subarray(0, at))).toBeUndefined()
    }),
  )
})

describe('takes and refuses as ever', () => {
  it.each(listChunks(png))('damage in $type', async ({ at, length }) => {
    for (const place of [
      at,
      at + 3,
      at + 5,
      at + 8,
      at + 8 + (length >> 1),
      at + 8 + length,
      at + 11 + length,
    ])
      await expectSame(change(png, place, 0x55))
  })

  it('what is cut anywhere', async () => {
    for (let length = 0; length < png.length; length += 97) await expectSame(png.subarray(0, length))
  })

  it('pixels that cannot be unpacked, though their checksum holds', async () => {
    const chunk = listChunks(png).find(({ type }) => type === 'IDAT') ?? { at: 0, length: 0 }
    const broken = reseal(change(png, chunk.at + 8 + (chunk.length >> 1), 0), chunk)
    expect(findSoundPng(broken)).toBeDefined()
    expect(await decodeLate(reseal(change(png, chunk.at + 8, 0xff), chunk))).toMatchObject({
      code: 'picture-unreadable',
    })
    await expectSame(broken)
  })

  it.each<[string, () => Promise<Uint8Array> | Uint8Array]>([
    ['bytes after the end', () => Buffer.concat([png, Buffer.alloc(40)])],
    ['an animation', () => addChunk(png, 'acTL', '\0\0\0\x01\0\0\0\0')],
    ['two headers', () => Buffer.concat([png.subarray(0, 33), png.subarray(8)])],
    ['no pixels', () => Buffer.concat([png.subarray(0, 33), png.subarray(-12)])],
    ['a chunk that must be known', () => addChunk(png, 'ABCD', '1')],
    ['a type that is none', () => addChunk(png, 'a1bc', '1')],
    ['sixteen bits', () => draw().toColourspace('rgb16').png().toBuffer()],
    ['a palette', () => draw().png({ palette: true }).toBuffer()],
    ['rows in no order', () => draw().png({ progressive: true }).toBuffer()],
    ['grey', () => draw().greyscale().png().toBuffer()],
    ['a photograph on its side', () => draw().withMetadata({ orientation: 6 }).png().toBuffer()],
    ['a profile', () => draw().withMetadata().png().toBuffer()],
    ['a broken profile', () => addChunk(png, 'iCCP', 'x\0\0nothing')],
    ['a header alone', () => renderHeader(64, 64)],
    ['a bomb', () => renderHeader(60_000, 60_000)],
    ['a long bomb', () => renderHeader(12_001, 2)],
    ['a JPEG', () => draw().jpeg().toBuffer()],
    [
      'an animated WebP',
      () =>
        draw(48, 64)
          .webp()
          .toBuffer()
          .then((each) => sharp(each, { pages: -1 }).webp().toBuffer()),
    ],
    ['a GIF', () => draw().gif().toBuffer()],
  ])('%s', async (_what, make) => expectSame(await make()))

  it('whatever is made', async () => {
    const pictures = fc.record({
      width: fc.integer({ min: 1, max: 90 }),
      height: fc.integer({ min: 1, max: 90 }),
      channels: fc.constantFrom(3 as const, 4 as const),
      options: fc.record({
        compressionLevel: fc.integer({ min: 0, max: 9 }),
        adaptiveFiltering: fc.boolean(),
        palette: fc.boolean(),
        progressive: fc.boolean(),
      }),
    })
    await fc.assert(
      fc.asyncProperty(pictures, async ({ width, height, channels, options }) => {
        await expectSame(await draw(width, height, channels).png(options).toBuffer())
      }),
      { numRuns: 60 },
    )
  })

  it('what is over the limit', async () => {
    const bytes = await draw(128, 128).png().toBuffer()
    await expectSame(bytes, 20_000)
    expect((await prepareDrawn(bytes, 20_000)).decode).toBeUndefined()
  })
})
