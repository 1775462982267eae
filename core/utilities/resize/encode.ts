/** Writes a picture in a format, and where it may have so many bytes and no more, with less of everything until it has. */
import type { Sharp } from 'sharp'
import { own } from '#core/hosting/prepare.ts'
import type { Target } from './targets.ts'
import type { ResizeFormat } from './wanted.ts'

export interface Encoded {
  bytes: Uint8Array<ArrayBuffer>
  width: number
  height: number
  /** It had to give up quality or size for its limit of bytes. */
  isLess: boolean
}

/** Of 100; where people see no difference. AVIF's are another scale. */
const usualQuality = { png: 100, jpeg: 82, webp: 82, avif: 55, gif: 100 }
/** Shares of that quality, one after the other, until it is small enough. An animation takes too long for more than two. */
const lessQuality = {
  png: [1, 0.7, 0.4],
  jpeg: [1, 0.8, 0.6],
  webp: [1, 0.6],
  avif: [1, 0.6],
  gif: [1, 0.25],
}
/** Of a side, when bytes are still too many: at most so much, and so much less than they tell. */
const smaller = { most: 0.9, less: 0.95 }
/** Pixels up to which there is time to look for the shortest PNG, and memory to look for the shortest WebP. */
const thorough = 1_500_000

export const mimeOf = (format: ResizeFormat) => `image/${format}`

/** `draw` makes the picture anew, as large as it is told. */
export async function encodeWithin(
  draw: (target: Target) => Promise<Sharp> | Sharp,
  target: Target,
  how: { format: ResizeFormat; quality?: number; mostBytes?: number },
): Promise<Encoded> {
  const { format, quality = usualQuality[format], mostBytes = Number.POSITIVE_INFINITY } = how
  for (let scale = 1; ; ) {
    const width = Math.max(1, Math.floor(target.width * scale))
    const height = Math.max(1, Math.floor(target.height * scale))
    let last = mostBytes
    for (const share of lessQuality[format]) {
      const picture = await draw({ width, height })
      const bytes = await write(picture, format, Math.max(1, Math.round(quality * share)), width * height)
      if (bytes.byteLength <= mostBytes || (width === 1 && height === 1)) {
        return { bytes, width, height, isLess: share < 1 || scale < 1 }
      }
      last = bytes.byteLength
    }
    scale *= Math.min(smaller.most, Math.sqrt(mostBytes / last) * smaller.less)
  }
}

async function write(picture: Sharp, format: ResizeFormat, quality: number, pixels: number) {
  const { data } = await prepare(picture, format, quality, pixels).toUint8Array()
  return own(data)
}

function prepare(picture: Sharp, format: ResizeFormat, quality: number, pixels: number): Sharp {
  switch (format) {
    case 'png':
      // With less than all of it, its colours become a palette.
      if (quality < 100) {
        const colours = quality < 50 ? 16 : 256
        return picture.png({ palette: true, quality, colours, effort: 4, compressionLevel: 9 })
      }
      return picture.png({ compressionLevel: pixels > thorough ? 5 : 9 })
    case 'jpeg':
      return picture.flatten({ background: '#ffffff' }).jpeg({ quality, mozjpeg: pixels <= thorough })
    case 'webp':
      return picture.webp({ quality, effort: pixels > thorough ? 1 : 3 })
    case 'avif':
      return picture.avif({ quality, effort: 2 })
    case 'gif':
      return picture.gif({
        colours: Math.max(2, Math.round(2.56 * quality)),
        effort: 1,
        reuse: quality === 100,
      })
  }
}
