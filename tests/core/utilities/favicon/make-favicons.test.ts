/** Icons of a site: each of its size, read back by other libraries, and standing where phones do not cut it off. */
import decodeIco from 'decode-ico'
import sharp from 'sharp'
import { describe, expect, it } from 'vitest'
import { makeFavicons } from '#core/utilities/favicon/make-favicons.ts'
import { cleanSvg } from '#core/utilities/svg/clean-svg.ts'
import { readZip } from '#tests/read-zip.ts'

const draw = (inner: string, box = '0 0 100 100') =>
  Buffer.from(`<svg xmlns="http://www.w3.org/2000/svg" viewBox="${box}">${inner}</svg>`)
const disc = draw('<circle cx="50" cy="50" r="50" fill="#d03050"/>')
const whole = draw('<rect width="100" height="100" fill="#00aa77"/><path d="M40 40h20v20h-20z" fill="#fff"/>')
const pale = draw('<circle cx="50" cy="50" r="40" fill="#fffff0"/>')

async function make(bytes: Buffer) {
  const { files, ...about } = await makeFavicons({ bytes })
  const [preview, zip] = files
  if (!preview || !zip) throw new Error('no files')
  return { ...about, preview, zip, icons: readZip(zip.bytes) }
}

/** RGBA at a place, as shares of the sides. */
async function look(png: Buffer | undefined, x: number, y: number): Promise<number[]> {
  const { data, info } = await sharp(png).ensureAlpha().raw().toBuffer({ resolveWithObject: true })
  const at = (Math.floor(y * info.height) * info.width + Math.floor(x * info.width)) * 4
  return [...data.subarray(at, at + 4)]
}

describe('what is in the zip', () => {
  it('is what browsers and phones ask for, each of its size', async () => {
    const { icons, names } = await make(await sharp(disc, { density: 900 }).png().toBuffer())
    expect([...icons.keys()].sort()).toEqual([...names].sort())
    const sizes = {
      'icon-32': 32,
      'icon-192': 192,
      'icon-512': 512,
      'icon-maskable-512': 512,
      'apple-touch-icon': 180,
    }
    for (const [name, side] of Object.entries(sizes)) {
      const isOpaque = /apple|maskable/.test(name)
      const about = { format: 'png', width: side, height: side, hasAlpha: !isOpaque, space: 'srgb' }
      expect(await sharp(icons.get(`${name}.png`)).metadata()).toMatchObject(about)
    }
    expect(icons.has('favicon.svg')).toBe(false)
  })

  it('has an .ico that another library reads', async () => {
    const { icons } = await make(disc)
    const entries = decodeIco(icons.get('favicon.ico') ?? new Uint8Array())
    expect(entries.map(({ type, width, height, bpp }) => [type, width, height, bpp])).toEqual(
      [16, 32, 48].map((side) => ['png', side, side, 32]),
    )
    for (const { data, width } of entries) {
      expect(await sharp(Buffer.from(data)).metadata()).toMatchObject({ format: 'png', width, height: width })
      expect(await look(Buffer.from(data), 0.5, 0.5)).toEqual([0xd0, 0x30, 0x50, 255])
    }
  })

  it('names in the manifest and in the lines for pages only what is there', async () => {
    for (const bytes of [disc, await sharp(disc).png().toBuffer()]) {
      const { icons, html } = await make(bytes)
      const manifest = JSON.parse(String(icons.get('site.webmanifest')))
      expect(manifest.icons).toHaveLength(3)
      expect(manifest.icons.at(-1)).toMatchObject({ purpose: 'maskable', sizes: '512x512' })
      const named = [
        ...manifest.icons.map(({ src }: { src: string }) => src),
        ...html.map((line) => /href="([^"]+)"/.exec(line)?.[1]),
      ]
      expect(named.filter((path) => !icons.has(path.slice(1)))).toEqual([])
      expect(String(icons.get('head.txt'))).toBe(`${html.join('\n')}\n`)
    }
  })

  it('keeps a drawing, cleaned', async () => {
    const { icons, hasWords } = await make(draw('<!-- me --><text y="50">Hi</text><circle r="40"/>'))
    const text = String(icons.get('favicon.svg'))
    expect(text).not.toContain('me')
    expect(cleanSvg(Buffer.from(text)).text).toBe(text)
    expect(hasWords).toBe(true)
  })

  it('is the same each time', async () => {
    expect(await makeFavicons({ bytes: disc })).toEqual(await makeFavicons({ bytes: disc }))
  })
})

describe('what may be cut off', () => {
  it.each([
    ['a disc to the edges', disc, [255, 255, 255]],
    [
      'a square to the edges',
      draw(
        '<path d="M0 0h100v100H0z" fill="url(#g)"/><linearGradient id="g"><stop stop-color="red"/><stop offset="1"/></linearGradient>',
      ),
      [255, 255, 255],
    ],
    ['one with a ground of its own', whole, [0, 0xaa, 0x77]],
    ['a pale one', pale, [0x1f, 0x23, 0x28]],
  ])('is nothing but ground: %s', async (_what, bytes, ground) => {
    const { icons } = await make(bytes)
    const { data, info } = await sharp(icons.get('icon-maskable-512.png'))
      .raw()
      .toBuffer({ resolveWithObject: true })
    expect(info.channels).toBe(3)
    let outside = 0
    let inside = 0
    for (let at = 0; at < info.width * info.height; at++) {
      const far = Math.hypot((at % 512) + 0.5 - 256, Math.floor(at / 512) + 0.5 - 256)
      const differs = ground.some((value, channel) => Math.abs((data[at * 3 + channel] ?? 0) - value) > 12)
      if (differs) far > 0.4 * 512 + 1 ? outside++ : inside++
    }
    expect(outside).toBe(0)
    expect(inside).toBeGreaterThan(10_000)
    expect((await look(icons.get('apple-touch-icon.png'), 0, 0)).slice(0, 3)).toEqual(ground)
  })

  it('leaves what is not square whole, in the middle', async () => {
    const { icons, isSquare } = await make(draw('<rect width="200" height="100"/>', '0 0 200 100'))
    expect(isSquare).toBe(false)
    expect(await look(icons.get('icon-512.png'), 0.5, 0.2)).toEqual([0, 0, 0, 0])
    expect(await look(icons.get('icon-512.png'), 0.02, 0.5)).toEqual([0, 0, 0, 255])
  })

  it('says when it had to be enlarged', async () => {
    expect((await make(disc)).isEnlarged).toBe(false)
    expect((await make(await sharp(disc).resize(20).png().toBuffer())).isEnlarged).toBe(true)
  })
})

it('shows them at their true sizes on light and on dark', async () => {
  const { preview } = await make(whole)
  const { width = 0, height } = await sharp(preview.bytes).metadata()
  expect({ width, height }).toEqual({ width: 952, height: 240 })
  const { data, info } = await sharp(preview.bytes).removeAlpha().raw().toBuffer({ resolveWithObject: true })
  for (const [from, ground] of [
    [0, 255],
    [476, 0x20],
  ] as const) {
    const isIcon = (x: number, y: number) => data[(y * info.width + from + x) * 3] === 0
    const row = Array.from({ length: 476 }, (_, x) => x)
    expect(data[from * 3]).toBe(ground)
    const seen = row.filter((x) => Array.from({ length: 190 }, (_, y) => y).some((y) => isIcon(x, y)))
    const all = 16 + 32 + 48 + 96 + 180
    // Corners are round.
    expect(all - seen.length).toBeLessThanOrEqual(4)
  }
})
