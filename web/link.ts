/** Linking a chat: the page that names both sides, the ways to prove that it is one person, and the page that undoes a link. */
import { type Context, Hono } from 'hono'
import {
  type Core,
  type ProofOutcome,
  type SignInPlatform,
  signInPath,
  signInPlatforms,
} from '#core/index.ts'
import { findClientNetworks } from './client-network.ts'
import { findWords } from './language.ts'
import { readNextPath } from './next-path.ts'
import {
  renderLeaving,
  renderLinkCode,
  renderLinked,
  renderLinkProblem,
  renderLinkRequest,
  renderOtherPerson,
  renderUnlink,
  renderUnlinked,
} from './pages/link.ts'
import { openText, sealText } from './sealed-text.ts'
import type { Visitors } from './visitors.ts'

export interface LinkOptions {
  core: Pick<Core, 'links' | 'unlinkTickets' | 'credits'>
  visitors: Visitors
  publicUrl: string
  trustedProxies: number
  welcomeCredits: number
}

/** Longer than any code or state that a platform sends back with a browser. */
const longestReturned = 2_000

/** Looking at a page does nothing: mail and chat programs open addresses by themselves. */
export function createLinkRoutes(options: LinkOptions): Hono {
  const routes = new Hono()
  addProofRoutes(routes, options)
  addCodeRoutes(routes, options)
  addUnlinkRoutes(routes, options)
  return routes
}

/** The page, and a code to type back in chat. */
function addCodeRoutes(routes: Hono, { core, visitors, trustedProxies, welcomeCredits }: LinkOptions): void {
  const { links } = core

  routes.get('/link/:token', async (c) => {
    const { account } = await visitors.require(c.req.raw)
    const request = await links.find(c.req.param('token'))
    if (!request) return c.html(renderLinkProblem(findWords(), 'dead'), 410)
    if (request === 'already-linked') return c.html(renderLinkProblem(findWords(), request), 409)
    const by = links.findProof(request.user.platform)
    return c.html(
      renderLinkRequest(findWords(), request, { email: account.email ?? '', path: c.req.path, by }),
    )
  })

  routes.post('/link/:token', async (c) => {
    const { account } = await visitors.require(c.req.raw)
    const request = await links.find(c.req.param('token'))
    if (request === 'already-linked') return c.html(renderLinkProblem(findWords(), request), 409)
    const networks = findClientNetworks(c, trustedProxies)
    const code = request && (await links.confirm(c.req.param('token'), account, networks))
    if (!code) return c.html(renderLinkProblem(findWords(), 'dead'), 410)
    const welcoming = await links.foreseeWelcome(request.user, account, networks)
    return c.html(renderLinkCode(findWords(), code, request, { welcoming, welcomeCredits }))
  })
}

/** The platform's own sign-in, there and back. */
function addProofRoutes(routes: Hono, options: LinkOptions): void {
  const { core, visitors, publicUrl, trustedProxies } = options
  const { links } = core

  routes.post('/link/:token/sign-in', async (c) => {
    const { session } = await visitors.require(c.req.raw)
    const token = c.req.param('token')
    const request = await links.find(token)
    if (request === 'already-linked') return c.html(renderLinkProblem(findWords(), request), 409)
    if (!request) return c.html(renderLinkProblem(findWords(), 'dead'), 410)
    const platform = links.findProof(request.user.platform)
    const back = sealText(`/link/${token}`, visitors.findToken(c.req.raw) ?? '')
    const redirect = platform && `${publicUrl}${signInPath(platform)}`
    const address = redirect && (await links.beginProof(token, session, { redirect, back }))
    if (!platform || !address) return c.html(renderLinkProblem(findWords(), 'dead'), 410)
    // To another site, where `form-action` lets no form lead, not even by redirects.
    return c.html(renderLeaving(findWords(), platform, address), 200, { refresh: `0; url=${address}` })
  })

  routes.get('/link/back/:platform', async (c) => {
    // Some programs look at an address before they open it, and it can be used once.
    if (c.req.method === 'HEAD') return c.body(null, 204)
    const platform = findPlatform(c)
    if (!platform) return c.notFound()
    const visitor = await visitors.find(c.req.raw)
    if (!visitor) return c.html(renderLinkProblem(findWords(), 'other-browser'), 410)
    const read = (name: string) => c.req.query(name)?.slice(0, longestReturned) || undefined
    const returned = { platform, state: read('state') ?? '', code: read('code'), issuer: read('iss') }
    const ended = await links.finishProof(returned, visitor, findClientNetworks(c, trustedProxies))
    return answerProof(options, c, platform, ended)
  })

  routes.get('/link/done/:platform', async (c) => {
    const platform = findPlatform(c)
    if (!platform) return c.notFound()
    const { account } = await visitors.require(c.req.raw)
    return c.html(renderLinked(findWords(), platform, await core.credits.findBalance(account.id)))
  })
}

const findPlatform = (c: Context) => signInPlatforms.find((each) => each === c.req.param('platform'))

function answerProof({ visitors }: LinkOptions, c: Context, platform: SignInPlatform, ended: ProofOutcome) {
  const reopen = (back: string) => readNextPath(openText(back, visitors.findToken(c.req.raw) ?? ''))
  switch (ended.outcome) {
    case 'linked':
      // Away from the address that holds what can be used once.
      return c.redirect(`/link/done/${platform}`, 303)
    case 'other-person':
      return c.html(renderOtherPerson(findWords(), ended, reopen(ended.back)), 403)
    case 'declined':
      return c.html(renderLinkProblem(findWords(), 'declined', reopen(ended.back)), 400)
    case 'trouble':
      return c.html(renderLinkProblem(findWords(), 'trouble', reopen(ended.back)), 502)
    case 'already-linked':
      return c.html(renderLinkProblem(findWords(), 'already-linked'), 409)
    case 'dead':
      return c.html(renderLinkProblem(findWords(), 'other-browser'), 410)
  }
}

function addUnlinkRoutes(routes: Hono, { core: { unlinkTickets } }: LinkOptions): void {
  routes.get('/unlink/:token', async (c) => {
    const user = await unlinkTickets.find(c.req.param('token'))
    if (!user) return c.html(renderLinkProblem(findWords(), 'no-unlink'), 410)
    return c.html(renderUnlink(findWords(), user, c.req.path))
  })

  routes.post('/unlink/:token', async (c) => {
    const done = await unlinkTickets.use(c.req.param('token'))
    return done
      ? c.html(renderUnlinked(findWords()))
      : c.html(renderLinkProblem(findWords(), 'no-unlink'), 410)
  })
}
