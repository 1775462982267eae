/** Shows ended generations whose call is gone, and notes what people have seen. */
import type { Clock } from '#core/clock.ts'
import { hasCode } from '#core/errors.ts'
import type { Delivery, Settled } from '#core/images/generation.ts'
import type { GenerationStore } from '#core/images/generation-store.ts'
import { type Log, logFailure } from '#core/log.ts'
import type { Outbound } from '#core/outbound.ts'
import type { Copying } from './copying.ts'
import type { Tasks } from './tasks.ts'

export interface Deliveries {
  /** By a message of the bot's own; what could not be shown is in the history. Rejects only when the store does not answer. */
  show(ended: Settled): Promise<void>
  /**
   * The person has seen it (or will find it in history): it ends as delivered. Rejects with `store-unavailable`, and
   * then it is noted later.
   */
  markDelivered(id: string, delivery: Delivery): Promise<void>
  /** Notes the deliveries that the store would not take before. */
  noteShown(): Promise<void>
}

export function createDeliveries(ports: {
  generations: Pick<GenerationStore, 'change'>
  tasks: Pick<Tasks, 'close'>
  outbound: Pick<Outbound<Settled>, 'deliver'>
  copyLater: Copying['copyLater']
  clock: Clock
  log: Log
}): Deliveries {
  const { generations, tasks, outbound, copyLater, clock, log } = ports
  // Shown to somebody, and not yet noted.
  const shown = new Map<string, Delivery>()

  async function markDelivered(id: string, delivery: Delivery): Promise<void> {
    shown.set(id, delivery)
    await noteShown()
  }

  async function noteShown(): Promise<void> {
    for (const [id, delivery] of shown) {
      const delivered = await generations.change(
        id,
        { status: ['ready'] },
        { status: 'delivered', delivery, endedAt: clock.now() },
      )
      shown.delete(id)
      tasks.close(id)
      if (delivered) copyLater(delivered)
    }
  }

  return {
    async show(ended) {
      const delivery = await outbound.deliver(ended).then(
        () => 'message' as const,
        (err) => {
          logFailure(log, err, { generation: ended.id }, 'A generation could not be shown by a message')
          return hasCode(err, 'stopping') ? undefined : ('history' as const)
        },
      )
      if (ended.status === 'ready' && delivery) await markDelivered(ended.id, delivery)
    },
    markDelivered,
    noteShown,
  }
}
