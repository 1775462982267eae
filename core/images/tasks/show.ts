/** Shows an ended generation whose call is gone, and notes how that went. */
import { hasCode } from '#core/errors.ts'
import type { Generation } from '#core/images/generation.ts'
import type { Images } from '#core/images/images.ts'
import { type Log, logFailure } from '#core/log.ts'
import type { Outbound } from '#core/outbound.ts'

/** Rejects only when the store does not answer. What could not be shown is in the history. */
export type Show = (ended: Generation) => Promise<void>

export function createShow(ports: {
  images: Pick<Images, 'markDelivered'>
  outbound: Pick<Outbound<Generation>, 'deliver'>
  log: Log
}): Show {
  const { images, outbound, log } = ports
  return async (ended) => {
    const shown = await outbound.deliver(ended).then(
      () => 'message' as const,
      (err) => {
        logFailure(log, err, { generation: ended.id }, 'A generation could not be shown by a message')
        return hasCode(err, 'stopping') ? undefined : ('history' as const)
      },
    )
    if (ended.status === 'ready' && shown) await images.markDelivered(ended.id, shown)
  }
}
