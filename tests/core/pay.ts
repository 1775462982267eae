/** Pays at the test checkout, as its page does. */
import type { Core } from '#core/index.ts'

type Shop = Pick<Core, 'testCheckout'>

/** The webhook by which the checkout at this address is paid. */
export function signPayment({ testCheckout }: Shop, address: string) {
  const purchase = testCheckout?.findPurchase(address.slice(address.lastIndexOf('/') + 1))
  if (!testCheckout || !purchase) throw new Error('The checkout is void')
  return { id: purchase.id, ...testCheckout.renderWebhook(purchase) }
}

/** Answers with the order's id once the webhook is taken. */
export async function pay(core: Shop & Pick<Core, 'purchases'>, address: string): Promise<string> {
  const { id, body, headers } = signPayment(core, address)
  const taken = await core.purchases.receiveWebhook('test', body, (name) => headers[name.toLowerCase()])
  if (taken !== 'done') throw new Error(`The webhook is ${taken}`)
  return id
}
