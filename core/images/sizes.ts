/** The sizes a picture may have: four by name, any other by the model's own rules. */
import { CoreError, type SizeFault } from '#core/errors.ts'

/** In pixels. */
export interface Size {
  width: number
  height: number
}

/** Named sizes; all of them keep the rules below. */
export const namedSizes: Readonly<Record<string, Size>> = {
  square: { width: 1024, height: 1024 },
  landscape: { width: 1536, height: 1024 },
  portrait: { width: 1024, height: 1536 },
  wide: { width: 1536, height: 864 },
}

/** gpt-image-2's limits, from OpenAI's image generation guide ("Size and quality options"). */
export const sizeRules = {
  multiple: 16,
  longestEdge: 3840,
  ratio: 3,
  fewestPixels: 655_360,
  mostPixels: 8_294_400,
} as const

/** A named size, or `WIDTHxHEIGHT`. Throws `bad-option` with the rule it breaks. */
export function readSize(text: string): Size {
  const name = text.trim().toLowerCase()
  if (Object.hasOwn(namedSizes, name)) return namedSizes[name] as Size
  const match = /^(\d{1,5})\s*[x×]\s*(\d{1,5})$/.exec(name)
  if (!match) throw refuseSize('form')
  const size = { width: Number(match[1]), height: Number(match[2]) }
  const fault = findSizeFault(size)
  if (fault) throw refuseSize(fault)
  return size
}

/** Whether `readSize` takes it. */
export function isSize(text: string): boolean {
  try {
    readSize(text)
    return true
  } catch {
    return false
  }
}

/** The first rule that a size breaks. */
export function findSizeFault({ width, height }: Size): SizeFault | undefined {
  const [short, long] = width < height ? [width, height] : [height, width]
  if (width % sizeRules.multiple || height % sizeRules.multiple || short === 0) return 'multiple'
  if (long > sizeRules.longestEdge) return 'edge'
  if (long > short * sizeRules.ratio) return 'ratio'
  if (width * height < sizeRules.fewestPixels) return 'too-few-pixels'
  if (width * height > sizeRules.mostPixels) return 'too-many-pixels'
  return undefined
}

function refuseSize(reason: SizeFault) {
  return new CoreError('bad-option', { option: 'size', problem: { kind: 'illegal-size', reason } })
}
