/** The image model of an installation without one: draws a marked placeholder from the words of the prompt. */
import type { ImageModel } from '#core/images/image-model.ts'

/**
 * The same request gives the same pictures on the same machine. A standard picture shows one small preview, a
 * premium one two. Rejects with `picture-unreadable` when the first source is no picture; the others are not
 * looked at. An abort rejects with the signal's reason.
 */
export function createPlaceholderModel(): ImageModel {
  return {
    id: 'placeholder',
    async draw(request, options) {
      options.signal.throwIfAborted()
      // Loaded by the first drawing: sharp's native part would be felt at every start.
      const { drawPlaceholder } = await import('./picture.ts')
      const pictures: Uint8Array<ArrayBuffer>[] = []
      for (let number = 1; number <= request.count; number++) {
        options.signal.throwIfAborted()
        const onPartial = number === 1 ? options.onPartial : undefined
        pictures.push(await drawPlaceholder(request, number, onPartial))
      }
      options.signal.throwIfAborted()
      return { pictures }
    },
  }
}
