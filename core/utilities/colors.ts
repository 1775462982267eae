/** Colours as people write them, and how well one is told from another. */
import { CoreError } from '#core/errors.ts'

/** By name, `#rrggbb`. */
export const namedColors: Readonly<Record<string, string>> = {
  black: '#000000',
  white: '#ffffff',
  gray: '#6b7280',
  red: '#dc2626',
  orange: '#ea580c',
  yellow: '#facc15',
  green: '#16a34a',
  teal: '#0d9488',
  blue: '#1d4ed8',
  navy: '#172554',
  purple: '#7e22ce',
  pink: '#db2777',
}

/** A name, `#rgb` or `#rrggbb`, with or without the sign: as `#rrggbb`. Throws `bad-option` for any other. */
export function readColor(option: string, text: string): string {
  const color = findColor(text)
  if (color !== undefined) return color
  const problem = { kind: 'not-a-color', names: Object.keys(namedColors) } as const
  throw new CoreError('bad-option', { option, problem })
}

/** Whether `readColor` takes it. */
export const isColor = (text: string) => findColor(text) !== undefined

function findColor(text: string): string | undefined {
  const name = text.trim().toLowerCase()
  if (Object.hasOwn(namedColors, name)) return namedColors[name]
  const [, digits = ''] = /^#?([0-9a-f]{3}|[0-9a-f]{6})$/.exec(name) ?? []
  if (digits === '') return undefined
  return `#${digits.length === 3 ? digits.replace(/./g, '$&$&') : digits}`
}

/** Red, green and blue, from 0 to 255 each. Takes `#rrggbb`. */
export const readChannels = (color: string): number[] => [...Buffer.from(color.slice(1), 'hex')]

/** From 0 for black to 1 for white (w3.org/TR/WCAG22, "relative luminance"). Takes `#rrggbb`. */
export function findLuminance(color: string): number {
  const [red = 0, green = 0, blue = 0] = readChannels(color).map((channel) => {
    const share = channel / 255
    return share <= 0.04045 ? share / 12.92 : ((share + 0.055) / 1.055) ** 2.4
  })
  return 0.2126 * red + 0.7152 * green + 0.0722 * blue
}

/** From 1 for the same to 21 for black on white (w3.org/TR/WCAG22, "contrast ratio"). */
export function findContrast(one: string, other: string): number {
  const [dark = 0, light = 0] = [findLuminance(one), findLuminance(other)].sort((a, b) => a - b)
  return (light + 0.05) / (dark + 0.05)
}
