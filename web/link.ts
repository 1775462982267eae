/** Linking a chat: the page that names both sides, and the one that undoes a link. */
import { Hono } from 'hono'
import type { Core } from '#core/index.ts'
import { findClientNetworks } from './client-network.ts'
import {
  renderLinkCode,
  renderLinkProblem,
  renderLinkRequest,
  renderUnlink,
  renderUnlinked,
} from './pages/link.ts'
import type { Visitors } from './visitors.ts'

/** Looking at a page does nothing: mail and chat programs open addresses by themselves. */
export function createLinkRoutes(
  { links, unlinkTickets }: Pick<Core, 'links' | 'unlinkTickets'>,
  visitors: Visitors,
  { trustedProxies, welcomeCredits }: { trustedProxies: number; welcomeCredits: number },
): Hono {
  const routes = new Hono()

  routes.get('/link/:token', async (c) => {
    const { account } = await visitors.require(c.req.raw)
    const request = await links.find(c.req.param('token'))
    if (!request) return c.html(renderLinkProblem('dead'), 410)
    if (request === 'already-linked') return c.html(renderLinkProblem(request), 409)
    return c.html(renderLinkRequest(request, account.email ?? '', c.req.path))
  })

  routes.post('/link/:token', async (c) => {
    const { account } = await visitors.require(c.req.raw)
    const request = await links.find(c.req.param('token'))
    if (request === 'already-linked') return c.html(renderLinkProblem(request), 409)
    const networks = findClientNetworks(c, trustedProxies)
    const code = request && (await links.confirm(c.req.param('token'), account, networks))
    if (!code) return c.html(renderLinkProblem('dead'), 410)
    const welcoming = await links.foreseeWelcome(request.user, account, networks)
    return c.html(renderLinkCode(code, request, { welcoming, welcomeCredits }))
  })

  routes.get('/unlink/:token', async (c) => {
    const user = await unlinkTickets.find(c.req.param('token'))
    if (!user) return c.html(renderLinkProblem('no-unlink'), 410)
    return c.html(renderUnlink(user, c.req.path))
  })

  routes.post('/unlink/:token', async (c) => {
    const done = await unlinkTickets.use(c.req.param('token'))
    return done ? c.html(renderUnlinked()) : c.html(renderLinkProblem('no-unlink'), 410)
  })

  return routes
}
