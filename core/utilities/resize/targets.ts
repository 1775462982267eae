/** What sizes come out: of a picture of that size, as they were wanted. */
import { CoreError } from '#core/errors.ts'
import type { Sides } from '#core/utilities/open-given.ts'
import { type ResizeFormat, resizeSides, type Wanted, type WantedSize } from './wanted.ts'

export interface Target extends Sides {
  name?: string
}

/** Pixels of all that comes out, an animation's pictures counted each: some ten seconds of one core. */
const mostPixels = 12_000_000
/** Pixels of one picture, which are held at once: as many as the largest that a model draws. */
const mostHeld = 3_840 * 2_160
/** Where something shows through a WebP, which its encoder holds seven times over. */
const mostHeldClear = 2_048 * 2_048
/** Pixels of one picture up to which two of any kind may be made at once: a screen's. */
const mostLight = 1_920 * 1_080
/** How much longer than another a format takes for a pixel. Even as AVIF 2048×1152, which many screens have, is not too much. */
const effort = { png: 1, jpeg: 1, webp: 1, avif: 5, gif: 3 }

/** No side is longer than was asked; what comes out alike, such as 800 and x800 of a square, comes out once. */
export function findTargets(sides: Sides, { sizes, fit, shrinkOnly }: Omit<Wanted, 'format'>): Target[] {
  const targets = sizes.map((size) => ({
    ...(size.name !== undefined && { name: size.name }),
    ...(findExact(size, fit) ?? scale(sides, findScale(sides, size, shrinkOnly === true))),
  }))
  return [...new Map(targets.map((target) => [Object.values(target).join(), target])).values()]
}

/** Throws `utility-too-much` where all of it would be, or one side that was not asked for. */
export function requireLittle(targets: readonly Target[], format: ResizeFormat, frames: number): void {
  const pixels = targets.map(({ width, height }) => width * height)
  const all = pixels.reduce((sum, each) => sum + each * frames, 0)
  const longest = Math.max(...targets.flatMap(({ width, height }) => [width, height]))
  const isHeld = Math.max(...pixels) <= mostHeld
  if (isHeld && all * effort[format] <= mostPixels && longest <= resizeSides.longest) return
  throw new CoreError('utility-too-much', {})
}

/** Throws `utility-too-much` for what could be written only in too much memory. */
export function requireHeld(targets: readonly Target[], format: ResizeFormat, isOpaque: boolean): void {
  if (format !== 'webp' || isOpaque) return
  if (targets.some(({ width, height }) => width * height > mostHeldClear))
    throw new CoreError('utility-too-much', {})
}

/** Whether it may take much memory, whatever the picture is that will be resized. */
export function isLarge({ sizes }: Pick<Wanted, 'sizes'>): boolean {
  const { longest } = resizeSides
  const measure = (size: WantedSize) =>
    'percent' in size ? mostHeld : (size.width ?? longest) * (size.height ?? longest)
  return sizes.some((size) => measure(size) > mostLight)
}

function findExact({ width, height }: WantedSize, fit: Wanted['fit']): Sides | undefined {
  return width === undefined || height === undefined || fit === 'inside' ? undefined : { width, height }
}

function findScale(sides: Sides, size: WantedSize, shrinkOnly: boolean): number {
  if ('percent' in size) return size.percent / 100
  const across = size.width === undefined ? Number.POSITIVE_INFINITY : size.width / sides.width
  const down = size.height === undefined ? Number.POSITIVE_INFINITY : size.height / sides.height
  return Math.min(across, down, ...(shrinkOnly ? [1] : []))
}

/** Rounded: what was asked comes out exactly, since no rounding takes a product beyond it. */
const scale = ({ width, height }: Sides, by: number): Sides => ({
  width: Math.max(1, Math.round(width * by)),
  height: Math.max(1, Math.round(height * by)),
})
