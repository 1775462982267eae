/** Ordering, where an order that the balance does not cover is kept until the credits come. */
import { CoreError, hasCode } from '#core/errors.ts'
import type { Images } from '#core/images/images.ts'
import { type Log, logFailure } from '#core/log.ts'
import type { HeldOrders } from './held-orders.ts'

/** As `order`; but `insufficient-credits` says until when the order is held. */
export function createHoldingOrder(ports: {
  images: Pick<Images, 'order'>
  heldOrders: Pick<HeldOrders, 'hold'>
  log: Log
}): Images['order'] {
  const { images, heldOrders, log } = ports

  return async (order) => {
    try {
      return await images.order(order)
    } catch (error) {
      if (!hasCode(error, 'insufficient-credits')) throw error
      const heldUntil = await heldOrders.hold(order, error.data.price).catch((err) => {
        logFailure(log, err, { account: order.account }, 'An order could not be held')
      })
      const data = { ...error.data, ...(heldUntil !== undefined && { heldUntil }) }
      throw new CoreError('insufficient-credits', data, { cause: error })
    }
  }
}
