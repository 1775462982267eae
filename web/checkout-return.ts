/** Where buyers come back to: a page that shows the new balance by itself once the payment is there. */
import { setTimeout as sleep } from 'node:timers/promises'
import { type Context, Hono } from 'hono'
import type { Account, Core } from '#core/index.ts'
import { renderArrived, renderLate, renderTeamPaid, renderWaiting } from './pages/checkout.ts'

export interface ReturnOptions {
  credits: Pick<Core['credits'], 'listEntries'>
  /** The signed-in account; rejects with whatever leads to the sign-in page. */
  requireAccount(request: Request): Promise<Account>
  /** Milliseconds in which a payment is waited for; default three minutes, in which a provider's last retry falls. */
  patience?: number
  /** Milliseconds one answer is held, less than proxies cut what stands still; default 20,000. */
  holdFor?: number
  /** Milliseconds between two looks at the balance; default 1,000. */
  lookEvery?: number
}

/** Answers of one account that are held at once; more are given at once. */
const mostHeld = 3

/** One transparent pixel, as GIF. */
const pixel = Uint8Array.from(Buffer.from('R0lGODlhAQABAAAAACH5BAEKAAEALAAAAAABAAEAAAICTAEAOw==', 'base64'))

/**
 * `GET /checkout/return?after=<sequence>` waits for a purchase after that entry of the wallet, without a script: the page
 * has an unseen picture, `/checkout/return/wait`, which is held until something has come, and a Refresh header, which
 * browsers obey once a page has loaded with its pictures, also when one of them failed or was cut.
 */
export function createReturnRoutes(options: ReturnOptions): Hono {
  const { credits, requireAccount, patience = 180_000, holdFor = 20_000, lookEvery = 1_000 } = options
  const held = new Map<string, number>()
  const routes = new Hono()

  /** Looks in the store, because the webhook may have come to another process. A broken look is made again. */
  async function findPurchase(account: string, after: number) {
    const entries = await credits.listEntries(account, { limit: 50 }).catch(() => [])
    const bought = entries.find(({ kind, sequence }) => kind === 'purchase' && sequence > after)
    return bought && { credits: bought.amount, balance: entries[0]?.balance ?? bought.balance }
  }

  async function hold(account: string, work: () => Promise<void>): Promise<void> {
    const others = held.get(account) ?? 0
    if (others >= mostHeld) return
    held.set(account, others + 1)
    try {
      await work()
    } finally {
      const left = (held.get(account) ?? 1) - 1
      if (left > 0) held.set(account, left)
      else held.delete(account)
    }
  }

  routes.get('/checkout/return', async (c) => {
    const { id } = await requireAccount(c.req.raw)
    const arrived = await findPurchase(id, readAfter(c))
    if (arrived) return c.html(renderArrived(arrived.credits, arrived.balance))
    const latest = Date.now() + patience
    const until = Math.min(readNumber(c.req.query('until'), latest), latest)
    if (Date.now() >= until) return c.html(renderLate())
    const query = new URLSearchParams({ after: `${readAfter(c)}`, until: `${until}` })
    const refresh = `2; url=/checkout/return?${query}`
    return c.html(renderWaiting(`/checkout/return/wait?${query}`), 200, { refresh })
  })

  routes.get('/checkout/return/team', async (c) => {
    await requireAccount(c.req.raw)
    return c.html(renderTeamPaid())
  })

  routes.get('/checkout/return/wait', async (c) => {
    const { id } = await requireAccount(c.req.raw)
    const end = performance.now() + holdFor
    await hold(id, async () => {
      while (c.req.method === 'GET' && !c.req.raw.signal.aborted && performance.now() < end) {
        if (await findPurchase(id, readAfter(c))) return
        await sleep(lookEvery, undefined, { ref: false })
      }
    })
    return c.body(pixel, 200, { 'content-type': 'image/gif' })
  })

  return routes
}

const readAfter = (c: Context) => readNumber(c.req.query('after'), Number.MAX_SAFE_INTEGER)

function readNumber(text = '', otherwise: number): number {
  return /^\d{1,16}$/.test(text) ? Number(text) : otherwise
}
