/** A picture as a square, and what can be told of it: what shows, how far out, and what it stands on best. */
import sharp, { type Sharp } from 'sharp'
import type { Pixels } from '#core/hosting/prepare-brought.ts'

/** RGBA, eight bits each. */
export interface Square {
  data: Buffer
  side: number
}

export interface Ground {
  /** `#rrggbb`. */
  color: string
  /** The picture stands on it already: its four corners are of that colour. */
  isOwn: boolean
  /** How far from the middle anything shows on it, in sides: from 0 to 0.71, which is a corner. */
  reach: number
}

/** Pixels that are looked at, of a side. */
const looked = 128
/** Of 255: what is fainter does not show. */
const faint = 16
/** Of 255 a channel: colours nearer to each other are one. */
const near = 12
const white = '#ffffff'
const dark = '#1f2328'
/** From 0 to 1, weighed as eyes do: a lighter picture would be lost on white. */
const light = 0.75

/** The whole picture in the middle, as large as it can be, and nothing around it; no larger than it is, nor than `most`. */
export async function makeSquare({ data, raw }: Pixels, most: number): Promise<Square> {
  const side = Math.min(most, Math.max(raw.width, raw.height))
  const square = await resizeTo(sharp(data, { raw }).ensureAlpha(), side)
  return { data: await square.raw({ depth: 'uchar' }).toBuffer(), side }
}

export const openSquare = ({ data, side }: Square) =>
  sharp(data, { raw: { width: side, height: side, channels: 4 } })

export const resizeTo = (picture: Sharp, side: number) =>
  picture.resize(side, side, { fit: 'contain', background: '#00000000' })

/** What it stands on where nothing may show through. */
export async function findGround(square: Square): Promise<Ground> {
  const pixels = await look(square)
  const last = looked - 1
  const corners = [0, last, looked * last, looked * last + last].map((at) => pixels[at] ?? clear)
  const [first = clear] = corners
  if (corners.every((corner) => corner.alpha === 255 && isNear(corner, first))) {
    const stands = pixels.map((pixel) => isSeen(pixel) && !isNear(pixel, first))
    return { color: renderColor(first), isOwn: true, reach: findReach(stands) }
  }
  const seen = pixels.filter(isSeen)
  const lightness = seen.reduce(
    (sum, { red, green, blue }) => sum + 0.2126 * red + 0.7152 * green + 0.0722 * blue,
    0,
  )
  const color = lightness > light * 255 * seen.length ? dark : white
  return { color, isOwn: false, reach: findReach(pixels.map(isSeen)) }
}

/** Takes whether each pixel shows. */
function findReach(shows: readonly boolean[]): number {
  let reach = 0
  for (const [at, isShown] of shows.entries()) {
    if (!isShown) continue
    const [x, y] = [at % looked, Math.floor(at / looked)]
    // The farthest corner of the pixel.
    const across = Math.max(Math.abs(x - looked / 2), Math.abs(x + 1 - looked / 2))
    const down = Math.max(Math.abs(y - looked / 2), Math.abs(y + 1 - looked / 2))
    reach = Math.max(reach, Math.hypot(across, down) / looked)
  }
  return reach
}

interface Pixel {
  red: number
  green: number
  blue: number
  alpha: number
}

const clear: Pixel = { red: 0, green: 0, blue: 0, alpha: 0 }

async function look(square: Square): Promise<Pixel[]> {
  const data = await openSquare(square).resize(looked, looked).raw({ depth: 'uchar' }).toBuffer()
  return Array.from({ length: looked * looked }, (_, at) => {
    const [red = 0, green = 0, blue = 0, alpha = 0] = data.subarray(at * 4, at * 4 + 4)
    return { red, green, blue, alpha }
  })
}

const isSeen = ({ alpha }: Pixel) => alpha > faint

const isNear = (one: Pixel, other: Pixel) =>
  Math.max(
    Math.abs(one.red - other.red),
    Math.abs(one.green - other.green),
    Math.abs(one.blue - other.blue),
  ) <= near

const renderColor = ({ red, green, blue }: Pixel) =>
  `#${[red, green, blue].map((each) => each.toString(16).padStart(2, '0')).join('')}`
