/** Chooses letters that can be read on a ground, and how much it must be veiled for that. */
import type { Sharp } from 'sharp'

export interface Ink {
  /** `#rrggbb` */
  color: string
  /** What is laid between the ground and the letters: its colour, and how much of it, from 0 to 1. */
  veil: { color: string; opacity: number }
}

/** WCAG 2.2 asks 4.5 of small text (w3.org/TR/WCAG22, contrast minimum); what is drawn has fine lines besides. */
const wanted = 5.5
/** The share of the ground's pixels that may be worse: single grains and sparks. */
const strays = 0.02

const light = { color: '#ffffff', veil: '#000000' }
const dark = { color: '#101318', veil: '#ffffff' }

/** Relative luminance of a grey from 0 to 1, and back; as near as an sRGB curve needs to be for this. */
const toLuminance = (grey: number) => grey ** 2.2
const toGrey = (luminance: number) => luminance ** (1 / 2.2)

/** Relative luminance of red, green and blue, from 0 to 255 each. */
export function findLuminance(color: ArrayLike<number>): number {
  const weigh = (at: number, weight: number) => weight * toLuminance((color[at] ?? 0) / 255)
  return weigh(0, 0.2126) + weigh(1, 0.7152) + weigh(2, 0.0722)
}

/** Of a part of a picture, which has no alpha. */
export async function chooseInk(ground: Sharp): Promise<Ink> {
  const data = await ground
    .resize(64, 32, { fit: 'fill', kernel: 'nearest' })
    .toColourspace('srgb')
    .removeAlpha()
    .raw()
    .toBuffer()
  const luminances: number[] = []
  for (let at = 0; at + 2 < data.length; at += 3) luminances.push(findLuminance(data.subarray(at, at + 3)))
  luminances.sort((one, other) => one - other)
  const find = (share: number) => luminances[Math.floor(share * (luminances.length - 1))] ?? 0
  const under = veilForLight(find(1 - strays))
  const over = veilForDark(find(strays))
  return under <= over
    ? { color: light.color, veil: { color: light.veil, opacity: under } }
    : { color: dark.color, veil: { color: dark.veil, opacity: over } }
}

function veilForLight(brightest: number): number {
  const most = toGrey(1.05 / wanted - 0.05)
  const grey = toGrey(brightest)
  return grey <= most ? 0 : 1 - most / grey
}

function veilForDark(darkest: number): number {
  const least = toGrey((toLuminance(0x13 / 255) + 0.05) * wanted - 0.05)
  const grey = toGrey(darkest)
  return grey >= least ? 0 : (least - grey) / (1 - grey)
}
