/**
 * Draws the pictures and icons of the web pages with the product itself, the same every time:
 * `node tests/draw-site-pictures.ts`. The first is what the placeholder model draws and marked as that; the others
 * are the drawings that show the presets' styles, with the presets' own lettering, and a QR code.
 */
import { writeFileSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import sharp, { type Sharp } from 'sharp'
import { finishPreset } from '#core/images/finishing/finish-preset.ts'
import { createPlaceholderModel } from '#core/images/placeholder/model.ts'
import { type PresetName, presets } from '#core/images/presets/presets.ts'
import { drawSample } from '#core/images/samples/draw-sample.ts'
import { renderIco } from '#core/utilities/favicon/ico.ts'
import { drawQr } from '#core/utilities/qr/draw.ts'

const folder = new URL('../web/drawn/', import.meta.url)
// As the program has it: its own fonts alone.
process.env.FONTCONFIG_FILE = fileURLToPath(new URL('../core/lettering/fonts.conf', import.meta.url))

const paper = '#f4f3f0'

const save = (name: string, bytes: Uint8Array): void => writeFileSync(new URL(name, folder), bytes)
const packSmall = (picture: Sharp) =>
  picture.webp({ quality: 80, effort: 6, smartSubsample: true }).toBuffer()

/** How a preset's style looks at a glance, as PNG. */
async function drawStyle(preset: PresetName, style: string, width: number, height = width): Promise<Buffer> {
  const sample = presets[preset].samples[style]
  if (!sample) throw new Error(`/${preset} has no style ${style}`)
  const drawing = drawSample(sample, { width, height }, 'a')
  return await sharp(Buffer.from(renderSvg(width, height, drawing)))
    .png()
    .toBuffer()
}

const renderSvg = (width: number, height: number, content: string): string =>
  `<svg xmlns="http://www.w3.org/2000/svg" width="${width}" height="${height}">${content}</svg>`

/** What the hero's message shows; the page tells the same prompt. */
async function drawHero(): Promise<void> {
  const { pictures } = await createPlaceholderModel().draw(
    {
      prompt: 'mountains like folded paper',
      size: { width: 1536, height: 1024 },
      ...{ quality: 'standard', count: 1, background: 'auto', sources: [], output: 'png' },
    },
    { signal: new AbortController().signal, onPartial: () => undefined, safetyIdentifier: 'none' },
  )
  const drawn = sharp(pictures[0])
  save('hero.webp', await packSmall(drawn.clone().resize(1200)))
  save('hero-small.webp', await packSmall(drawn.clone().resize(640)))
}

/** A social card with these words on it, in a style's own drawing. */
async function drawCard(style: string, fields: Record<string, string>) {
  const { width, height } = presets.og.size
  const ground = await drawStyle('og', style, width, height)
  return sharp((await finishPreset(ground, presets.og, fields, false)).bytes)
}

/** Several squares beside each other, in the shape of a card. */
async function drawRow(squares: readonly Buffer[], side: number, background = paper): Promise<Sharp> {
  const [width, height] = [600, 315]
  const gap = (width - side * squares.length) / (squares.length + 1)
  const layers = await Promise.all(
    squares.map(async (square, at) => ({
      input: await sharp(square).resize(side, side).png().toBuffer(),
      left: Math.round(gap + at * (side + gap)),
      top: Math.round((height - side) / 2),
    })),
  )
  return sharp(
    await sharp({ create: { width, height, channels: 3, background } })
      .composite(layers)
      .png()
      .toBuffer(),
  )
}

async function drawTools(): Promise<void> {
  const card = await drawCard('paper', { title: 'The autumn menu', subtitle: 'Open again from Friday' })
  save('og.webp', await packSmall(card.resize(600)))
  const logos = await Promise.all(['emblem', 'mascot'].map((style) => drawStyle('logo', style, 480)))
  save('logo.webp', await packSmall(await drawRow(logos, 230, '#ffffff')))
  const faces = await Promise.all(
    ['glossy', 'sticker', 'pixel'].map((style) => drawStyle('emoji', style, 320)),
  )
  save('emoji.webp', await packSmall(await drawRow(faces, 150)))
  const { files } = await drawQr({
    text: 'https://imgsrc.pub/',
    size: 512,
    color: '#3b2bd9',
    background: paper,
  })
  save(
    'qr.webp',
    await packSmall(
      await drawRow(
        files.map(({ bytes }) => Buffer.from(bytes)),
        260,
      ),
    ),
  )
}

/** What a link to the site shows in chats and networks, some of which know neither WebP nor AVIF. */
async function drawPreview(): Promise<void> {
  const card = await drawCard('gradient', {
    title: 'Pictures, where your team talks',
    subtitle: '/imagine in Discord and Slack',
  })
  save('preview.jpg', await card.jpeg({ quality: 82, mozjpeg: true }).toBuffer())
}

async function drawIcons(): Promise<void> {
  const icon = sharp(fileURLToPath(new URL('../icon.svg', folder)), { density: 1152 })
  const draw = (side: number) => icon.clone().resize(side).png({ compressionLevel: 9 })
  const sides = [16, 32, 48]
  save(
    'favicon.ico',
    renderIco(await Promise.all(sides.map(async (side) => ({ side, png: await draw(side).toBuffer() })))),
  )
  // A phone cuts the corners itself, and shows black where there is nothing.
  save('apple-touch-icon.png', await draw(180).flatten({ background: '#4b3fd1' }).toBuffer())
}

await drawHero()
await drawTools()
await drawPreview()
await drawIcons()
