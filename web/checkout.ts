/** The way to a payment and back: opens the checkout of a pack, and shows the new balance when it is paid. */
import { setTimeout as sleep } from 'node:timers/promises'
import { Hono } from 'hono'
import { stream } from 'hono/streaming'
import { RateLimiterMemory } from 'rate-limiter-flexible'
import { CoreError, hasCode } from '#core/errors.ts'
import type { Account, Core, Log, Purchases } from '#core/index.ts'
import {
  type CheckoutProblem,
  renderArrived,
  renderCheckoutProblem,
  renderLate,
  renderReturn,
} from './pages/checkout.ts'

export interface CheckoutOptions {
  purchases: Pick<Purchases, 'openCheckout'>
  credits: Core['credits']
  /** The signed-in account; rejects with whatever leads to the sign-in page. */
  requireAccount(request: Request): Promise<Account>
  /** Without a slash at its end. */
  publicUrl: string
  log: Log
  /** Milliseconds the return page waits; default three minutes, in which a provider's last retry falls. */
  patience?: number
  /** Milliseconds between two looks at the balance; default 1,000. */
  lookEvery?: number
}

/** Opening a checkout costs nobody anything, but the provider takes 300 requests a minute from all of us. */
const checkoutsPerAccount = { points: 10, duration: 600 }

/**
 * `GET /checkout/:pack` opens a checkout and leads there; a browser that only looks ahead gets nothing. `GET
 * /checkout/return?after=<sequence>` is where the buyer comes back to: it stays open until there is a purchase
 * after that entry of the wallet. Mount it after the routes of the test checkout.
 */
export function createCheckoutRoutes(options: CheckoutOptions): Hono {
  const {
    purchases,
    credits,
    requireAccount,
    publicUrl,
    log,
    patience = 180_000,
    lookEvery = 1_000,
  } = options
  const limiter = new RateLimiterMemory(checkoutsPerAccount)
  const routes = new Hono()

  routes.get('/checkout/return', async (c) => {
    const account = await requireAccount(c.req.raw)
    const after = readSequence(c.req.query('after'))
    const { beginning, end } = await renderReturn()
    c.header('content-type', 'text/html; charset=UTF-8')
    return stream(
      c,
      async (page) => {
        await page.write(beginning)
        await page.write(await waitForPurchase(account.id, after, page))
        await page.write(end)
      },
      async (err) => log.warn({ err }, 'Waiting for a payment failed'),
    )
  })

  routes.get('/checkout/:pack', async (c) => {
    if (/prefetch|prerender/.test(c.req.header('sec-purpose') ?? c.req.header('purpose') ?? '')) {
      return c.body(null, 503)
    }
    const account = await requireAccount(c.req.raw)
    const allowed = await limiter.consume(account.id).then(
      () => true,
      () => false,
    )
    if (!allowed) return c.html(renderCheckoutProblem('too-many'), 429)
    const [last] = await credits.listEntries(account.id, { limit: 1 })
    const returnUrl = `${publicUrl}/checkout/return?after=${last?.sequence ?? 0}`
    try {
      return c.redirect(await purchases.openCheckout(account, c.req.param('pack'), returnUrl), 303)
    } catch (error) {
      const problem = findProblem(error)
      if (problem === 'provider') log.error({ err: error }, 'A checkout could not be opened')
      return c.html(renderCheckoutProblem(problem), problem === 'no-pack' ? 404 : 502)
    }
  })

  /** Looks in the store, because the webhook may have come to another process. A broken look is made again. */
  async function waitForPurchase(
    account: string,
    after: number,
    page: { aborted: boolean },
  ): Promise<string> {
    const deadline = performance.now() + patience
    while (!page.aborted) {
      const entries = await credits.listEntries(account, { limit: 50 }).catch(() => [])
      const bought = entries.find(({ kind, sequence }) => kind === 'purchase' && sequence > after)
      if (bought) return `${await renderArrived(bought.amount, entries[0]?.balance ?? bought.balance)}`
      if (performance.now() >= deadline) break
      await sleep(lookEvery, undefined, { ref: false })
    }
    return `${await renderLate()}`
  }

  return routes
}

function readSequence(text = ''): number {
  return /^\d{1,12}$/.test(text) ? Number(text) : Number.MAX_SAFE_INTEGER
}

/** Rethrows what is not about the checkout. */
function findProblem(error: unknown): CheckoutProblem {
  if (hasCode(error, 'not-found')) return 'no-pack'
  if (error instanceof CoreError && error.code.startsWith('vendor-')) return 'provider'
  throw error
}
