/** Sets a name under a mark: on a see-through ground in the mark's own darkest colour with a light rim, else upon what is drawn. */
import sharp, { type OverlayOptions } from 'sharp'
import type { SetWords } from '#core/images/presets/preset.ts'
import type { Size } from '#core/images/sizes.ts'
import { fitWords } from '#core/lettering/fit-words.ts'
import type { TextPicture } from '#core/lettering/text.ts'
import { chooseInk, findLuminance } from './contrast.ts'

/** Shares of a side. */
const widest = 0.88
const markHeight = 0.66
const nameHeight = 0.2
const margin = 0.05
const rim = 0.004

/** Relative luminance up to which a colour stands out from a white rim by 4.5. */
const darkest = 0.18
const black = '#101318'

/** `drawn` is a PNG of that size; answers with another one. */
export async function setBelow(
  drawn: Buffer,
  size: Size,
  words: readonly SetWords[],
  isSeeThrough: boolean,
): Promise<Buffer> {
  const [first] = words
  if (!first) return drawn
  const text = { ...first, words: words.map((each) => each.words).join(' ') }
  return await (isSeeThrough ? setUnderMark(drawn, size, text) : setUpon(drawn, size, text))
}

const fitName = ({ words, size: _, ...language }: SetWords, { width, height }: Size, color: string) => {
  const pixels = (share: number) => Math.round(height * share)
  const box = { width: Math.round(width * widest), height: pixels(nameHeight) }
  return fitWords(
    words,
    { ...box, largest: pixels(0.16), smallest: pixels(0.03) },
    { weight: 'bold', color, align: 'centre', ...language },
  )
}

async function setUnderMark(drawn: Buffer, size: Size, text: SetWords): Promise<Buffer> {
  const { width, height } = size
  const name = await fitName(text, size, await findDarkColor(drawn))
  if (!name) return drawn
  const mark = await sharp(drawn)
    .trim({ background: '#00000000', threshold: 8 })
    .resize(Math.round(width * widest), Math.round(height * markHeight), { fit: 'inside' })
    .png({ compressionLevel: 1 })
    .toBuffer({ resolveWithObject: true })
  const edge = Math.round(height * margin)
  const whole = mark.info.height + edge + name.height
  const top = Math.round((height - whole) / 2)
  const center = (wide: number) => Math.round((width - wide) / 2)
  const layers = [
    { input: mark.data, left: center(mark.info.width), top },
    ...(await renderRimmed(name, { left: center(name.width), top: top + mark.info.height + edge }, height)),
  ]
  const create = { width, height, channels: 4 as const, background: '#00000000' }
  return await sharp({ create }).composite(layers).png({ compressionLevel: 1 }).toBuffer()
}

/** Readable on any ground, dark ones among them. */
async function renderRimmed(
  { input, width, height }: TextPicture,
  at: { left: number; top: number },
  edge: number,
): Promise<OverlayOptions[]> {
  const pad = Math.min(Math.ceil(edge * rim * 2.5), at.left, at.top)
  const wide = { width: width + 2 * pad, height: height + 2 * pad }
  // Two steps, since a channel is taken out after all else.
  const shape = await sharp(input)
    .ensureAlpha()
    .extend({ top: pad, bottom: pad, left: pad, right: pad, background: '#00000000' })
    .extractChannel(3)
    .raw()
    .toBuffer()
  const alpha = await sharp(shape, { raw: { ...wide, channels: 1 } })
    .blur(Math.max(0.5, edge * rim))
    .linear(6, 0)
    .toColourspace('b-w')
    .raw()
    .toBuffer()
  const white = sharp({ create: { ...wide, channels: 3, background: '#ffffff' } })
  const glow = await white
    .joinChannel(alpha, { raw: { ...wide, channels: 1 } })
    .png({ compressionLevel: 1 })
    .toBuffer()
  return [
    { input: glow, left: at.left - pad, top: at.top - pad },
    { input, ...at },
  ]
}

async function setUpon(drawn: Buffer, size: Size, text: SetWords): Promise<Buffer> {
  const { width, height } = size
  const draft = await fitName(text, size, black)
  if (!draft) return drawn
  const top = height - Math.round(height * margin) - draft.height
  const strip = Math.round(height * margin * 0.5)
  const region = { left: 0, top: top - strip, width, height: height - top + strip }
  const { color, veil } = await chooseInk(sharp(drawn).extract(region))
  const name = (await fitName(text, size, color)) ?? draft
  const { color: background, opacity } = veil
  const channels = 4 as const
  const cover = await sharp({ create: { width, height: region.height, channels, background } })
    .ensureAlpha(opacity)
    .png({ compressionLevel: 1 })
    .toBuffer()
  const layers = [
    ...(opacity > 0 ? [{ input: cover, left: 0, top: region.top }] : []),
    { input: name.input, left: Math.round((width - name.width) / 2), top },
  ]
  return await sharp(drawn).composite(layers).png({ compressionLevel: 1 }).toBuffer()
}

/** The mean of what is dark enough, where that is a twentieth of the mark; else black. */
async function findDarkColor(drawn: Buffer): Promise<string> {
  const data = await sharp(drawn)
    .resize(64, 64, { fit: 'fill' })
    .toColourspace('srgb')
    .ensureAlpha()
    .raw()
    .toBuffer()
  const sum = [0, 0, 0]
  let [opaque, dark] = [0, 0]
  for (let at = 0; at + 3 < data.length; at += 4) {
    if ((data[at + 3] ?? 0) < 200) continue
    opaque++
    const color = data.subarray(at, at + 3)
    if (findLuminance(color) > darkest) continue
    dark++
    for (const [channel, value] of color.entries()) sum[channel] = (sum[channel] ?? 0) + value
  }
  if (dark === 0 || dark < opaque / 20) return black
  return `#${sum
    .map((each) =>
      Math.round(each / dark)
        .toString(16)
        .padStart(2, '0'),
    )
    .join('')}`
}
