/** Chooses how a text becomes modules: with as much error correction as there is room for. */
import { encode } from 'uqr'
import { CoreError } from '#core/errors.ts'

/** From the most that can be lost to the least, as shares of a code's words (ISO/IEC 18004, 7.5.1). */
const levels = [
  { name: 'H', share: 0.3 },
  { name: 'Q', share: 0.25 },
  { name: 'M', share: 0.15 },
  { name: 'L', share: 0.07 },
] as const
type Level = (typeof levels)[number]

/** Light modules around a code, without which readers do not find it (ISO/IEC 18004, 6.3.8). */
export const quietZone = 4

/** Pixels of a module: what reads with ease, and what just reads on a screen. */
const modulePixels = [6, 3] as const

export interface Modules {
  /** Rows, without the quiet zone; `true` is dark. */
  rows: readonly (readonly boolean[])[]
  /** What can be lost, from 0 to 1. */
  correction: number
}

/** Modules have to be fine for a logo to have a shape: version 6 has 41 of them. */
const leastVersion = 6

/** Throws `bad-option` where the picture is too small for the text. */
export function chooseModules(text: string, size: number, { logo }: { logo: boolean }): Modules {
  const options = { boostEcc: false, border: 0, minVersion: logo ? leastVersion : 1 }
  // How large a code is does not depend on its mask, and to choose the best takes as long as eight codes.
  const encodeAny = ({ name: ecc }: Level) => encode(text, { ...options, ecc, maskPattern: 0 })
  const sides = new Map<Level, number>()
  const measure = (level: Level): number => {
    const side = sides.get(level) ?? encodeAny(level).size + 2 * quietZone
    sides.set(level, side)
    return side
  }
  for (const pixels of modulePixels) {
    const found = levels.find((level) => measure(level) * pixels <= size)
    if (!found) continue
    return { rows: encode(text, { ...options, ecc: found.name }).data, correction: found.share }
  }
  const least = Math.min(...levels.map(measure)) * Math.min(...modulePixels)
  throw new CoreError('bad-option', { option: 'size', problem: { kind: 'too-small', least } })
}
