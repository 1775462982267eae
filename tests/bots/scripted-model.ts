/** An image model that draws the smallest picture, at once or when it is let. */
import { CoreError } from '#core/errors.ts'
import type { ImageModel } from '#core/images/image-model.ts'

export interface ScriptedModel extends ImageModel {
  /** Every prompt it was given. */
  prompts: string[]
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

/** The prompt `blocked` is refused once it may go on. */
export function createScriptedModel(): ScriptedModel {
  const prompts: string[] = []
  let gate: { opened: Promise<void>; open: () => void; partials: number } | undefined

  return {
    id: 'scripted',
    prompts,
    async draw({ prompt, count }, { onPartial }) {
      prompts.push(prompt)
      for (let shown = 0; shown < (gate?.partials ?? 0); shown++) onPartial?.(pixel)
      await gate?.opened
      if (prompt === 'blocked') throw new CoreError('moderation-blocked', { stage: 'input', categories: [] })
      return { pictures: Array.from({ length: count }, () => pixel) }
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
