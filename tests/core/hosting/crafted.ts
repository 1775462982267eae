/** Pictures as the world sends them, put together byte by byte where no library would write them. */
import { crc32 } from 'node:zlib'
import sharp from 'sharp'

/** Stands for whatever tells of a person or a place. */
export const canary = 'Canary 52.5200N 13.4050E'

const colours = { red: [220, 30, 30], green: [20, 180, 40], blue: [35, 60, 150], white: [250, 250, 250] }

/** 48 by 32 pixels: red and green above, blue and white below. */
export function drawCorners(width = 48, height = 32) {
  const raw = Buffer.alloc(width * height * 3)
  for (let y = 0; y < height; y++) {
    for (let x = 0; x < width; x++) {
      const above = y < height / 2
      const left = x < width / 2
      const colour = above ? (left ? colours.red : colours.green) : left ? colours.blue : colours.white
      raw.set(colour, (y * width + x) * 3)
    }
  }
  return sharp(raw, { raw: { width, height, channels: 3 } })
}

/** The colours of a picture's four corners, by their names, from left to right and downwards. */
export async function readCorners(bytes: Uint8Array): Promise<string[]> {
  const { data, info } = await sharp(bytes).removeAlpha().raw().toBuffer({ resolveWithObject: true })
  const [right, bottom] = [info.width - 3, info.height - 3]
  const places = [
    [2, 2],
    [right, 2],
    [2, bottom],
    [right, bottom],
  ] as const
  return places.map(([x, y]) => {
    const at = (y * info.width + x) * info.channels
    const near = ([r = 0, g = 0, b = 0]: readonly number[]) =>
      Math.abs((data[at] ?? 0) - r) + Math.abs((data[at + 1] ?? 0) - g) + Math.abs((data[at + 2] ?? 0) - b)
    const found = Object.entries(colours).find(([, colour]) => near(colour) < 90)
    return found ? found[0] : `${data[at]},${data[at + 1]},${data[at + 2]}`
  })
}

/** A JPEG with a segment more behind its start. */
export function addSegment(jpeg: Uint8Array, marker: number, body: string): Buffer<ArrayBuffer> {
  const data = Buffer.from(body, 'latin1')
  const head = Buffer.from([0xff, marker, 0, 0])
  head.writeUInt16BE(data.length + 2, 2)
  return Buffer.concat([jpeg.subarray(0, 2), head, data, jpeg.subarray(2)])
}

function renderChunk(type: string, data: Buffer): Buffer<ArrayBuffer> {
  const body = Buffer.concat([Buffer.from(type, 'latin1'), data])
  const [length, check] = [Buffer.alloc(4), Buffer.alloc(4)]
  length.writeUInt32BE(data.length)
  check.writeUInt32BE(crc32(body))
  return Buffer.concat([length, body, check])
}

/** A PNG with a chunk more behind its header. */
export function addChunk(png: Uint8Array, type: string, data: string): Buffer<ArrayBuffer> {
  const header = 8 + 25
  const chunk = renderChunk(type, Buffer.from(data, 'latin1'))
  return Buffer.concat([png.subarray(0, header), chunk, png.subarray(header)])
}

/** What phones write for HDR and depth: a second JPEG behind the first, and an index of both. */
export function renderMpo(jpeg: Uint8Array): Buffer<ArrayBuffer> {
  const index = `MPF\0MM\0*\0\0\0\x08\0\x03\xb0\0\0\x07\0\0\0\x040100\xb0\x01\0\x04\0\0\0\x01\0\0\0\x02${canary}`
  return Buffer.concat([addSegment(jpeg, 0xe2, index), addSegment(jpeg, 0xe1, `Exif\0\0${canary}`)])
}

/** The beginning of a PNG of that size, which has no pixels at all. */
export function renderHeader(width: number, height: number): Buffer<ArrayBuffer> {
  const header = Buffer.alloc(13)
  header.writeUInt32BE(width, 0)
  header.writeUInt32BE(height, 4)
  header.set([8, 6, 0, 0, 0], 8)
  const signature = Buffer.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a])
  return Buffer.concat([signature, renderChunk('IHDR', header), renderChunk('IDAT', Buffer.alloc(8))])
}

/** The beginning of a file of the family that HEIC, AVIF and MP4 are of. */
export function renderMedia(...brands: string[]): Buffer<ArrayBuffer> {
  const named = Buffer.from(`ftyp${brands[0]}\0\0\0\0${brands.join('')}`, 'latin1')
  const length = Buffer.alloc(4)
  length.writeUInt32BE(named.length + 4)
  return Buffer.concat([length, named, Buffer.alloc(64)])
}
