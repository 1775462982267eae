/** Shows icons at the sizes they have, on a light ground and on a dark one. */
import sharp, { type OverlayOptions } from 'sharp'
import type { Mark } from '#core/hosting/made-by-ai.ts'
import { renderText } from '#core/lettering/text.ts'
import type { Icons } from './icons.ts'

/** Pixels. */
const margin = 24
const panel = { width: 476, height: 240 }
const rowTop = 18
/** Where the middle of a row is. */
const middle = rowTop + 90
const labelTop = rowTop + 180 + 14

/** As browsers' light and dark tabs. */
const panels = [
  { ground: '#ffffff', ink: '#57606a' },
  { ground: '#202124', ink: '#bdc1c6' },
] as const

/** A phone that takes maskable icons may cut a circle, at its smallest what is safe; iOS rounds corners. */
const appleRound = 40
const maskShown = 96

export async function drawPreview(icons: Icons, mark: Mark): Promise<Uint8Array<ArrayBuffer>> {
  const { apple, maskable, tabs } = icons
  const phone = { side: 180, png: await cut(apple, 180, appleRound) }
  const round = { side: maskShown, png: await cut(maskable, maskShown, maskShown / 2) }
  const shown = [...tabs, round, phone]
  const layers = await Promise.all(
    panels.map(async ({ ground, ink }, at) => {
      const left = at * panel.width
      return [renderGround(ground, left), ...(await placeAll(shown, left + margin, ink))]
    }),
  )
  const create = {
    width: panel.width * panels.length,
    height: panel.height,
    channels: 3,
    background: '#ffffff',
  } as const
  const preview = mark(sharp({ create }).composite(layers.flat()))
  return new Uint8Array(await preview.png({ compressionLevel: 9 }).toBuffer())
}

async function placeAll(shown: readonly { side: number; png: Uint8Array }[], from: number, ink: string) {
  const layers: OverlayOptions[] = []
  let left = from
  for (const { side, png } of shown) {
    const label = await renderText(String(side), { weight: 'regular', size: 9, width: 80, color: ink })
    const wide = Math.max(side, label.width)
    layers.push({
      input: Buffer.from(png),
      left: left + Math.floor((wide - side) / 2),
      top: middle - Math.floor(side / 2),
    })
    layers.push({ input: label.input, left: left + Math.floor((wide - label.width) / 2), top: labelTop })
    left += wide + 14
  }
  return layers
}

function renderGround(color: string, left: number): OverlayOptions {
  return { input: { create: { ...panel, channels: 3, background: color } }, left, top: 0 }
}

/** As large as that, with corners as round as that. */
async function cut(png: Uint8Array, side: number, radius: number): Promise<Buffer> {
  const mask = `<svg xmlns="http://www.w3.org/2000/svg" width="${side}" height="${side}"><rect width="100%" height="100%" rx="${radius}"/></svg>`
  return await sharp(png)
    .resize(side, side)
    .ensureAlpha()
    .composite([{ input: Buffer.from(mask), blend: 'dest-in' }])
    .png()
    .toBuffer()
}
