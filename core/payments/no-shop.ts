/** Sells nothing: credits come by an operator's grant alone. */
import { CoreError } from '#core/errors.ts'
import type { Payments } from './payments.ts'

/** `provider` as it was, where a shop is only not asked. */
export function createNoShop(provider = 'none'): Payments {
  return {
    provider,
    createCheckout: async () => Promise.reject(new CoreError('vendor-refused', {})),
    async *listOrders() {},
    findOrder: async () => undefined,
    readWebhook: () => ({ kind: 'forged' }),
  }
}
