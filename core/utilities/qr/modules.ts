/** Chooses how a text becomes modules: with as much error correction as there is room for. */
import { encodeQR } from 'qr'
import { CoreError } from '#core/errors.ts'

/** From the most that can be lost to the least, as shares of a code's words (ISO/IEC 18004, 7.5.1). */
const levels = [
  { name: 'high', share: 0.3 },
  { name: 'quartile', share: 0.25 },
  { name: 'medium', share: 0.15 },
  { name: 'low', share: 0.07 },
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
const ofLogo = { version: 6, side: 41 }

/** Throws `bad-option` where the picture is too small for the text. */
export function chooseModules(text: string, size: number, { logo }: { logo: boolean }): Modules {
  const encoded = new Map<Level, Modules['rows']>()
  const encode = (level: Level): Modules['rows'] => {
    const rows = encoded.get(level) ?? encodeAt(level, text, logo)
    encoded.set(level, rows)
    return rows
  }
  const measure = (level: Level) => encode(level).length + 2 * quietZone
  for (const pixels of modulePixels) {
    const found = levels.find((level) => measure(level) * pixels <= size)
    if (!found) continue
    return { rows: encode(found), correction: found.share }
  }
  const least = Math.min(...levels.map(measure)) * Math.min(...modulePixels)
  throw new CoreError('bad-option', { option: 'size', problem: { kind: 'too-small', least } })
}

/** In as few modules as it takes, or as a logo does. */
function encodeAt({ name: ecc }: Level, text: string, logo: boolean): Modules['rows'] {
  // The library leaves a border around, of one module at least.
  const options = { ecc, border: 1 }
  const least = encodeQR(text, 'raw', options)
  const isFine = !logo || least.length - 2 * options.border >= ofLogo.side
  const rows = isFine ? least : encodeQR(text, 'raw', { ...options, version: ofLogo.version })
  return rows.slice(1, -1).map((row) => row.slice(1, -1))
}
