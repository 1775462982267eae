/** An image model that draws the smallest picture, at once or when it is let. */
import { CoreError } from '#core/errors.ts'
import type { ImageModel } from '#core/images/image-model.ts'

export interface ScriptedModel extends ImageModel {
  /** Every prompt it was given. */
  prompts: string[]
  /** From now on drawings wait. */
  hold(): void
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
  let gate: PromiseWithResolvers<void> | undefined

  return {
    id: 'scripted',
    prompts,
    async draw({ prompt, count }, { onPartial }) {
      prompts.push(prompt)
      onPartial?.(pixel)
      await gate?.promise
      if (prompt === 'blocked') throw new CoreError('moderation-blocked', { stage: 'input', categories: [] })
      return { pictures: Array.from({ length: count }, () => pixel) }
    },
    hold() {
      gate = Promise.withResolvers()
    },
    release() {
      gate?.resolve()
      gate = undefined
    },
    abandon() {
      gate = undefined
    },
  }
}
