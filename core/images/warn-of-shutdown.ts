/** Says in the operator's log when the vendor will take the image model away. */
import type { Log } from '#core/log.ts'
import type { ImageModel } from './image-model.ts'

export async function warnOfShutdown({ model, log }: { model: ImageModel; log: Log }): Promise<void> {
  const date = await model.findShutdownDate?.()
  if (date !== undefined) {
    log.warn({ model: model.id, date }, 'The vendor will shut this image model down: set OPENAI_IMAGE_MODEL')
  }
}
