/** Shows an ended generation whose call is gone, and notes how that went. */
import { hasCode } from '#core/errors.ts'
import { type Log, logFailure } from '#core/log.ts'
import type { Generation } from './generation.ts'
import type { Images } from './images.ts'

/**
 * Shows an ended generation to whoever asked for it, when the call that asked is gone. Rejects when it cannot, with
 * `stopping` when another process is to show it.
 */
export type Deliver = (generation: Generation) => Promise<void>

/** Rejects only when the store does not answer. What could not be shown is in the history. */
export type Show = (ended: Generation, deliver: Deliver) => Promise<void>

export function createShow({ images, log }: { images: Pick<Images, 'markDelivered'>; log: Log }): Show {
  return async (ended, deliver) => {
    const shown = await deliver(ended).then(
      () => 'message' as const,
      (err) => {
        logFailure(log, err, { generation: ended.id }, 'A generation could not be shown by a message')
        return hasCode(err, 'stopping') ? undefined : ('history' as const)
      },
    )
    if (ended.status === 'ready' && shown) await images.markDelivered(ended.id, shown)
  }
}
