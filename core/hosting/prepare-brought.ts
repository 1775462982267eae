/** Makes of a picture that somebody brought one that says nothing but what it shows: upright, sRGB, new pixels throughout. */
import type { Metadata } from 'sharp'
import { CoreError } from '#core/errors.ts'
import { findForeignFormat } from './format-name.ts'
import type { PreparedPicture } from './image-host.ts'
import { pictureLimit } from './key.ts'
import { keepMark, type Mark } from './made-by-ai.ts'
import { isSeenAsOpaque, isTaken, openPicture, pixelLimit, shrink } from './prepare.ts'

/** Pixels: as many as the largest picture a model draws, and its longer side; more would be looked at by nobody. */
const mostPixels = 3_840 * 2_160
const longestSide = 3_840

/** What decoding may hold of a picture that cannot be decoded row by row, in bytes. */
const heldLimit = 150_000_000

/** Seconds of one core; a large photograph takes two. */
const patience = 30

/** Up to here what came without loss stays so; above, it is a photograph, which as PNG takes seconds and megabytes. */
const mostLossless = 4_000_000

/** Formats whose pictures are drawings rather than photographs. */
const lossless: readonly string[] = ['png', 'gif', 'tiff']

/**
 * JPEG, or PNG where something shows through or nothing was lost yet, with no metadata but a mark that it had of AI; an animation's first
 * picture; smaller where it is larger than anybody looks at. Rejects with `attachment-unreadable`, which names a
 * format that is not taken, or with `attachment-too-many-pixels` before anything is decoded.
 */
export async function prepareBrought(bytes: Uint8Array, limit = pictureLimit): Promise<PreparedPicture> {
  const about = await inspectBrought(bytes)
  return await refuseBroken(async () => {
    const mark = keepMark(bytes)
    const picture = await encode(await decode(bytes, about), about, mark)
    return picture.bytes.byteLength > limit ? await shrink(picture, limit, mark) : picture
  })
}

/** What its head says of a picture that can be decoded in bounded memory. Rejects as `prepareBrought`. */
export async function inspectBrought(bytes: Uint8Array, held = heldLimit): Promise<Metadata> {
  const foreign = findForeignFormat(bytes)
  if (foreign !== undefined) throw new CoreError('attachment-unreadable', { format: foreign })
  const about = await refuseBroken(async () => (await open(bytes)).metadata())
  if (!isTaken(about.format)) throw new CoreError('attachment-unreadable', {})
  requireSmall(about, held)
  return about
}

/**
 * Its pixels, or an animation's first, and what its sides were. It is never larger than it was, than anybody looks at, or
 * than `longest` says of those sides, in pixels of its longer one. Rejects as `prepareBrought`, and as `longest` throws.
 */
export async function decodeBrought(
  bytes: Uint8Array,
  held: number,
  longest: (sides: Metadata['autoOrient']) => number,
): Promise<Pixels & { sides: Metadata['autoOrient'] }> {
  const about = await inspectBrought(bytes, held)
  const sides = about.autoOrient
  const most = longest(sides)
  return { ...(await refuseBroken(() => decode(bytes, about, most))), sides }
}

/** Decoders warn of what every other phone writes; only what is missing or broken makes a picture unreadable. */
const open = (bytes: Uint8Array) => openPicture(bytes, 'error')

function requireSmall(about: Metadata, held: number): void {
  const most = Math.min(pixelLimit, Math.floor(held / findCost(about)))
  if (about.width * about.height > most) throw new CoreError('attachment-too-many-pixels', { limit: most })
}

/** Bytes held for each pixel while a picture is decoded; measured where the decoder's own buffers count. */
function findCost({ format, isProgressive, channels, depth, chromaSubsampling }: Metadata): number {
  const sample = depth === 'uchar' ? 1 : depth === 'ushort' ? 2 : 8
  switch (format) {
    case 'jpeg':
      if (!isProgressive) return 0
      return chromaSubsampling === '4:2:0' ? 3 : 2 * channels
    case 'png':
      return isProgressive ? channels * sample : 0
    case 'heif':
      return 18
    case 'gif':
      return 6
    default:
      return Math.max(4, channels * sample)
  }
}

/** Upright, sRGB, eight bits a channel. */
export interface Pixels {
  data: Buffer<ArrayBuffer>
  raw: { width: number; height: number; channels: 1 | 2 | 3 | 4 }
}

/** Scaled while it is decoded where the format can be, so that a large photograph is never whole in memory. */
async function decode(
  bytes: Uint8Array,
  { autoOrient: { width, height } }: Metadata,
  most = Number.POSITIVE_INFINITY,
): Promise<Pixels> {
  const longest = Math.max(width, height)
  const limit = Math.min(1, longestSide / longest, Math.sqrt(mostPixels / (width * height)))
  const scale = Math.min(most / longest, limit)
  // What was asked for comes out as it was; no limit is passed.
  const round = scale < limit ? Math.round : Math.floor
  const scaled = (side: number) => Math.max(1, round(side * scale))
  const { data, info } = await (await open(bytes))
    .timeout({ seconds: patience })
    .autoOrient()
    .resize(scaled(width), scaled(height), { fit: 'fill' })
    .toColourspace('srgb')
    .raw({ depth: 'uchar' })
    .toBuffer({ resolveWithObject: true })
  return { data, raw: { width: info.width, height: info.height, channels: info.channels } }
}

async function encode({ data, raw }: Pixels, { format }: Metadata, mark: Mark): Promise<PreparedPicture> {
  const { default: sharp } = await import('sharp')
  const pixels = () => mark(sharp(data, { raw }).timeout({ seconds: patience }))
  const isOpaque = raw.channels % 2 === 1 || isSeenAsOpaque((await pixels().stats()).channels.at(-1)?.min)
  const { width, height } = raw
  if (isOpaque && (!lossless.includes(format) || width * height > mostLossless)) {
    const jpeg = await pixels().removeAlpha().jpeg({ quality: 92 }).toBuffer()
    return { bytes: jpeg, mime: 'image/jpeg', width, height }
  }
  const picture = isOpaque ? pixels().removeAlpha() : pixels()
  return { bytes: await picture.png().toBuffer(), mime: 'image/png', width, height }
}

/** Whatever a decoder throws is the picture's own fault: `attachment-unreadable`. */
export async function refuseBroken<Value>(work: () => Promise<Value>): Promise<Value> {
  try {
    return await work()
  } catch (cause) {
    throw new CoreError('attachment-unreadable', {}, { cause })
  }
}
