/** The way to a payment: opens the checkout of a pack and leads there. */
import { Hono } from 'hono'
import { hasCode } from '#core/errors.ts'
import { type Account, type Core, isTeamCheckout, type Log, type Purchases } from '#core/index.ts'
import { type CheckoutProblem, renderCheckoutProblem } from './pages/checkout.ts'

export interface CheckoutOptions {
  purchases: Pick<Purchases, 'openCheckout'>
  credits: Core['credits']
  seals: Core['seals']
  accountLimits: Core['accountLimits']
  /** The signed-in account; rejects with whatever leads to the sign-in page. */
  requireAccount(request: Request): Promise<Account>
  /** Without a slash at its end. */
  publicUrl: string
  log: Log
}

/**
 * `GET /checkout/:pack`, or `/checkout/:pack/:provider` where there are several, opens a checkout and leads there; a
 * browser that only looks ahead gets nothing, nor does HEAD. Mount it after the routes of the test checkout and of the return page.
 */
export function createCheckoutRoutes(options: CheckoutOptions): Hono {
  const { purchases, credits, seals, accountLimits, requireAccount, publicUrl, log } = options
  const routes = new Hono()

  routes.on('GET', ['/checkout/:pack', '/checkout/:pack/:provider'], async (c) => {
    if (c.req.method === 'HEAD') return c.body(null, 204)
    if (/prefetch|prerender/.test(c.req.header('sec-purpose') ?? c.req.header('purpose') ?? '')) {
      return c.body(null, 503)
    }
    const account = await requireAccount(c.req.raw)
    if ((await accountLimits.take('checkout', account.id)) > 0) {
      return c.html(renderCheckoutProblem('too-many'), 429)
    }
    const { team, seal } = c.req.query()
    if (team !== undefined && !(await isTeamCheckout(seals, account.id, { team, seal }))) {
      return c.html(renderCheckoutProblem('not-yours'), 403)
    }
    const [last] = team === undefined ? await credits.listEntries(account.id, { limit: 1 }) : []
    const end = team === undefined ? `?after=${last?.sequence ?? 0}` : '/team'
    try {
      const { pack, provider } = c.req.param()
      const url = `${publicUrl}/checkout/return${end}`
      return c.redirect(await purchases.openCheckout(account, pack, url, { provider, team }), 303)
    } catch (error) {
      const problem = findProblem(error)
      if (problem === 'provider') log.error({ err: error }, 'A checkout could not be opened')
      return c.html(renderCheckoutProblem(problem), problem === 'no-pack' ? 404 : 502)
    }
  })

  return routes
}

/** Rethrows what is not about the checkout. */
function findProblem(error: unknown): CheckoutProblem {
  if (hasCode(error, 'no-pack')) return 'no-pack'
  if (hasCode(error, 'provider-trouble')) return 'provider'
  throw error
}
