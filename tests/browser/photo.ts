/** A picture worth looking at. */
import { createPlaceholderModel } from '#core/images/placeholder/model.ts'

/** One of the placeholder's, as PNG. */
export async function createPhoto(): Promise<Uint8Array<ArrayBuffer>> {
  const spec = {
    prompt: 'a lighthouse at dusk',
    width: 512,
    height: 512,
    quality: 'draft',
    count: 1,
  } as const
  const drawn = await createPlaceholderModel().draw(
    { ...spec, background: 'auto', sources: [] },
    {
      signal: new AbortController().signal,
      onPartial: () => undefined,
      safetyIdentifier: 'none',
      sources: [],
    },
  )
  const [picture] = drawn.pictures
  if (!picture) throw new Error('Nothing was drawn')
  return picture
}
