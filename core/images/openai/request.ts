/** One request for pictures to OpenAI and the reading of its answer; asks once, and never again by itself. */
import type OpenAI from 'openai'
import { CoreError } from '#core/errors.ts'
import type { Drawing, DrawOptions, DrawRequest } from '#core/images/image-model.ts'
import { findAbilities } from '#core/images/known-models.ts'
import { findPictureMime } from '#core/images/picture-mime.ts'
import { readDrawing } from './answer.ts'

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
  wanted: DrawRequest,
  options: DrawOptions,
): Promise<Drawing> {
  const body = {
    model,
    prompt: wanted.prompt.toWellFormed(),
    n: wanted.count,
    size: `${wanted.size.width}x${wanted.size.height}`,
    quality: qualities[wanted.quality],
    background: wanted.background,
    output_format: wanted.output,
    safety_identifier: options.safetyIdentifier,
  } as const
  const { signal, onPartial } = options
  const image = wanted.sources.map(toFile)
  const { streams } = findAbilities(model)
  const partial_images = streams && wanted.count === 1 ? partials[wanted.quality] : 0
  const asked = { ...body, ...(partial_images > 0 && { stream: true as const, partial_images }) }
  const request =
    image.length > 0
      ? client.images.edit({ ...asked, ...pickFidelity(model, wanted), image }, { signal })
      : client.images.generate({ ...asked, moderation: 'auto' }, { signal })
  const reading = { count: wanted.count, ...(onPartial && { onPartial }) }
  return await readDrawing(await request.asResponse(), reading)
}

/** Models that cannot be asked for it refuse the parameter. */
function pickFidelity(model: string, { inputFidelity }: DrawRequest) {
  if (!inputFidelity || !findAbilities(model).inputFidelities.includes(inputFidelity)) return {}
  return { input_fidelity: inputFidelity }
}

function toFile(bytes: Uint8Array<ArrayBuffer>, at: number): File {
  const type = findPictureMime(bytes)
  if (!type) throw new CoreError('picture-unreadable', {})
  return new File([bytes], `source-${at + 1}.${type.slice('image/'.length)}`, { type })
}
