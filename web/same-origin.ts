/** Refuses what another site has a browser send here. */
import type { MiddlewareHandler } from 'hono'
import { renderProblem } from './pages/problem.ts'

const harmless = ['GET', 'HEAD', 'OPTIONS']

/** Paths that other servers call: signatures vouch for what comes there. */
const signed = /^\/(webhooks|slack)\//

/**
 * Whatever changes something must come from a page of this site: browsers say so in Origin, which a page cannot
 * forge, or at least in Sec-Fetch-Site.
 */
export function requireSameOrigin(publicUrl: string): MiddlewareHandler {
  const { origin } = new URL(publicUrl)
  return async (c, next) => {
    const told = c.req.header('origin')
    const same = told === undefined ? c.req.header('sec-fetch-site') === 'same-origin' : told === origin
    if (same || harmless.includes(c.req.method) || signed.test(c.req.path)) return await next()
    return c.html(renderProblem('other-origin'), 403)
  }
}
