/** Makes a picture fit for hosting: whole, PNG or JPEG, and under the hosts' limit. */
import type { SharpOptions } from 'sharp'
import { CoreError } from '#core/errors.ts'
import type { PreparedPicture } from './image-host.ts'
import { pictureLimit } from './key.ts'
import type { Mark } from './made-by-ai.ts'

const asItIs: Mark = (picture) => picture

/** Six times the largest picture a model draws; a photograph to edit may be this large. */
export const pixelLimit = 50_000_000

/** Cloudflare Images takes no side longer (developers.cloudflare.com/images/get-started/limits). */
const sideLimit = 12_000

/** Whether a picture of that size is decoded at all. */
export const isDecodable = ({ width, height }: { width: number; height: number }) =>
  Math.max(width, height) <= sideLimit && width * height <= pixelLimit

/** Formats read; SVG is left out because it is a program that draws, not a picture. */
const formats = ['png', 'jpeg', 'webp', 'gif', 'heif', 'tiff']

export const isTaken = (format: string) => formats.includes(format)

/**
 * Reads every pixel, so that a truncated file is caught; rejects with `picture-unreadable`. PNG and JPEG keep
 * their very bytes, anything else becomes PNG (an animation its first picture), and what is over `limit` bytes is
 * encoded again, smaller: as JPEG, or as PNG when something shows through. A limit under 1,000 cannot be met. What is
 * encoded anew has no metadata but what `mark` adds.
 */
export async function preparePicture(
  bytes: Uint8Array,
  limit = pictureLimit,
  mark: Mark = asItIs,
): Promise<PreparedPicture> {
  try {
    const { format, ...about } = await readWhole(bytes)
    const kept = format === 'png' || format === 'jpeg'
    const picture = kept
      ? { bytes: own(bytes), mime: `image/${format}` as const, ...about }
      : { ...about, ...(await encodePng(bytes, mark)) }
    return picture.bytes.byteLength > limit ? await shrink(picture, limit, mark) : picture
  } catch (cause) {
    throw new CoreError('picture-unreadable', {}, { cause })
  }
}

/** Sharp is loaded with the first picture: it would cost a start 30 MB that an idle bot does not need. */
export async function openPicture(
  bytes: Uint8Array,
  failOn: 'warning' | 'error' = 'warning',
  special: Pick<SharpOptions, 'animated' | 'density' | 'limitInputPixels'> = {},
) {
  const { default: sharp } = await import('sharp')
  sharp.cache(false)
  // One decode keeps one core busy, whatever the machine's own habit.
  sharp.concurrency(1)
  return sharp(bytes, { limitInputPixels: pixelLimit, sequentialRead: true, failOn, ...special })
}

async function readWhole(bytes: Uint8Array) {
  const picture = await openPicture(bytes)
  const { format, width, height, autoOrient } = await picture.metadata()
  if (!isTaken(format)) throw new TypeError(`a ${format} file is not a picture to host`)
  if (Math.max(width, height) > sideLimit) throw new RangeError(`${width}x${height} is too large`)
  // The average cannot be had without decoding all rows, and no more than a few are held at once.
  const average = await picture
    .resize(1, 1, { fit: 'fill', fastShrinkOnLoad: false })
    .toColourspace('srgb')
    .raw({ depth: 'uchar' })
    .toBuffer()
  return { format, ...autoOrient, ...nameColor(average) }
}

/** Of one pixel, in one to four channels. */
function nameColor(pixel: Buffer): { color?: string } {
  const alpha = pixel.length % 2 === 0 ? pixel.at(-1) : undefined
  if (alpha !== undefined && !isSeenAsOpaque(alpha)) return {}
  const [red = 0, green = red, blue = red] = pixel.length < 3 ? pixel.subarray(0, 1) : pixel
  return { color: `#${Buffer.of(red, green, blue).toString('hex')}` }
}

/** Of an alpha, from 0 to 255: scaled, what was opaque may come out one step below it. */
export const isSeenAsOpaque = (alpha = 0) => alpha >= 254

async function encodePng(bytes: Uint8Array, mark: Mark): Promise<PreparedPicture> {
  const picture = mark((await openPicture(bytes)).autoOrient())
  const { data, info } = await picture.png().toBuffer({ resolveWithObject: true })
  return { bytes: data, mime: 'image/png', width: info.width, height: info.height }
}

/** Gives away quality first, then pixels, until the picture is within the limit. */
export async function shrink(
  picture: PreparedPicture,
  limit: number,
  mark: Mark = asItIs,
): Promise<PreparedPicture> {
  const { isOpaque } = await (await openPicture(picture.bytes)).stats()
  const qualities = isOpaque ? [95, 90, 80, 70] : [100]
  for (let scale = 1; ; scale *= 0.8) {
    for (const quality of qualities) {
      const resized = (await openPicture(picture.bytes)).autoOrient().resize(Math.ceil(picture.width * scale))
      // More effort with a palette costs half a minute for a tenth of the bytes.
      const encoded = isOpaque
        ? resized.jpeg({ quality })
        : resized.png({ palette: true, quality, effort: 1 })
      const { data, info } = await mark(encoded).toBuffer({ resolveWithObject: true })
      if (data.byteLength > limit) continue
      const mime = isOpaque ? 'image/jpeg' : 'image/png'
      return { ...picture, bytes: data, mime, width: info.width, height: info.height }
    }
  }
}

/** The same bytes, typed as not shared between threads; nothing is copied unless they are. */
export function own(bytes: Uint8Array): Uint8Array<ArrayBuffer> {
  return bytes.buffer instanceof ArrayBuffer ? (bytes as Uint8Array<ArrayBuffer>) : new Uint8Array(bytes)
}
