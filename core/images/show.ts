/** Shows an ended generation whose call is gone, and notes how that went. */
import type { Log } from '#core/log.ts'
import type { Generation } from './generation.ts'
import type { Images } from './images.ts'

/** Shows an ended generation to whoever asked for it, when the call that asked is gone. Rejects when it cannot. */
export type Deliver = (generation: Generation) => Promise<void>

/** Rejects only when the store does not answer. What could not be shown is in the history. */
export type Show = (ended: Generation, deliver: Deliver) => Promise<void>

export function createShow({ images, log }: { images: Pick<Images, 'markDelivered'>; log: Log }): Show {
  return async (ended, deliver) => {
    const shown = await deliver(ended).then(
      () => true,
      (err) => {
        log.warn({ generation: ended.id, err }, 'A generation could not be shown by a message')
        return false
      },
    )
    if (ended.status === 'ready') await images.markDelivered(ended.id, shown ? 'message' : 'history')
  }
}
