/** What the vendor takes in an image request, as strictly as it is documented. */
import sharp from 'sharp'
import { createError, type Refusal } from './behaviour.ts'

/** A request the vendor would accept. */
export interface Order {
  prompt: string
  model: string
  count: number
  width: number
  height: number
  size: string
  quality: 'low' | 'medium' | 'high'
  background: 'transparent' | 'opaque'
  format: 'png' | 'jpeg' | 'webp'
  stream: boolean
  partials: number
  sources: number
}

export type Endpoint = 'generations' | 'edits'

const shared =
  'prompt model n size quality background output_format output_compression stream partial_images safety_identifier user'
const known = {
  generations: new Set([...shared.split(' '), 'moderation']),
  edits: new Set([...shared.split(' '), 'image', 'mask', 'input_fidelity']),
}
const standardSizes = ['auto', '1024x1024', '1536x1024', '1024x1536']

/** Reads a request's fields, or says how the vendor would refuse them. */
export async function readOrder(
  endpoint: Endpoint,
  fields: Record<string, unknown>,
  files: readonly Blob[],
  models: ReadonlySet<string>,
): Promise<Order | Refusal> {
  const { prompt, model, n = 1, size = 'auto', quality = 'auto', background = 'auto' } = fields
  const { output_format: format = 'png', stream = false, partial_images: partials = 0 } = fields
  const unknown = Object.keys(fields).find((field) => !known[endpoint].has(field))
  if (unknown) return refuse(unknown, 'unknown_parameter')
  if (typeof prompt !== 'string' || prompt === '') return refuse('prompt', 'missing_required_parameter')
  if (prompt.length > 32_000) return refuse('prompt', 'string_above_max_length')
  if (typeof model !== 'string') return refuse('model', 'missing_required_parameter')
  if (!models.has(model))
    return { status: 404, error: createError('invalid_request_error', 'model_not_found') }
  if (!isWhole(n, 1, 10)) return refuse('n')
  const [width, height] = typeof size === 'string' ? (findPixels(model, size) ?? []) : []
  if (!width || !height) return refuse('size')
  if (!isOneOf(quality, ['low', 'medium', 'high', 'auto'])) return refuse('quality')
  if (!isOneOf(background, ['transparent', 'opaque', 'auto'])) return refuse('background')
  if (!isOneOf(format, ['png', 'jpeg', 'webp'])) return refuse('output_format')
  if (background === 'transparent' && format === 'jpeg') return refuse('background')
  // In preview: without access to that, it is refused.
  if (background === 'transparent' && /^gpt-image-2(-\d|$)/.test(model)) return refuse('background')
  if ('output_compression' in fields && format === 'png') return refuse('output_compression')
  if (typeof stream !== 'boolean') return refuse('stream', 'invalid_type')
  if (!isWhole(partials, 0, 3) || ('partial_images' in fields && !stream)) return refuse('partial_images')
  if (!isOneOf(fields.moderation ?? 'auto', ['auto', 'low'])) return refuse('moderation')
  const { safety_identifier: person = '' } = fields
  if (typeof person !== 'string' || person.length > 64 || person.includes('@'))
    return refuse('safety_identifier')
  if ('input_fidelity' in fields && !isOneOf(fields.input_fidelity, listFidelities(model)))
    return refuse('input_fidelity')
  if (endpoint === 'edits') {
    if (files.length === 0 || files.length > 16) return refuse('image')
    for (const file of files) if (!(await decodes(file))) return refuse('image', 'invalid_image_file')
  }
  return {
    prompt,
    model,
    count: n,
    width,
    height,
    size: `${width}x${height}`,
    quality: quality === 'auto' ? 'high' : quality,
    background: background === 'auto' ? 'opaque' : background,
    format,
    stream,
    partials,
    sources: files.length,
  }
}

/** As the API reference says of the parameter; models that it does not name take none. */
function listFidelities(model: string): string[] {
  if (/^gpt-image-1(\.5)?$/.test(model)) return ['low', 'high']
  return model === 'gpt-image-1-mini' ? ['low'] : []
}

/** The pixels of a size the model takes. gpt-image-2's limits are those of its guide. */
function findPixels(model: string, size: string): [number, number] | undefined {
  if (size === 'auto') return [1024, 1024]
  const [, width, height] = /^(\d+)x(\d+)$/.exec(size)?.map(Number) ?? []
  if (!width || !height) return undefined
  if (standardSizes.includes(size)) return [width, height]
  if (!/^gpt-image-2(-\d|$|\.5)/.test(model)) return undefined
  const [short, long] = width < height ? [width, height] : [height, width]
  const pixels = width * height
  const legal =
    width % 16 === 0 &&
    height % 16 === 0 &&
    long <= 3840 &&
    long <= 3 * short &&
    pixels >= 655_360 &&
    pixels <= 8_294_400
  return legal ? [width, height] : undefined
}

async function decodes(file: Blob): Promise<boolean> {
  if (file.size >= 50_000_000) return false
  try {
    const picture = sharp(await file.arrayBuffer(), { failOn: 'error' })
    const { format } = await picture.metadata()
    await picture.resize(1, 1).toBuffer()
    return isOneOf(format, ['png', 'jpeg', 'webp']) && file.type === `image/${format}`
  } catch {
    return false
  }
}

function refuse(param: string, code = 'invalid_value'): Refusal {
  return { status: 400, error: createError('invalid_request_error', code, param) }
}

function isOneOf<Choice extends string>(value: unknown, choices: readonly Choice[]): value is Choice {
  return choices.includes(value as Choice)
}

function isWhole(value: unknown, least: number, most: number): value is number {
  return Number.isInteger(value) && (value as number) >= least && (value as number) <= most
}
