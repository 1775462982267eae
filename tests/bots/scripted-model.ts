/** An image model that draws the smallest picture, at once or when it is let. */
import { CoreError } from '#core/errors.ts'
import type { ImageModel } from '#core/images/image-model.ts'

export interface ScriptedModel extends ImageModel {
  /** Every prompt it was given. */
  prompts: string[]
  /** What each was drawn from. */
  sources: (readonly Uint8Array[])[]
  /** From now on drawings wait, after showing this many unfinished pictures. */
  hold(partials?: number): void
  /** Lets all go on. */
  release(): void
  /** Those that wait now wait for ever, as in a process that was killed. */
  abandon(): void
}

/** One transparent pixel, as PNG. */
export const pixel: Uint8Array<ArrayBuffer> = Uint8Array.from(
  Buffer.from(
    'iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNkYPhfDwAChwGA60e6kgAAAABJRU5ErkJggg==',
    'base64',
  ),
)

/** What follows the end of a PNG is not seen, and tells one from another. */
export const numberPixel = (index: number): Uint8Array<ArrayBuffer> =>
  index === 0 ? pixel : Uint8Array.from([...pixel, index])

/** The prompt `blocked` is refused once it may go on. */
export function createScriptedModel(): ScriptedModel {
  const prompts: string[] = []
  const sources: ScriptedModel['sources'] = []
  let gate: { opened: Promise<void>; open: () => void; partials: number } | undefined

  return {
    id: 'scripted',
    prompts,
    sources,
    async draw({ prompt, count, sources: given }, { onPartial }) {
      prompts.push(prompt)
      sources.push(given.map((each) => Uint8Array.from(each)))
      for (let shown = 0; shown < (gate?.partials ?? 0); shown++) onPartial?.(pixel)
      await gate?.opened
      if (prompt === 'blocked') throw new CoreError('moderation-blocked', { stage: 'input', categories: [] })
      return { pictures: Array.from({ length: count }, (_, index) => numberPixel(index)) }
    },
    hold(partials = 0) {
      const { promise, resolve } = Promise.withResolvers<void>()
      gate = { opened: promise, open: resolve, partials }
    },
    release() {
      gate?.open()
      gate = undefined
    },
    abandon() {
      gate = undefined
    },
  }
}
