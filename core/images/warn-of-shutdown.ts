/** Says in the operator's log when the vendor will take the image model away. */
import type { Log } from '#core/log.ts'
import { listModels, type Models } from './models.ts'

export async function warnOfShutdown({ log, ...models }: Models & { log: Log }): Promise<void> {
  await Promise.all(
    listModels(models).map(async (model) => {
      const date = await model.findShutdownDate?.()
      if (date === undefined) return
      log.warn(
        { model: model.id, date },
        'The vendor will shut this image model down: set OPENAI_IMAGE_MODEL',
      )
    }),
  )
}
