/** Makes what a preset promises of what the model drew: the exact size, the corners, the words. */
import sharp from 'sharp'
import { markMadeByAI } from '#core/hosting/made-by-ai.ts'
import type { Finish } from '#core/images/generation.ts'
import { type Fields, listWords, type Preset } from '#core/images/presets/preset.ts'
import { findEastAsian } from '#core/lettering/east-asian.ts'
import { setBelow } from './set-below.ts'
import { setOver } from './set-over.ts'

interface Finished {
  bytes: Uint8Array<ArrayBuffer>
  width: number
  height: number
  finish: Finish
}

/**
 * PNG of the very size. The same gives the same, so that it can be done again. `locale`: of whoever asked. Rejects where the picture
 * cannot be read.
 */
export async function finishPreset(
  drawn: Uint8Array,
  preset: Preset,
  fields: Fields,
  lettered: boolean,
  locale?: string,
): Promise<Finished> {
  const { delivered, background, layout } = preset
  const ground = await fitFrame(drawn, preset)
  const isSeeThrough = background === 'transparent' && (await hasClearCorners(drawn))
  const all = listWords(preset, fields)
  const language = findEastAsian(all.map(({ words }) => words).join(' '), locale)
  const words = lettered ? [] : all.map((each) => ({ ...each, language }))
  const made =
    words.length === 0
      ? sharp(ground)
      : layout === 'below'
        ? sharp(await setBelow(ground, delivered, words, isSeeThrough))
        : sharp(ground).composite(await setOver(ground, delivered, words))
  const whole = background === 'opaque' ? made.removeAlpha() : made
  const { data, info } = await markMadeByAI(whole.png({ compressionLevel: 6 })).toBuffer({
    resolveWithObject: true,
  })
  return {
    bytes: data,
    width: info.width,
    height: info.height,
    finish: {
      ...(all.length > 0 && { lettering: lettered ? ('drawn' as const) : ('set' as const) }),
      ...(background === 'transparent' && !isSeeThrough && { background: 'opaque' as const }),
    },
  }
}

/** As PNG of the very size; what is see-through stays so. */
async function fitFrame(drawn: Uint8Array, { delivered, background, fills }: Preset): Promise<Buffer> {
  const isOpaque = background === 'opaque'
  const clear = '#00000000'
  const upright = sharp(drawn).autoOrient()
  const { hasAlpha, width, height } = await upright.metadata()
  // Less than 3×3 pixels are not trimmed.
  const canBeCut = fills && hasAlpha && Math.min(width, height) > 2
  const cut = canBeCut ? upright.trim({ background: clear, threshold: 8 }) : upright
  const sized = cut
    .resize({ ...delivered, fit: isOpaque ? 'cover' : 'contain', background: clear })
    .toColourspace('srgb')
  const flat = isOpaque ? sized.flatten({ background: '#ffffff' }) : sized.ensureAlpha()
  return await flat.png({ compressionLevel: 1 }).toBuffer()
}

/** Whether all four corners can be seen through. */
async function hasClearCorners(picture: Uint8Array): Promise<boolean> {
  const { data, info } = await sharp(picture)
    .ensureAlpha()
    .extractChannel(3)
    .raw()
    .toBuffer({ resolveWithObject: true })
  const { width, height } = info
  const corners = [0, width - 1, (height - 1) * width, height * width - 1]
  return corners.every((at) => (data[at] ?? 255) < 16)
}
