/** Files that somebody may send to hurt, or by mistake, and what becomes of each as icons, resized, and in a QR code. */
import { randomBytes } from 'node:crypto'
import { gzipSync } from 'node:zlib'
import sharp, { type Sharp } from 'sharp'
import { addSegment, canary, drawCorners, renderHeader, renderMedia, renderMpo } from '../hosting/crafted.ts'

type Bytes = Uint8Array<ArrayBuffer>

export interface HostilePicture {
  what: string
  bytes: Bytes
  /** A code, or that it is taken. */
  favicon: string
  resize: string
  qr: string
}

const unreadable = 'attachment-unreadable'
const tooMany = 'attachment-too-many-pixels'
const svg = 'svg-refused'
const taken = { favicon: 'taken', resize: 'taken', qr: 'taken' }

const flat = (width: number, height: number, channels: 3 | 4 = 3) =>
  sharp({ create: { width, height, channels, background: { r: 9, g: 99, b: 199, alpha: 0.5 } } })

const noise = (width: number, height: number, channels: 3 | 4 = 3) =>
  sharp(randomBytes(width * height * channels), { raw: { width, height, channels } })

/** Each of another colour, since one that is like the one before is left out. */
async function animate(frames: number, side: number): Promise<Bytes> {
  const create = (at: number) => ({
    width: side,
    height: side,
    channels: 3 as const,
    background: { r: (at * 37) % 256, g: (at * 91) % 256, b: 99 },
  })
  const pictures = await Promise.all(
    Array.from({ length: frames }, (_, at) =>
      sharp({ create: create(at) })
        .png()
        .toBuffer(),
    ),
  )
  const delay = Array.from({ length: frames }, () => 20)
  return new Uint8Array(
    await sharp(pictures, { join: { animated: true } })
      .gif({ delay, effort: 1 })
      .toBuffer(),
  )
}

/** Says that it is larger than it is: where its format has its sides. */
async function claim(picture: Sharp, change: (bytes: Buffer) => void): Promise<Bytes> {
  const bytes = await picture.toBuffer()
  change(bytes)
  return new Uint8Array(bytes)
}

const sides = 30_000
const claims: readonly (readonly [string, () => Promise<Bytes> | Bytes])[] = [
  ['PNG', () => renderHeader(sides, sides)],
  [
    'JPEG',
    () =>
      claim(drawCorners().jpeg(), (bytes) => {
        const frame = bytes.indexOf(Buffer.from([0xff, 0xc0]))
        for (const at of [5, 7]) bytes.writeUInt16BE(sides, frame + at)
      }),
  ],
  [
    'TIFF',
    () =>
      claim(drawCorners().tiff({ compression: 'none' }), (bytes) => {
        for (let at = bytes.readUInt32LE(4) + 2; at < bytes.length - 12; at += 12) {
          if ([256, 257].includes(bytes.readUInt16LE(at))) bytes.writeUInt32LE(sides, at + 8)
        }
      }),
  ],
]

const drawing = (inner: string, head = '') =>
  Buffer.from(`${head}<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 100 100">${inner}</svg>`)
const laughs = Array.from({ length: 9 }, (_, at) => `<!ENTITY l${at + 1} "${`&l${at};`.repeat(10)}">`).join(
  '',
)
const doubled = Array.from(
  { length: 30 },
  (_, at) => `<g id="a${at + 1}">${`<use href="#a${at}"/>`.repeat(2)}</g>`,
)

const drawings: readonly (readonly [string, Buffer<ArrayBuffer>])[] = [
  ['a script', drawing('<script>fetch("//x.test")</script>')],
  ['what runs when it is loaded', drawing('<g onload="alert(1)"/>')],
  ['a page', drawing('<foreignObject><iframe src="//x.test"/></foreignObject>')],
  ['a picture from elsewhere', drawing('<image href="http://127.0.0.1:1/x.png"/>')],
  ['a file of this machine', drawing('<use href="file:///etc/passwd#x"/>')],
  ['a style sheet from elsewhere', drawing('<style>@import url(//x.test/x.css)</style>')],
  ['a billion laughs', drawing('&l9;', `<!DOCTYPE svg [<!ENTITY l0 "ha">${laughs}]>`)],
  ['a file as an entity', drawing('&x;', '<!DOCTYPE svg [<!ENTITY x SYSTEM "file:///etc/passwd">]>')],
  ['what doubles thirty times', drawing(`<g id="a0"><path d="M0 0h9"/></g>${doubled.join('')}`)],
  ['what is within itself', drawing('<g id="a"><use href="#a"/></g>')],
  ['a tower of elements', drawing('<g>'.repeat(30_000))],
  ['more than anybody draws', drawing(' '.repeat(1_000_000))],
]

async function* makeLarge(): AsyncGenerator<HostilePicture> {
  yield {
    what: 'a PNG of 50 megapixels in 150 KB',
    bytes: await make(flat(8_000, 6_250).png({ compressionLevel: 9 })),
    ...taken,
  }
  const bomb = { favicon: tooMany, resize: tooMany, qr: tooMany }
  yield {
    what: 'an interlaced PNG of 16 bits',
    bytes: await make(flat(3_300, 3_200, 4).toColourspace('rgb16').png({ progressive: true })),
    ...bomb,
  }
  yield {
    what: 'a WebP as large as one is taken',
    bytes: await make(flat(4_000, 3_990, 4).webp({ effort: 0 })),
    ...taken,
  }
  yield {
    what: 'a progressive JPEG as large as one is taken',
    bytes: await make(flat(3_900, 2_700).jpeg({ progressive: true, chromaSubsampling: '4:4:4' })),
    ...taken,
  }
  yield {
    what: 'an AVIF as large as one is taken',
    bytes: await make(flat(2_200, 1_600).avif({ effort: 0, quality: 20 })),
    ...taken,
  }
  yield { what: 'a GIF too large', bytes: await make(flat(3_700, 3_700).gif({ effort: 1 })), ...bomb }
}

async function* makeMoving(): AsyncGenerator<HostilePicture> {
  yield {
    what: 'a thousand pictures',
    bytes: await animate(1_000, 8),
    ...taken,
    resize: 'too-many-frames',
  }
  yield { what: 'a film of 30 megapixels', bytes: await animate(120, 500), ...taken, resize: tooMany }
  yield {
    what: 'a film as large as one is taken',
    bytes: await animate(99, 500),
    ...taken,
  }
}

async function* makeOdd(): AsyncGenerator<HostilePicture> {
  const jpeg = await drawCorners().jpeg().toBuffer()
  const page = Buffer.from('<html><script>alert(1)</script>PK\x03\x04%PDF-1.7')
  yield { what: 'a JPEG that is a page too', bytes: Buffer.concat([jpeg, page]), ...taken }
  yield {
    what: 'a JPEG with a page in a comment',
    bytes: addSegment(jpeg, 0xfe, `*/<script>${canary}</script>`),
    ...taken,
  }
  yield { what: 'CMYK', bytes: await make(drawCorners().toColourspace('cmyk').jpeg()), ...taken }
  yield { what: 'an MPO', bytes: renderMpo(jpeg), ...taken }
  for (const format of ['png', 'jpeg', 'webp', 'gif', 'tiff'] as const) {
    const whole = await noise(64, 64).toFormat(format).toBuffer()
    yield { what: `half a ${format}`, ...refuse(whole.subarray(0, whole.length / 2)) }
  }
  yield { what: 'a PDF with a picture in it', ...refuse(Buffer.concat([page.subarray(-8), jpeg])) }
  yield { what: 'a ZIP called a picture', ...refuse(Buffer.from('PK\x03\x04 x.png')) }
  yield { what: 'an HEIC', ...refuse(renderMedia('heic', 'mif1')) }
  yield { what: 'a program', ...refuse(Buffer.from('\x7fELF\x02\x01\x01')) }
  yield { what: 'a compressed SVG', ...refuse(gzipSync(drawing('<rect/>'))) }
  yield { what: 'nothing', ...refuse(new Uint8Array(0)) }
  yield { what: 'one byte', ...refuse(Buffer.from([0xff])) }
  yield { what: 'noise', ...refuse(randomBytes(50_000)) }
}

const make = async (picture: Sharp): Promise<Bytes> => new Uint8Array(await picture.toBuffer())
const refuse = (bytes: Uint8Array, code = unreadable) => ({
  bytes: new Uint8Array(bytes),
  favicon: code,
  resize: code,
  // A logo is a picture.
  qr: code === svg ? unreadable : code,
})

/** `large`: those too that take seconds to make. */
export async function listHostile({ large }: { large: boolean }): Promise<HostilePicture[]> {
  const found: HostilePicture[] = []
  for (const [what, make] of claims) {
    found.push({ what: `30,000² in the head of a ${what}`, ...refuse(await make(), 'refused') })
  }
  for (const [what, bytes] of drawings) found.push({ what: `SVG with ${what}`, ...refuse(bytes, svg) })
  const blurs = `${'<g filter="url(#f)"/>'.repeat(9_000)}<filter id="f"><feGaussianBlur stdDeviation="99"/></filter>`
  found.push({ what: 'SVG with thousands of blurs', ...refuse(drawing(blurs), svg), resize: 'taken' })
  for await (const each of makeOdd()) found.push(each)
  if (!large) return found
  for await (const each of makeLarge()) found.push(each)
  for await (const each of makeMoving()) found.push(each)
  return found
}

/** As much as a file may hold that nothing can compress: what costs most to make large. */
export async function listHuge(): Promise<{ what: string; bytes: Bytes; isOpaque: boolean }[]> {
  const webp = { quality: 20, alphaQuality: 20, effort: 0 }
  return [
    { what: 'a see-through WebP', bytes: await make(noise(3_840, 2_160, 4).webp(webp)), isOpaque: false },
    { what: 'a WebP', bytes: await make(noise(3_840, 2_160).webp(webp)), isOpaque: true },
    { what: 'a see-through PNG', bytes: await make(noise(1_500, 1_500, 4).png()), isOpaque: false },
    { what: 'a JPEG', bytes: await make(noise(3_840, 2_160).jpeg({ quality: 60 })), isOpaque: true },
    {
      what: 'the largest WebP that is taken',
      bytes: await make(noise(4_000, 3_990, 4).webp({ ...webp, quality: 1, alphaQuality: 1 })),
      isOpaque: false,
    },
  ]
}
