/** Pictures that people bring: whatever they were, what is kept of them is upright, sRGB, and silent about who and where. */
import { randomBytes } from 'node:crypto'
import fc from 'fast-check'
import sharp, { type Sharp } from 'sharp'
import { describe, expect, it } from 'vitest'
import { prepareBrought } from '#core/hosting/prepare-brought.ts'
import { addChunk, addSegment, canary, drawCorners, readCorners, renderMpo } from './crafted.ts'

const upright = ['red', 'green', 'blue', 'white']
const xmp = `<x:xmpmeta xmlns:x="adobe:ns:meta/"><rdf:RDF xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#"><rdf:Description rdf:about="" xmlns:dc="http://purl.org/dc/elements/1.1/" dc:creator="${canary}"/></rdf:RDF></x:xmpmeta>`
const exif = {
  IFD0: { Artist: canary, Make: canary },
  IFD2: { MakerNote: canary },
  IFD3: { GPSDateStamp: canary },
}

const jpeg = () => drawCorners().jpeg({ quality: 95 })
const png = () => drawCorners().png()
const told = (picture: Sharp) => picture.withExif(exif).withXmp(xmp)

/** What a picture still says beside what it shows. */
async function listTraces(bytes: Uint8Array): Promise<string[]> {
  const about = await sharp(bytes).metadata()
  const traces = [
    ...['exif', 'xmp', 'iptc', 'icc', 'orientation', 'comments'],
    ...['tifftagPhotoshop', 'gainMap'],
  ] as const
  const text = Buffer.from(bytes).toString('latin1')
  return [
    ...traces.filter((trace) => about[trace] !== undefined),
    ...(text.includes('Canary') ? ['canary'] : []),
    ...(about.isProgressive ? ['progressive'] : []),
    ...(about.space === 'srgb' && about.depth === 'uchar' ? [] : [`${about.space} ${about.depth}`]),
  ]
}

describe('whatever it was, it becomes what every vendor takes', () => {
  const kinds: Record<string, () => Promise<Uint8Array<ArrayBuffer>>> = {
    'a photograph with a place, a maker and a name': () => told(jpeg()).toBuffer(),
    'a JPEG with a comment, IPTC and a foreign segment': async () =>
      [0xfe, 0xed, 0xe5].reduce<Buffer<ArrayBuffer>>(
        (bytes, marker) => addSegment(bytes, marker, `Photoshop 3.0\0${canary}`),
        await jpeg().toBuffer(),
      ),
    'an MPO': async () => renderMpo(await told(jpeg()).toBuffer()),
    'a CMYK JPEG': () => told(drawCorners().toColourspace('cmyk').jpeg({ quality: 95 })).toBuffer(),
    'a CMYK JPEG with its profile': () =>
      drawCorners().withIccProfile('cmyk').jpeg({ quality: 95 }).toBuffer(),
    'a progressive JPEG': () => told(drawCorners().jpeg({ quality: 95, progressive: true })).toBuffer(),
    'a JPEG of a wide gamut': () => drawCorners().withIccProfile('p3').jpeg({ quality: 95 }).toBuffer(),
    'a JPEG with a broken profile': async () =>
      addSegment(await jpeg().toBuffer(), 0xe2, `ICC_PROFILE\0\x01\x01${canary}`),
    'a JPEG with stray bytes before its end, as phones write': async () => {
      const bytes = await jpeg().toBuffer()
      return Buffer.concat([bytes.subarray(0, -2), Buffer.from([1, 2, 3, 4]), bytes.subarray(-2)])
    },
    'a JPEG that is a page of a program too': async () =>
      Buffer.concat([await jpeg().toBuffer(), Buffer.from(`<script>${canary}</script>PK\x03\x04`)]),
    'a PNG with text': async () =>
      ['tEXt', 'eXIf', 'prVt'].reduce<Buffer<ArrayBuffer>>(
        (bytes, type) => addChunk(bytes, type, `Author\0${canary}`),
        await told(png()).toBuffer(),
      ),
    'a PNG of 16 bits': () => drawCorners().toColourspace('rgb16').png().toBuffer(),
    'an interlaced PNG': () => drawCorners().png({ progressive: true }).toBuffer(),
    'a PNG with a palette': () => drawCorners().png({ palette: true }).toBuffer(),
    'a PNG of a wide gamut': () => drawCorners().withIccProfile('p3').png().toBuffer(),
    'a WebP': () => told(drawCorners().webp({ quality: 95 })).toBuffer(),
    'an AVIF': () => told(drawCorners().avif({ quality: 90 })).toBuffer(),
    'a GIF': () => drawCorners().gif().toBuffer(),
    'a TIFF': () => told(drawCorners().tiff({ compression: 'lzw' })).toBuffer(),
    'an animation, of which it is the first picture': async () => {
      const frames = [await png().toBuffer(), await png().toBuffer()]
      const animation = sharp(frames, { join: { animated: true } })
      return await animation.gif({ delay: [100, 100] }).toBuffer()
    },
  }

  it.each(Object.entries(kinds))('%s', async (_what, make) => {
    const prepared = await prepareBrought(await make())
    const size = { width: 48, height: 32 }
    expect(prepared).toMatchObject(size)
    const format = prepared.mime.slice(6)
    expect(await sharp(prepared.bytes).metadata()).toMatchObject({ ...size, format })
    expect(await listTraces(prepared.bytes)).toEqual([])
    expect(await readCorners(prepared.bytes)).toEqual(upright)
  })

  it.each([1, 2, 3, 4, 5, 6, 7, 8])('upright, taken with the camera held as in %i', async (orientation) => {
    // As a camera writes it: the pixels lie as the chip did, and a mark says how to turn them.
    const turns = [0, 0, 180, 180, 90, 270, 270, 90]
    const isMirrored = [2, 4, 5, 7].includes(orientation)
    const turned = drawCorners().rotate(turns[orientation - 1])
    const pixels = await sharp(await turned.png().toBuffer())
      .flop(isMirrored)
      .png()
      .toBuffer()
    for (const format of ['jpeg', 'webp'] as const) {
      const marked = sharp(pixels).withMetadata({ orientation })
      const bytes = await marked.toFormat(format, { quality: 95 }).toBuffer()
      const prepared = await prepareBrought(bytes)
      expect(prepared).toMatchObject({ width: 48, height: 32 })
      expect(await readCorners(prepared.bytes)).toEqual(upright)
      expect(await listTraces(prepared.bytes)).toEqual([])
    }
  })

  it('grey, with and without something that shows through', async () => {
    const grey = { r: 90, g: 90, b: 90 }
    for (const [alpha, format, channels] of [
      [0.5, 'png', 4],
      [1, 'png', 3],
      [1, 'jpeg', 3],
    ] as const) {
      const create = { width: 8, height: 8, channels: 4, background: { ...grey, alpha } } as const
      const drawn = sharp({ create }).toColourspace('b-w').toFormat(format)
      const { bytes } = await prepareBrought(await drawn.toBuffer())
      expect(await sharp(bytes).metadata()).toMatchObject({ format, space: 'srgb', channels })
    }
  })

  it('the same each time', async () => {
    const bytes = await told(jpeg()).toBuffer()
    expect(await prepareBrought(bytes)).toEqual(await prepareBrought(bytes))
  })
})

describe('what is large', () => {
  it('becomes as large as a model draws, in its shape', async () => {
    const cases = fc.record({
      width: fc.integer({ min: 1, max: 6_000 }),
      height: fc.integer({ min: 1, max: 6_000 }),
      format: fc.constantFrom('png' as const, 'jpeg' as const),
    })
    await fc.assert(
      fc.asyncProperty(cases, async ({ width, height, format }) => {
        const flat = { create: { width, height, channels: 3 as const, background: 'teal' } }
        const prepared = await prepareBrought(await sharp(flat).toFormat(format).toBuffer())
        expect(prepared.width * prepared.height).toBeLessThanOrEqual(3_840 * 2_160)
        expect(Math.max(prepared.width, prepared.height)).toBeLessThanOrEqual(3_840)
        const isSmaller = Math.max(width, height) > 3_840 || width * height > 3_840 * 2_160
        const off = Math.abs(prepared.width - (prepared.height * width) / height)
        if (!isSmaller) expect(prepared).toMatchObject({ width, height })
        else expect(off).toBeLessThanOrEqual(width / height + 1)
      }),
      { numRuns: 12 },
    )
  })

  it('stays under the limit of bytes', async () => {
    const noise = (channels: 3 | 4) =>
      sharp(randomBytes(256 * 256 * channels), { raw: { width: 256, height: 256, channels } })
        .png()
        .toBuffer()
    for (const channels of [3, 4] as const) {
      const prepared = await prepareBrought(await noise(channels), 60_000)
      expect(prepared.bytes.byteLength).toBeLessThanOrEqual(60_000)
      expect(await listTraces(prepared.bytes)).toEqual([])
    }
  })
})

describe('what is garbled', () => {
  it('any bytes are either understood or refused', async () => {
    const made = [jpeg(), png(), drawCorners().webp(), drawCorners().gif()]
    const seeds = await Promise.all(made.map((each) => told(each).toBuffer()))
    const cases = fc.record({
      bytes: fc.constantFrom(...seeds),
      changes: fc.array(fc.tuple(fc.nat(4_000), fc.nat(255)), { minLength: 1, maxLength: 12 }),
    })
    await fc.assert(
      fc.asyncProperty(cases, async ({ bytes, changes }) => {
        const changed = Buffer.from(bytes)
        for (const [at, value] of changes) changed[at % changed.length] = value
        const prepared = await prepareBrought(changed).catch((error) => {
          expect(error.code).toMatch(/^attachment-/)
        })
        if (prepared) expect(await listTraces(prepared.bytes)).toEqual([])
      }),
      { numRuns: 150 },
    )
  })
})
