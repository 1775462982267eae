/** Draws modules, and a picture in the middle of them. */
import sharp from 'sharp'
import type { Pixels } from '#core/hosting/prepare-brought.ts'
import type { Modules } from './modules.ts'
import { measure, renderPng } from './png.ts'
import type { Qr } from './read-qr.ts'

type Look = Pick<Qr, 'size' | 'color' | 'background'>

/** `share`: of a side of the code, from 0 to 1. */
export interface Logo extends Pixels {
  share: number
}

/** A PNG whose modules are all of the same whole number of pixels; what is left over is quiet zone. */
export async function renderQr({ rows }: Modules, look: Look, logo?: Logo): Promise<Uint8Array<ArrayBuffer>> {
  const code = renderPng({ rows }, look)
  if (!logo) return code
  const { module, before } = measure({ rows }, look.size)
  const room = findRoom(rows.length, logo.share)
  const at = before + ((rows.length - room) / 2) * module
  const input = await renderLogo(logo, room * module, module, look.background)
  return await sharp(code)
    .composite([{ input, left: at, top: at }])
    .removeAlpha()
    .png({ compressionLevel: 2 })
    .toBuffer()
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
