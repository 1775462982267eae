/** One request for pictures to OpenAI and the reading of its answer; asks once, and never again by itself. */
import type OpenAI from 'openai'
import { CoreError } from '#core/errors.ts'
import type { ImageSpec, Usage } from './generation.ts'
import type { Drawing, DrawOptions } from './image-model.ts'
import { createPictureIntake, type PictureIntake } from './openai-pictures.ts'

const qualities = { draft: 'low', standard: 'medium', premium: 'high' } as const
const partials = { draft: 0, standard: 1, premium: 2 } as const

/**
 * Draws through the edit endpoint when there are sources, else through generations. One picture that shows
 * partial ones is streamed, and is bought only by its `completed` event; several are not, since the stream's
 * events do not say which picture they belong to. Rejects with what the SDK throws, or a `CoreError`.
 */
export async function requestPictures(
  client: OpenAI,
  model: string,
  spec: ImageSpec,
  options: DrawOptions,
): Promise<Drawing> {
  const body = {
    model,
    prompt: spec.prompt.toWellFormed(),
    n: spec.count,
    size: `${spec.width}x${spec.height}`,
    quality: qualities[spec.quality],
    background: spec.background,
    output_format: 'png',
    safety_identifier: options.safetyIdentifier,
  } as const
  const { signal } = options
  const intake = createPictureIntake()
  const { images } = client.withOptions({ fetch: intake.fetch })
  const image = options.sources.map(toFile)
  const partial_images = spec.count === 1 ? partials[spec.quality] : 0
  if (partial_images === 0) {
    const answer =
      image.length > 0
        ? await images.edit({ ...body, image }, { signal })
        : await images.generate({ ...body, moderation: 'auto' }, { signal })
    return readAnswer(answer, spec.count, intake)
  }
  const streaming = { ...body, stream: true, partial_images } as const
  const events =
    image.length > 0
      ? await images.edit({ ...streaming, image }, { signal })
      : await images.generate({ ...streaming, moderation: 'auto' }, { signal })
  for await (const event of events) {
    if (event.type.endsWith('.partial_image')) {
      const partial = intake.take(event.b64_json)
      if (partial && findMime(partial)) options.onPartial?.(partial)
    }
    if (event.type.endsWith('.completed')) {
      const { usage } = event as OpenAI.Images.ImageGenCompletedEvent
      return { pictures: [readPicture(event.b64_json, intake)], ...readUsage(usage) }
    }
  }
  signal.throwIfAborted()
  const cause = new Error('The stream ended before its picture was complete.')
  throw new CoreError('vendor-down', {}, { cause })
}

/** All or nothing: fewer pictures than were asked for are a failure. */
function readAnswer(answer: OpenAI.Images.ImagesResponse, count: number, intake: PictureIntake): Drawing {
  const images = answer?.data ?? []
  if (images.length !== count) {
    const cause = new Error(`The vendor answered with ${images.length} pictures of ${count}.`)
    throw new CoreError('vendor-down', {}, { cause })
  }
  const pictures = images.map((image) => readPicture(image.b64_json, intake))
  return { pictures, ...readUsage(answer.usage) }
}

function readUsage(usage: OpenAI.Images.ImagesResponse.Usage | undefined): { usage?: Usage } {
  if (!usage) return {}
  return { usage: { inputTokens: usage.input_tokens, outputTokens: usage.output_tokens } }
}

function readPicture(name: string | undefined, intake: PictureIntake): Uint8Array<ArrayBuffer> {
  const picture = intake.take(name)
  if (!picture || !findMime(picture)) throw new CoreError('picture-unreadable', {})
  return picture
}

/** Told by their first bytes; the vendor takes WebP as well (developers.openai.com, image edits). */
function findMime(bytes: Uint8Array): string | undefined {
  const start = Buffer.from(bytes.buffer, bytes.byteOffset, Math.min(bytes.byteLength, 12)).toString('latin1')
  if (start.startsWith('\x89PNG\r\n\x1a\n')) return 'image/png'
  if (start.startsWith('\xff\xd8\xff')) return 'image/jpeg'
  return start.startsWith('RIFF') && start.endsWith('WEBP') ? 'image/webp' : undefined
}

function toFile(bytes: Uint8Array<ArrayBuffer>, at: number): File {
  const type = findMime(bytes)
  if (!type) throw new CoreError('picture-unreadable', {})
  return new File([bytes], `source-${at + 1}.${type.slice('image/'.length)}`, { type })
}
