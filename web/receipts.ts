/** Leads buyers to their receipts, where the seller shows them. */
import { Hono } from 'hono'
import { hasCode } from '#core/errors.ts'
import type { Core, Log } from '#core/index.ts'
import { renderReceiptProblem } from './pages/receipt.ts'
import type { Visitors } from './visitors.ts'

/** `GET /account/receipts/:provider/:order` asks the seller each time: its addresses are signed, and may not last. */
export function createReceiptRoutes(
  { accountLimits, purchases }: Pick<Core, 'accountLimits' | 'purchases'>,
  visitors: Visitors,
  log: Log,
): Hono {
  const routes = new Hono()

  routes.get('/account/receipts/:provider/:order', async (c) => {
    const { account } = await visitors.require(c.req.raw)
    if ((await accountLimits.take('receipt', account.id)) > 0)
      return c.html(renderReceiptProblem('too-many'), 429)
    try {
      const address = await purchases.findReceipt(account.id, c.req.param())
      return address === undefined ? c.html(renderReceiptProblem('none'), 404) : c.redirect(address, 303)
    } catch (error) {
      if (!hasCode(error, 'provider-trouble')) throw error
      log.error({ err: error }, 'A receipt could not be looked up')
      return c.html(renderReceiptProblem('provider'), 502)
    }
  })

  return routes
}
