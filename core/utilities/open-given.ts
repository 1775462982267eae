/** Opens a picture that somebody gives to a utility: its pixels, whatever it was; a drawing in SVG is drawn first. */
import { CoreError } from '#core/errors.ts'
import { findForeignFormat } from '#core/hosting/format-name.ts'
import { isSeenAsOpaque, openPicture } from '#core/hosting/prepare.ts'
import { decodeBrought, type Pixels } from '#core/hosting/prepare-brought.ts'
import { heldLimit } from './read-brought.ts'
import { type CleanSvg, cleanSvg, refuseSvg } from './svg/clean-svg.ts'

/** In pixels, as seen. */
export interface Sides {
  width: number
  height: number
}

export interface Given extends Pixels {
  /** What it was before it was made smaller. */
  sides: Sides
  svg?: CleanSvg
}

/** Plain shapes times pixels: some seconds of one core. */
const mostDrawing = 4_000_000_000
/** Pixels of all that is held of a drawing until it is laid on the rest; two threads hold as much at once. */
const mostLayered = 36_000_000

/** What librsvg draws at, dots per inch, where a drawing is as large as it says. */
const usualDensity = 72
const densities = { least: 1, most: 100_000 }

/**
 * Animations give their first picture. A drawing becomes as large as `longest` says, in pixels of its longer side, and
 * anything else no larger: only what is needed of it is held. There is an alpha only where something shows through.
 * Rejects as `prepareBrought` does, with `svg-refused`, and as `longest` throws.
 */
export async function openGiven(bytes: Uint8Array, longest: (sides: Sides) => number): Promise<Given> {
  const isDrawing = findForeignFormat(bytes) === 'SVG'
  const given = isDrawing
    ? await draw(cleanSvg(bytes), longest)
    : await decodeBrought(bytes, heldLimit, longest)
  return { ...given, ...dropAlpha(given) }
}

/** The same pixels, in the same memory, without an alpha that says nothing. */
function dropAlpha({ data, raw }: Pixels): Pixels {
  if (raw.channels !== 4) return { data, raw }
  for (let at = 3; at < data.length; at += 4) if (!isSeenAsOpaque(data[at])) return { data, raw }
  let length = 0
  for (let at = 0; at < data.length; at++) if (at % 4 !== 3) data[length++] = data[at] ?? 0
  return { data: data.subarray(0, length), raw: { ...raw, channels: 3 } }
}

async function draw(svg: CleanSvg, longest: (sides: Sides) => number): Promise<Given> {
  const bytes = Buffer.from(svg.text)
  const refuse = (cause: unknown) =>
    Promise.reject(new CoreError('svg-refused', { holds: 'nothing' }, { cause }))
  // However large it says it is, nothing of it is drawn yet.
  const about = await openPicture(bytes, 'error', { limitInputPixels: false })
  const { width, height } = await about.metadata().catch(refuse)
  const scale = longest({ width, height }) / Math.max(width, height)
  const density = Math.min(densities.most, Math.max(densities.least, usualDensity * scale))
  const pixels = width * height * (density / usualDensity) ** 2
  if (pixels * svg.weight > mostDrawing || pixels * svg.layers > mostLayered) throw refuseSvg('too-much')
  const { data, info } = await (await openPicture(bytes, 'error', { density }))
    .resize(atLeastOne(width * scale), atLeastOne(height * scale), { fit: 'fill' })
    .toColourspace('srgb')
    .ensureAlpha()
    .raw({ depth: 'uchar' })
    .toBuffer({ resolveWithObject: true })
    .catch(refuse)
  const raw = { width: info.width, height: info.height, channels: info.channels }
  return { data, raw, sides: { width, height }, svg }
}

const atLeastOne = (side: number) => Math.max(1, Math.round(side))
