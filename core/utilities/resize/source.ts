/** What is resized: a picture decoded once, or an animation decoded for each size. */
import sharp, { type Metadata, type Sharp } from 'sharp'
import { CoreError } from '#core/errors.ts'
import { findForeignFormat } from '#core/hosting/format-name.ts'
import { openPicture } from '#core/hosting/prepare.ts'
import { inspectBrought } from '#core/hosting/prepare-brought.ts'
import { openGiven, type Sides } from '#core/utilities/open-given.ts'
import { heldLimit } from '#core/utilities/read-brought.ts'
import { findTargets, requireLittle, type Target } from './targets.ts'
import { type Fit, resizeSides, type Wanted } from './wanted.ts'

export interface Source {
  sides: Sides
  targets: readonly Target[]
  /** What it came as; a drawing's is undefined. */
  format?: Metadata['format']
  /** Pictures of an animation; else 1. */
  frames: number
  isOpaque: boolean
  draw(target: Target, fit: Fit): Promise<Sharp> | Sharp
}

/** More are a film. */
const mostFrames = 500
/** Pixels of all pictures of an animation, which are decoded one by one but joined before they are written. */
const mostAnimated = 25_000_000

/** Rejects as `openGiven`, with `too-many-frames`, and as `requireLittle`. */
export async function openSource(bytes: Uint8Array, wanted: Wanted): Promise<Source> {
  const about = findForeignFormat(bytes) === 'SVG' ? undefined : await inspectBrought(bytes, heldLimit)
  const frames = about && ['gif', 'webp'].includes(about.format) ? (about.pages ?? 1) : 1
  if (about && frames > 1) return await openAnimation(bytes, about, frames, wanted)
  const { data, raw, sides } = await openGiven(bytes, (own) => findLongest(own, wanted))
  return {
    sides,
    targets: findTargets(sides, wanted),
    ...(about && { format: about.format }),
    frames,
    isOpaque: raw.channels % 2 === 1,
    draw: (target, fit) => fitTo(sharp(data, { raw }), target, fit),
  }
}

async function openAnimation(
  bytes: Uint8Array,
  about: Metadata,
  frames: number,
  wanted: Wanted,
): Promise<Source> {
  const limit = Math.min(mostFrames, wanted.mostFrames ?? mostFrames)
  if (frames > limit) throw new CoreError('too-many-frames', { frames, limit })
  const sides = { width: about.width, height: about.pageHeight ?? about.height }
  if (sides.width * sides.height * frames > mostAnimated) {
    throw new CoreError('attachment-too-many-pixels', { limit: mostAnimated })
  }
  return {
    sides,
    targets: findTargets(sides, wanted),
    format: about.format,
    frames,
    isOpaque: false,
    draw: async (target, fit) =>
      fitTo(await openPicture(bytes, 'error', { animated: true }), target, fit).toColourspace('srgb'),
  }
}

/** As large as the largest of what is made of it; the others are made from that. Throws as `requireLittle`. */
function findLongest(own: Sides, wanted: Wanted): number {
  const targets = findTargets(own, wanted)
  requireLittle(targets, wanted.format ?? 'png', 1)
  // Cut at its edges or out of shape, it is larger than what is left of it.
  const choose = wanted.fit === 'crop' || wanted.fit === 'stretch' ? Math.max : Math.min
  const scales = targets.map(({ width, height }) => choose(width / own.width, height / own.height))
  const longest = Math.max(own.width, own.height) * Math.max(...scales)
  return Math.min(resizeSides.longest, Math.max(1, Math.round(longest)))
}

const ways = { inside: 'fill', crop: 'cover', pad: 'contain', stretch: 'fill' } as const

const fitTo = (picture: Sharp, { width, height }: Target, fit: Fit) =>
  picture.resize(width, height, { fit: ways[fit], background: '#00000000' })
