/** Resized pictures, measured: as large as asked and no larger, upright, sRGB, silent, and moving where they moved. */
import sharp, { type Sharp } from 'sharp'
import { describe, expect, it } from 'vitest'
import { makeResized } from '#core/utilities/resize/make-resized.ts'
import { readWanted } from '#core/utilities/resize/read-wanted.ts'
import { readZip } from '#tests/read-zip.ts'
import { canary, drawCorners, readCorners, renderMpo } from '../../hosting/crafted.ts'

type Asked = Parameters<typeof readWanted>[0]

const upright = ['red', 'green', 'blue', 'white']
const hidden = { IFD0: { Artist: canary }, IFD3: { GPSDateStamp: canary } }

async function resize(bytes: Uint8Array | Sharp, asked: Asked, name = 'C:\\pics\\Mein Bild?.final.PNG') {
  const given = bytes instanceof Uint8Array ? bytes : await bytes.toBuffer()
  const made = await makeResized({ bytes: given, name, wanted: readWanted(asked) })
  const [file] = made.files
  if (!file) throw new Error('no file')
  return {
    ...made,
    file,
    about: await sharp(file.bytes)
      .metadata()
      .catch(() => undefined),
  }
}

const noise = (width: number, height: number) =>
  sharp({
    create: {
      width,
      height,
      channels: 3,
      background: 'teal',
      noise: { type: 'gaussian', mean: 128, sigma: 60 },
    },
  })

/** A square goes over a clear ground. */
async function animate(frames: number, side: number, as: 'gif' | 'webp', busy = false) {
  const box = Buffer.from('<svg width="8" height="8"><path d="M0 0h8v8H0z" fill="#c00"/></svg>')
  const create = { width: side, height: side, channels: 4, background: '#00000000' } as const
  const pictures = Array.from({ length: frames }, (_, at) =>
    busy
      ? noise(side, side).png().toBuffer()
      : sharp({ create })
          .composite([{ input: box, left: (at * 4) % (side - 8), top: 0 }])
          .png()
          .toBuffer(),
  )
  const joined = sharp(await Promise.all(pictures), { join: { animated: true } })
  const timing = { delay: Array.from({ length: frames }, () => 120), loop: 3 }
  return await (as === 'gif' ? joined.gif(timing) : joined.webp({ ...timing, lossless: true })).toBuffer()
}

describe('one size', () => {
  it.each(['png', 'jpeg', 'webp', 'avif', 'gif'] as const)('as %s', async (format) => {
    const { about, file, sides, pictures } = await resize(drawCorners(480, 320).png(), {
      size: '120',
      format,
    })
    expect(about).toMatchObject({
      format: format === 'avif' ? 'heif' : format,
      width: 120,
      height: 80,
      space: 'srgb',
    })
    expect(file).toMatchObject({
      name: `Mein-Bild-final-120x80.${format === 'jpeg' ? 'jpg' : format}`,
      mime: `image/${format}`,
    })
    expect(await readCorners(file.bytes)).toEqual(upright)
    expect(sides).toEqual({ width: 480, height: 320 })
    expect(pictures).toEqual([{ name: file.name, size: file.bytes.byteLength, width: 120, height: 80 }])
  })

  it.each([
    ['png', 'png'],
    ['jpeg', 'jpeg'],
    ['webp', 'webp'],
    ['avif', 'avif'],
    ['gif', 'png'],
    ['tiff', 'png'],
  ] as const)('of a still %s is %s', async (given, format) => {
    expect((await resize(drawCorners().toFormat(given), { size: '24' })).format).toBe(format)
  })

  it('is upright, sRGB and silent', async () => {
    const turned = sharp(await drawCorners().rotate(270).png().toBuffer())
      .jpeg({ quality: 95 })
      .withExif({ ...hidden })
    const lying = await turned.withMetadata({ orientation: 6 }).toBuffer()
    for (const bytes of [
      lying,
      renderMpo(await drawCorners().jpeg({ quality: 95 }).withExif(hidden).toBuffer()),
      await drawCorners().withIccProfile('cmyk').jpeg({ quality: 95 }).toBuffer(),
      await drawCorners().toColourspace('rgb16').png().withExif(hidden).toBuffer(),
    ]) {
      const { file, about } = await resize(bytes, { size: '96x96' })
      expect(about).toMatchObject({ width: 96, height: 64, space: 'srgb', depth: 'uchar' })
      expect([about?.exif, about?.xmp, about?.icc, about?.orientation]).toEqual([
        undefined,
        undefined,
        undefined,
        undefined,
      ])
      expect(Buffer.from(file.bytes).toString('latin1')).not.toContain('Canary')
      expect(await readCorners(file.bytes)).toEqual(upright)
    }
  })

  it('is cut, or has bars, or is out of shape, as asked', async () => {
    const wide = drawCorners(96, 32).png()
    const cut = await resize(wide, { size: '32x32', fit: 'crop' })
    const stretched = await resize(wide, { size: '32x32', fit: 'stretch' })
    const padded = await resize(wide, { size: '32x32', fit: 'pad' })
    for (const { about } of [cut, stretched, padded]) expect(about).toMatchObject({ width: 32, height: 32 })
    expect(await readCorners(stretched.file.bytes)).toEqual(upright)
    const bar = await sharp(padded.file.bytes)
      .extract({ left: 0, top: 0, width: 32, height: 9 })
      .raw()
      .toBuffer()
    expect(bar.every((each) => each === 0)).toBe(true)
  })

  it('says what became of it', async () => {
    const clear = sharp({ create: { width: 20, height: 20, channels: 4, background: '#ff000080' } }).png()
    expect(await resize(clear, { size: '40', format: 'jpeg' })).toMatchObject({
      isEnlarged: true,
      isFlattened: true,
      isLess: false,
    })
    expect(await resize(clear, { size: '10' })).toMatchObject({ isEnlarged: false, isFlattened: false })
  })

  it('is smaller with less quality', async () => {
    for (const format of ['png', 'jpeg', 'webp', 'avif'] as const) {
      const [low, high] = await Promise.all(
        [10, 95].map((quality) => resize(noise(64, 64).png(), { size: '64', format, quality })),
      )
      expect(low?.file.bytes.byteLength).toBeLessThan(high?.file.bytes.byteLength ?? 0)
    }
  })

  it.each([{ size: '800' }, { size: '800x8', fit: 'stretch' }] as const)(
    'of a drawing is as sharp as it is large: %o',
    async (asked) => {
      const svg = Buffer.from(
        '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 4 2"><path d="M0 0h2v2H0z"/></svg>',
      )
      const { file, about, isEnlarged, sides } = await resize(svg, asked)
      expect({ ...about, ...sides }).toMatchObject({ format: 'png', width: 4, height: 2 })
      expect(isEnlarged).toBe(false)
      const row = await sharp(file.bytes)
        .extract({ left: 0, top: 4, width: 800, height: 1 })
        .ensureAlpha()
        .raw()
        .toBuffer()
      expect([...Array(800).keys()].filter((x) => row[x * 4 + 3] === 255)).toHaveLength(400)
    },
  )

  it('stays opaque however it is scaled', async () => {
    const given = sharp({ create: { width: 807, height: 298, channels: 4, background: '#05ff28' } })
    for (const size of ['233', '600', '807', '900']) {
      expect((await resize(given.clone().png(), { size })).about).toMatchObject({ channels: 3 })
    }
  })

  it('has a name also where the file had none', async () => {
    for (const name of ['', '../..', '💥.png', '\ud800']) {
      expect((await resize(drawCorners().png(), { size: '9' }, name)).file.name).toBe('picture-9x6.png')
    }
  })
})

describe('several sizes', () => {
  it.each(['app-icon', 'social', '16, x16,50%'])('are one zip: %s', async (size) => {
    const { file, pictures } = await resize(noise(600, 400).png(), { size })
    const inside = readZip(file.bytes)
    expect([...inside.keys()].sort()).toEqual(pictures.map(({ name }) => name).sort())
    for (const { name, width, height } of pictures) {
      expect(await sharp(inside.get(name)).metadata()).toMatchObject({ width, height })
    }
    expect(file.mime).toBe('application/zip')
  })

  it('that come out alike are one', async () => {
    const { pictures, about } = await resize(noise(64, 64).png(), { size: '32, x32, 50%, 32x32' })
    expect(pictures).toMatchObject([{ width: 32, height: 32 }])
    expect(about).toMatchObject({ format: 'png', width: 32 })
  })
})

describe('a limit of bytes', () => {
  it.each([
    ['slack-emoji', 128_000, 128, 8],
    ['discord-emoji', 256_000, 128, 2],
    ['discord-sticker', 512_000, 320, 5],
  ])('is kept by %s, moving and still', { timeout: 120_000 }, async (size, limit, side, frames) => {
    const still = await resize(noise(700, 500).png(), { size })
    expect(still.about).toMatchObject({ format: 'png', width: side, height: side })
    const moving = await resize(await animate(frames, 128, 'gif', true), { size })
    expect(moving).toMatchObject({ format: 'gif', frames, about: { pages: frames } })
    for (const { file, pictures } of [still, moving]) {
      expect(file.bytes.byteLength).toBeLessThanOrEqual(limit)
      expect(pictures[0]?.width).toBeLessThanOrEqual(side)
    }
  })

  it('is kept by a picture for a mail, which becomes coarser first', async () => {
    const { file, format, isLess } = await resize(noise(1_600, 1_200).png(), { size: 'email' })
    expect(file.bytes.byteLength).toBeLessThanOrEqual(200_000)
    expect({ format, isLess }).toEqual({ format: 'jpeg', isLess: true })
  })
})

describe('an animation', () => {
  it.each([
    ['gif', undefined, 'gif'],
    ['webp', undefined, 'webp'],
    ['gif', 'webp', 'webp'],
    ['webp', 'gif', 'gif'],
  ] as const)('%s, asked as %s, goes on moving as %s', async (given, asked, format) => {
    const bytes = await animate(6, 40, given)
    const { about, frames, sides, file } = await resize(bytes, {
      size: '20x10',
      fit: 'pad',
      ...(asked && { format: asked }),
    })
    expect({ frames, sides }).toEqual({ frames: 6, sides: { width: 40, height: 40 } })
    expect(about).toMatchObject({
      format,
      pages: 6,
      width: 20,
      height: 10,
      loop: 3,
      delay: Array(6).fill(120),
    })
    expect((await sharp(file.bytes, { page: 5 }).stats()).isOpaque).toBe(false)
  })

  it.each(['png', 'jpeg', 'avif'] as const)('is not made to stand still as %s', async (format) => {
    const refused = { code: 'stands-still', data: { format } }
    await expect(resize(await animate(2, 20, 'gif'), { size: '9', format })).rejects.toMatchObject(refused)
  })

  it('is refused where none is taken, or no such long one', async () => {
    await expect(resize(await animate(2, 20, 'gif'), { size: 'app-icon' })).rejects.toMatchObject({
      code: 'stands-still',
    })
    const long = { code: 'too-many-frames', data: { frames: 51, limit: 50 } }
    await expect(resize(await animate(51, 20, 'gif'), { size: 'slack-emoji' })).rejects.toMatchObject(long)
  })
})

it.each(['1920x1080', '2048x1152'])('is made as AVIF, as large as screens are: %s', async (size) => {
  const { pictures, format } = await resize(drawCorners().png(), { size, format: 'avif', fit: 'stretch' })
  expect([format, pictures.map(({ width, height }) => `${width}x${height}`)]).toEqual(['avif', [size]])
})

it.each([
  [
    'one side that nobody asked for',
    sharp({ create: { width: 5, height: 900, channels: 3, background: 'red' } }).png(),
    '400',
  ],
  ['a picture that is larger than any drawn', drawCorners().png(), '4000x4000,'.repeat(1).slice(0, -1)],
  [
    'a large WebP through which something shows',
    sharp({ create: { width: 9, height: 9, channels: 4, background: '#0008' } }).webp(),
    '2049x2048',
  ],
  ['too many large ones', drawCorners().png(), '3000x2000,3001x2000,3002x2000'],
])('is too much: %s', async (_what, given, size) => {
  await expect(resize(given, { size, fit: 'stretch' })).rejects.toMatchObject({ code: 'utility-too-much' })
})
