/** What a QR code may be, and what a person asked for as one. */
import { CoreError, type OptionProblem } from '#core/errors.ts'
import { findContrast, findLuminance, readColor } from '#core/utilities/colors.ts'

/** Bytes of its text in UTF-8; more would need modules so small that phones miss some. */
export const longestQrText = 1_000

/** Pixels of a side. */
export const qrSides = { smallest: 96, usual: 1_024, largest: 2_048 } as const

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
  const { text, size = qrSides.usual } = asked
  const { smallest, largest } = qrSides
  if (!Number.isInteger(size) || size < smallest || size > largest) {
    throw refuse('size', { kind: 'out-of-range', minimum: smallest, maximum: largest })
  }
  const bytes = Buffer.byteLength(text)
  if (bytes > longestQrText) throw refuse('text', { kind: 'too-many-bytes', bytes, limit: longestQrText })
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
