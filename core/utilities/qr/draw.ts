/** Makes a QR code that was read back before anybody sees it. */
import sharp from 'sharp'
import { CoreError } from '#core/errors.ts'
import { decodeBrought } from '#core/hosting/prepare-brought.ts'
import { heldLimit } from '#core/utilities/read-brought.ts'
import type { MadeOne } from '#core/utilities/utility.ts'
import { decodeQr } from './decode.ts'
import { chooseModules, type Modules } from './modules.ts'
import type { Qr } from './read-qr.ts'
import { renderQr } from './render.ts'

interface Input extends Qr {
  /** To stand in the middle, as it was brought. */
  image?: Uint8Array<ArrayBuffer>
}

export interface MadeQr extends MadeOne {
  /** What can be lost of it, from 0 to 1. */
  correction: number
}

/** Sides of what stands in the middle, as shares of the code's; each is tried until one leaves it readable. */
const shares = [0.28, 0.22, 0.16] as const

/**
 * Without an image the same every time. Rejects with `bad-option` where it does not fit its size, with `qr-unreadable`
 * where it cannot be read back, and for an image as `decodeBrought` does.
 */
export async function drawQr({ image, ...wanted }: Input): Promise<MadeQr> {
  const modules = chooseModules(wanted.text, wanted.size, { logo: image !== undefined })
  const bytes = image ? await renderWith(image, modules, wanted) : await renderQr(modules, wanted)
  if (!bytes || !(await reads(bytes, wanted.text))) {
    throw new CoreError('qr-unreadable', { image: image !== undefined })
  }
  return { files: [{ bytes, name: 'qr.png', mime: 'image/png' }], correction: modules.correction }
}

/** With the image as large as the code bears; undefined where it bears none. */
async function renderWith(image: Uint8Array<ArrayBuffer>, modules: Modules, wanted: Qr) {
  const logo = await decodeBrought(image, heldLimit, () => Math.ceil(wanted.size * shares[0]))
  for (const share of shares) {
    // Half of what can be lost is left for dirt and shadows.
    if (share ** 2 > modules.correction / 2) continue
    const bytes = await renderQr(modules, wanted, { ...logo, share })
    if (await reads(await blur(bytes), wanted.text)) return bytes
  }
  return undefined
}

/** As a camera that is a little out of focus sees it. */
const blur = async (bytes: Uint8Array) =>
  new Uint8Array(await sharp(bytes).blur(1.2).png({ compressionLevel: 1 }).toBuffer())

async function reads(bytes: Uint8Array<ArrayBuffer>, text: string): Promise<boolean> {
  const read = await decodeQr(bytes)
  return read !== undefined && Buffer.from(text).equals(read)
}
