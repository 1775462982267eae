/** Making pictures: ask, follow, cancel. */

import type { Origin } from '#core/chat.ts'
import { CoreError } from '#core/errors.ts'
import type { Generation } from './generation.ts'
import { findAttempt } from './ordering/attempts.ts'
import type { HeldOrders } from './ordering/held-orders.ts'
import { nameHeldCall } from './ordering/held-record.ts'
import type { ImageOrder } from './ordering/order.ts'
import { type OrderPorts, placeOrder } from './ordering/place-order.ts'
import type { Deliveries } from './tasks/deliveries.ts'
import type { Job } from './tasks/task.ts'
import type { Worker } from './tasks/worker.ts'

export type { Job, Progress } from './tasks/task.ts'

export interface Images extends Pick<Deliveries, 'markDelivered'> {
  /** As `placeOrder`; an order that the balance does not cover is held, and the refusal says until when. */
  order(order: ImageOrder): Promise<Job>
  /**
   * Places what a team's cap keeps back at its owner's own cost, once; it is answered and shown as of that place. Rejects as
   * `order` does, and with `press-refused` where the account has nothing of that name kept (any more).
   */
  orderOwn(account: string, id: string, origin: Origin): Promise<Job>
  /** Cancels a waiting one; its credits are back when this resolves. Rejects with `not-found` or `not-cancellable`. */
  cancel(account: string, id: string): Promise<Generation>
  /** The account's own that wait and can be cancelled, newest first. */
  listWaiting(account: string): Promise<Generation[]>
  /** Cancels the account's newest waiting one; rejects with `nothing-waits`. */
  cancelNewest(account: string): Promise<Generation>
}

export function createImages(
  ports: OrderPorts & {
    worker: Pick<Worker, 'cancel'>
    heldOrders: Pick<HeldOrders, 'placeOrHold' | 'findKept' | 'drop'>
    deliveries: Pick<Deliveries, 'markDelivered'>
  },
): Images {
  const { generations, worker, heldOrders, deliveries } = ports

  async function listWaiting(account: string): Promise<Generation[]> {
    const unfinished = await generations.listUnfinished(account)
    return unfinished.filter(({ status }) => status === 'recorded').reverse()
  }

  const order = (wanted: ImageOrder) => heldOrders.placeOrHold(wanted, (order) => placeOrder(ports, order))

  return {
    order,
    async orderOwn(account, id, origin) {
      const { call, known } = await findAttempt(generations, nameHeldCall(id))
      if (known?.owner === account) return worker.tasks.follow(known)
      const held = await heldOrders.findKept(account, id)
      if (!held) throw new CoreError('press-refused', {})
      const job = await order({ ...held.order, call, origin })
      await heldOrders.drop(held)
      return job
    },
    async cancel(account, id) {
      const found = await generations.find({ id })
      if (found?.owner !== account) throw new CoreError('not-found', { id })
      const cancelled = await worker.cancel(found)
      if (!cancelled) throw new CoreError('not-cancellable', { id })
      return cancelled
    },
    listWaiting,
    async cancelNewest(account) {
      for (const generation of await listWaiting(account)) {
        const cancelled = await worker.cancel(generation)
        if (cancelled) return cancelled
      }
      throw new CoreError('nothing-waits', {})
    },
    markDelivered: deliveries.markDelivered,
  }
}
