/** A picture worth looking at. */
import { createPlaceholderModel } from '#core/images/placeholder/model.ts'

/** One of the placeholder's, as PNG. */
export async function createPhoto(): Promise<Uint8Array<ArrayBuffer>> {
  const drawn = await createPlaceholderModel().draw(
    {
      prompt: 'a lighthouse at dusk',
      size: { width: 512, height: 512 },
      ...{ quality: 'draft', count: 1, background: 'auto', sources: [], output: 'png' },
    },
    { signal: new AbortController().signal, onPartial: () => undefined, safetyIdentifier: 'none' },
  )
  const [picture] = drawn.pictures
  if (!picture) throw new Error('Nothing was drawn')
  return picture
}
