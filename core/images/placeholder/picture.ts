/** One placeholder: a landscape or the source to be edited, under words that say what a model would be asked. */
import { createHash } from 'node:crypto'
import sharp, { type OverlayOptions } from 'sharp'
import { CoreError } from '#core/errors.ts'
import type { DrawRequest } from '#core/images/image-model.ts'
import { renderQuotation, renderText } from '#core/lettering/text.ts'
import { renderMask, renderScene, renderTint, type Scene } from './scene.ts'

type Bytes = Uint8Array<ArrayBuffer>

/** Pixels of a preview's longer side. */
const previewEdge = 256
/** How blurred each preview is, in pixels. */
const previews = { draft: [], standard: [6], premium: [12, 4] } as const

/** Answers with a PNG. `number` counts the request's pictures from 1; each looks different. */
export async function drawPlaceholder(
  { sources, ...wanted }: DrawRequest,
  number: number,
  onPartial?: (picture: Bytes) => void,
): Promise<Bytes> {
  const { size, background } = wanted
  const seed = createHash('sha256')
    .update(JSON.stringify([wanted, number]))
    .digest()
  const scene: Scene = { ...size, seed, round: background === 'transparent' }
  const [source] = sources
  const ground = source ? await drawSource(source, scene) : Buffer.from(renderScene(scene))
  if (onPartial) {
    for (const blur of previews[wanted.quality]) {
      const small = sharp(ground).resize(previewEdge, previewEdge, { fit: 'inside' }).blur(blur)
      onPartial(await small.png().toBuffer())
    }
  }
  const picture = sharp(ground).composite(await renderWords(wanted, number))
  const flat = scene.round ? picture : picture.removeAlpha()
  return flat.png({ compressionLevel: 6 }).toBuffer()
}

async function drawSource(source: Bytes, scene: Scene): Promise<Buffer> {
  const { width, height } = scene
  const covered = sharp(source)
    .autoOrient()
    .resize(width, height, { fit: 'cover' })
    .toColourspace('srgb')
    .ensureAlpha()
    .blur(1 + Math.min(width, height) / 200)
  const layers: OverlayOptions[] = [
    { input: Buffer.from(renderTint(scene)) },
    { input: Buffer.from(renderMask(scene)), blend: 'dest-in' },
  ]
  try {
    return await covered.composite(layers).png({ compressionLevel: 1 }).toBuffer()
  } catch (cause) {
    throw new CoreError('picture-unreadable', {}, { cause })
  }
}

/** The mark at the top; the prompt and the options on a dark panel at the bottom. */
async function renderWords(wanted: Omit<DrawRequest, 'sources'>, number: number): Promise<OverlayOptions[]> {
  const { quality, background, count, wordless } = wanted
  const { width, height } = wanted.size
  const edge = Math.min(width, height)
  const margin = Math.round(edge * 0.04)
  const gap = Math.round(edge * 0.03)
  const inner = width - 2 * margin - 2 * gap
  const facts = [`${width}×${height}`, quality, `${background} background`]
  if (count > 1) facts.push(`picture ${number} of ${count}`)
  const size = (share: number) => Math.max(8, Math.round(edge * share))
  const mark = await renderText('PLACEHOLDER', {
    weight: 'bold',
    size: Math.min(size(0.075), Math.floor(inner / 10)),
    width: inner,
    color: '#ffffff',
  })
  const marked = [
    renderPanel(margin, margin, mark.width + 2 * gap, mark.height + 2 * gap),
    { input: mark.input, left: margin + gap, top: margin + gap },
  ]
  if (wordless) return marked
  const options = await renderText(facts.join(' · '), {
    weight: 'regular',
    size: size(0.028),
    width: inner,
    color: '#d8dee9',
  })
  const room = Math.round(height * 0.36)
  const style = { weight: 'regular', size: size(0.045), width: inner, color: '#ffffff' } as const
  const prompt = await renderQuotation(wanted.prompt, style, room)
  const shown = Math.min(prompt.height, room)
  const panelHeight = shown + options.height + 3 * gap
  const top = height - margin - panelHeight
  const left = margin + gap
  const cropped = await sharp(prompt.input)
    .extract({ left: 0, top: 0, width: Math.min(prompt.width, inner), height: shown })
    .toBuffer()
  return [
    ...marked,
    renderPanel(margin, top, width - 2 * margin, panelHeight),
    { input: cropped, left, top: top + gap },
    { input: options.input, left, top: top + shown + 2 * gap },
  ]
}

function renderPanel(left: number, top: number, width: number, height: number): OverlayOptions {
  const svg = `<svg xmlns="http://www.w3.org/2000/svg" width="${width}" height="${height}">
    <rect width="${width}" height="${height}" rx="${Math.min(16, height / 4)}" fill="#10131a" fill-opacity="0.8"/></svg>`
  return { input: Buffer.from(svg), left, top }
}
