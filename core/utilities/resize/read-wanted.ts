/** Reads what a person wants a picture resized to. */
import { CoreError } from '#core/errors.ts'
import { findSizeSet, sizeSets } from './size-sets.ts'
import { type Fit, type ResizeFormat, resizeSides, type Wanted, type WantedSize } from './wanted.ts'

/** At once; as many as the largest set has. */
export const mostSizes = 20

/** Per cent: beyond, nothing is gained. */
const mostPercent = 400

/** As a person gives it. */
interface Asked {
  size: string
  fit?: Fit
  format?: ResizeFormat
  quality?: number
}

/** Throws `bad-option`. */
export function readWanted({ size, fit, format, quality }: Asked): Wanted {
  const name = size
    .trim()
    .toLowerCase()
    .replaceAll(/[\s_]+/g, '-')
  const set = findSizeSet(name)
  if (set && format !== undefined && !set.formats.includes(format)) throw refuseWith('format', `size ${name}`)
  const chosen = { ...(format !== undefined && { format }), ...(quality !== undefined && { quality }) }
  if (set) return { ...set, fit: fit ?? set.fit, ...chosen }
  return { sizes: readSizes(size), fit: fit ?? 'inside', ...chosen }
}

/** Whether `readWanted` takes it as a size. */
export function isResize(size: string): boolean {
  try {
    readWanted({ size })
    return true
  } catch {
    return false
  }
}

function readSizes(text: string): WantedSize[] {
  const parts = text.split(',').map((part) => part.trim().toLowerCase())
  if (parts.length > mostSizes) throw refuseSize()
  const sizes = new Map(parts.map((part) => [part.replaceAll(/\s+/g, ''), readOne(part)]))
  return [...sizes.values()]
}

function readOne(part: string): WantedSize {
  const [, percent] = /^(\d{1,3}(?:\.\d{1,2})?) ?%$/.exec(part) ?? []
  if (percent !== undefined) {
    const share = Number(percent)
    if (share <= 0 || share > mostPercent) throw refuseSize()
    return { percent: share }
  }
  const [found, width, height] = /^(\d{1,5})? ?(?:(?:x|×|\*) ?(\d{1,5})?)?(?: ?px)?$/.exec(part) ?? []
  if (found === undefined) throw refuseSize()
  if (width !== undefined && height !== undefined) return { width: readSide(width), height: readSide(height) }
  if (width !== undefined) return { width: readSide(width) }
  if (height !== undefined) return { height: readSide(height) }
  throw refuseSize()
}

function readSide(digits: string): number {
  const side = Number(digits)
  if (side < resizeSides.shortest || side > resizeSides.longest) throw refuseSize()
  return side
}

const refuseSize = () =>
  new CoreError('bad-option', {
    option: 'size',
    problem: {
      kind: 'not-a-resize',
      longest: resizeSides.longest,
      most: mostSizes,
      sets: Object.keys(sizeSets),
    },
  })

const refuseWith = (option: string, other: string) =>
  new CoreError('bad-option', { option, problem: { kind: 'illegal-combination', with: other } })
