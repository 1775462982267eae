/** Draws a placeholder: words in the middle of a plain ground, in a colour that can be read on it. */
import sharp, { type Sharp } from 'sharp'
import { fitText } from '#core/lettering/text.ts'
import { findContrast } from '#core/utilities/colors.ts'
import type { MadeFile, MadeOne } from '#core/utilities/utility.ts'
import type { Placeholder, PlaceholderFormat } from './read-placeholder.ts'
import { renderSvg } from './svg.ts'

/** Shares of a side that the words may take. */
export const room = { width: 0.76, height: 0.5 } as const

const mimes = { png: 'image/png', jpeg: 'image/jpeg', webp: 'image/webp', svg: 'image/svg+xml' } as const

const encode: Readonly<Record<Exclude<PlaceholderFormat, 'svg'>, (picture: Sharp) => Sharp>> = {
  png: (picture) => picture.png({ compressionLevel: 3 }),
  jpeg: (picture) => picture.jpeg({ quality: 90 }),
  webp: (picture) => picture.webp({ quality: 90, effort: 1 }),
}

/** The same every time. */
export async function drawPlaceholder(wanted: Placeholder): Promise<MadeOne> {
  const { width, height, format } = wanted
  const name = `placeholder-${width}x${height}.${format === 'jpeg' ? 'jpg' : format}`
  return { files: [{ name, mime: mimes[format], bytes: await render(wanted) }] }
}

async function render(wanted: Placeholder): Promise<MadeFile['bytes']> {
  const { width, height, text, language, color, format } = wanted
  const ink = findContrast(color, '#ffffff') >= findContrast(color, '#111827') ? '#ffffff' : '#111827'
  if (format === 'svg') return new TextEncoder().encode(renderSvg(wanted, ink, room))
  const box = { width: Math.ceil(width * room.width), height: Math.ceil(height * room.height) }
  const words = await fitText(text, { ...box, weight: 'bold', color: ink, language })
  const layers = words ? [{ input: words.input, gravity: 'centre' }] : []
  const ground = sharp({ create: { width, height, channels: 3, background: color } })
  return await encode[format](ground.composite(layers).removeAlpha()).toBuffer()
}
