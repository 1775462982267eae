/** Sets words over the lower part of a picture that fills its frame: the large ones above the small ones. */
import sharp, { type OverlayOptions } from 'sharp'
import type { SetWords } from '#core/images/presets/preset.ts'
import type { Size } from '#core/images/sizes.ts'
import { type Box, fitWords, isRightToLeft } from '#core/lettering/fit-words.ts'
import type { TextPicture } from '#core/lettering/text.ts'
import { chooseInk, type Ink } from './contrast.ts'

/** Shares of the picture's shorter side. */
const margin = 0.1
const gap = 0.06
const fade = 0.16

const boxes = {
  large: { height: 0.5, largest: 0.19, smallest: 0.04 },
  small: { height: 0.17, largest: 0.058, smallest: 0.03 },
} as const

const weights = { large: 'bold', small: 'regular' } as const

/** A line of words with its place. */
interface Placed extends TextPicture {
  left: number
  top: number
}

/** `ground` is an opaque picture of that size; answers with what is to be laid over it. Empty where there is nothing to see. */
export async function setOver(
  ground: Buffer,
  size: Size,
  words: readonly SetWords[],
): Promise<OverlayOptions[]> {
  const edge = Math.min(size.width, size.height)
  const room = size.width - 2 * Math.round(edge * margin)
  const draft = await setAll(words, edge, room, '#ffffff')
  if (draft.length === 0) return []
  const { top } = place(draft, words, size)[0] ?? { top: 0 }
  const region = { left: 0, top, width: size.width, height: size.height - top }
  const ink = await chooseInk(sharp(ground).extract(region))
  const placed = place(await setAll(words, edge, room, ink.color), words, size)
  const veil = renderVeil(size, top - Math.round(edge * gap), Math.round(edge * fade), ink)
  return [...veil, ...placed.map(({ input, left, top }) => ({ input, left, top }))]
}

async function setAll(words: readonly SetWords[], edge: number, width: number, color: string) {
  const set = words.map(({ words, size, ...language }) =>
    fitWords(words, findBox(size, edge, width), { weight: weights[size], color, ...language }),
  )
  return (await Promise.all(set)).filter((each) => each !== undefined)
}

function findBox(size: SetWords['size'], edge: number, width: number): Box {
  const { height, largest, smallest } = boxes[size]
  const pixels = (share: number) => Math.round(edge * share)
  return { width, height: pixels(height), largest: pixels(largest), smallest: pixels(smallest) }
}

/** From the bottom up; at the side where their writing begins. */
function place(
  pictures: readonly TextPicture[],
  words: readonly SetWords[],
  { width, height }: Size,
): Placed[] {
  const edge = Math.min(width, height)
  const side = Math.round(edge * margin)
  const startsRight = isRightToLeft(words.map((each) => each.words).join(' '))
  let bottom = height - side
  const placed = pictures.toReversed().map((picture) => {
    const top = bottom - picture.height
    bottom = top - Math.round(edge * gap)
    return { ...picture, left: startsRight ? width - side - picture.width : side, top }
  })
  return placed.reverse()
}

/** As strong as it must be from `top` down, and fading out above. */
function renderVeil({ width, height }: Size, top: number, fade: number, { veil }: Ink): OverlayOptions[] {
  if (veil.opacity === 0) return []
  const start = Math.max(0, top - fade)
  const full = (top - start) / (height - start)
  const stop = (offset: number, opacity: number) =>
    `<stop offset="${offset}" stop-color="${veil.color}" stop-opacity="${opacity}"/>`
  const svg = `<svg xmlns="http://www.w3.org/2000/svg" width="${width}" height="${height - start}">
    <defs><linearGradient id="veil" x1="0" y1="0" x2="0" y2="1">${stop(0, 0)}${stop(full, veil.opacity)}${stop(1, veil.opacity)}</linearGradient></defs>
    <rect width="${width}" height="${height - start}" fill="url(#veil)"/></svg>`
  return [{ input: Buffer.from(svg), left: 0, top: start }]
}
