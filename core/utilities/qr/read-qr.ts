/** What a QR code may be, and what a person asked for as one. */
import { CoreError, type OptionProblem } from '#core/errors.ts'
import { findContrast, findLuminance, readColor } from '#core/utilities/colors.ts'

/** Bytes of its text in UTF-8; more would need modules so small that phones miss some. */
export const longestQrText = 1_000

/** Pixels of a side. */
export const qrSides = { smallest: 96, largest: 2_048 } as const

/** What so many bytes are given where nobody says: there they read with ease, at the highest error correction. */
const usualSides = [
  { bytes: 220, side: 512 },
  { bytes: 500, side: 768 },
  { bytes: longestQrText, side: 1_024 },
] as const

/** How much the dark must stand out from the light, as `findContrast` tells; readers ask for less, prints lose some. */
export const leastContrast = 4

/** Two that are equal are the same bytes. */
export interface Qr {
  text: string
  /** Pixels of a side. */
  size: number
  /** Of the dark modules and of the ground, `#rrggbb`. */
  color: string
  background: string
}

/** Throws `bad-option` also for colours that cameras do not tell apart. */
export function readQr(asked: { text: string; size?: number; color?: string; background?: string }): Qr {
  // As it is once it is bytes; the library that writes codes takes no half of a pair.
  const text = asked.text.toWellFormed()
  const bytes = Buffer.byteLength(text)
  const { side: usual = 0 } = usualSides.find((each) => bytes <= each.bytes) ?? {}
  const { size = usual } = asked
  if (bytes > longestQrText) throw refuse('text', { kind: 'too-many-bytes', bytes, limit: longestQrText })
  const { smallest, largest } = qrSides
  if (!Number.isInteger(size) || size < smallest || size > largest) {
    throw refuse('size', { kind: 'out-of-range', minimum: smallest, maximum: largest })
  }
  const color = readColor('color', asked.color ?? 'black')
  const background = readColor('background', asked.background ?? 'white')
  const option = asked.color === undefined ? 'background' : 'color'
  if (findLuminance(color) > findLuminance(background)) throw refuse(option, { kind: 'inverted' })
  const ratio = findContrast(color, background)
  if (ratio < leastContrast)
    throw refuse(option, { kind: 'too-little-contrast', ratio, least: leastContrast })
  return { text, size, color, background }
}

const refuse = (option: string, problem: OptionProblem) => new CoreError('bad-option', { option, problem })
