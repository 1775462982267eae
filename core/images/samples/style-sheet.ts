/** All styles of a preset on one sheet, each as a small drawing with its name below. */
import sharp from 'sharp'
import type { Preset } from '#core/images/presets/preset.ts'
import { renderText } from '#core/lettering/text.ts'
import { drawSample } from './draw-sample.ts'

/** Pixels. */
const width = 600
const gap = 14
const letters = 15
/** From a picture to its name's baseline, what letters such as g go below that, and to the next picture. */
const baseline = 20
const descent = 4
const line = 30
const corner = 8
const paper = '#f4f3f0'
const ink = '#1d1c1d'

/** A PNG of 600 pixels in width: the same every time. `names`: of the styles, in the order of their samples. */
export async function drawStyleSheet(
  { samples, delivered }: Pick<Preset, 'samples' | 'delivered'>,
  names: readonly string[],
): Promise<Uint8Array<ArrayBuffer>> {
  const styles = Object.values(samples)
  const columns = countColumns(delivered.width / delivered.height, styles.length)
  const cell = Math.floor((width - gap * (columns + 1)) / columns)
  const size = { width: cell, height: Math.round((cell * delivered.height) / delivered.width) }
  const places = styles.map((sample, at) => ({
    ...{ name: names[at] ?? '', sample, id: `s${at}` },
    left: gap + (at % columns) * (cell + gap),
    top: gap + Math.floor(at / columns) * (size.height + line + gap),
  }))
  const height = Math.ceil(styles.length / columns) * (size.height + line + gap) + gap / 2
  const drawn = places.map(({ sample, left, top, id }) => {
    const clip = `<clipPath id="${id}frame"><rect width="${size.width}" height="${size.height}" rx="${corner}"/></clipPath>`
    return `<g transform="translate(${left} ${top})">${clip}<g clip-path="url(#${id}frame)">${drawSample(sample, size, id)}</g></g>`
  })
  const svg = `<svg xmlns="http://www.w3.org/2000/svg" width="${width}" height="${height}"><rect width="${width}" height="${height}" fill="${paper}"/>${drawn.join('')}</svg>`
  const labels = []
  for (const { name, left, top } of places) {
    const label = await renderText(name, { weight: 'bold', size: letters, width: cell, color: ink })
    labels.push({
      input: label.input,
      left: left + Math.round((cell - label.width) / 2),
      top: top + size.height + baseline - label.height + (/[gjpqy]/.test(name) ? descent : 0),
    })
  }
  const sheet = sharp(Buffer.from(svg)).composite(labels).png({ compressionLevel: 9 })
  return new Uint8Array(await sheet.toBuffer())
}

/** Wide pictures stand beside fewer others, so that there is something to see of each. */
function countColumns(shape: number, count: number): number {
  if (shape > 2.4) return 2
  return shape > 1.2 || count > 5 ? 3 : count
}
