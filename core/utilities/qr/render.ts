/** Draws modules, and a picture in the middle of them. */
import sharp from 'sharp'
import type { Pixels } from '#core/hosting/prepare-brought.ts'
import { readChannels } from '#core/utilities/colors.ts'
import { type Modules, quietZone } from './modules.ts'
import type { Qr } from './read-qr.ts'

type Look = Pick<Qr, 'size' | 'color' | 'background'>

/** `share`: of a side of the code, from 0 to 1. */
export interface Logo extends Pixels {
  share: number
}

/** A PNG whose modules are all of the same whole number of pixels; what is left over is quiet zone. */
export async function renderQr({ rows }: Modules, look: Look, logo?: Logo): Promise<Uint8Array<ArrayBuffer>> {
  const { size, color, background } = look
  const count = rows.length
  const pixels = Math.floor(size / (count + 2 * quietZone))
  const side = count * pixels
  const before = Math.floor((size - side) / 2)
  const after = size - side - before
  const [dark, light] = [readChannels(color), readChannels(background)]
  const raw = Uint8Array.from(rows.flat().flatMap((isDark) => (isDark ? dark : light)))
  const code = sharp(raw, { raw: { width: count, height: count, channels: 3 } })
    .resize(side, side, { kernel: 'nearest' })
    .extend({ top: before, left: before, bottom: after, right: after, background })
  if (logo) {
    const room = findRoom(count, logo.share)
    const at = before + ((count - room) / 2) * pixels
    const input = await renderLogo(logo, room * pixels, pixels, background)
    code.composite([{ input, left: at, top: at }])
  }
  return await code.png({ compressionLevel: 2 }).toBuffer()
}

/** Modules of a side; with those of the code, it is an odd number, so that it stands right in the middle. */
function findRoom(count: number, share: number): number {
  const room = Math.floor(count * share)
  return room % 2 === 1 ? room : room - 1
}

/** On the ground's colour, with half a module's width of it around. */
async function renderLogo(
  { data, raw }: Pixels,
  side: number,
  module: number,
  background: string,
): Promise<Buffer> {
  const frame = Math.round(module / 2)
  const inner = side - 2 * frame
  return await sharp(data, { raw })
    .resize(inner, inner, { fit: 'contain', background })
    .flatten({ background })
    .extend({ ...{ top: frame, left: frame, bottom: frame, right: frame }, background })
    .png({ compressionLevel: 1 })
    .toBuffer()
}
