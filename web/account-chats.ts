/** Disconnecting a chat from the account. */
import { Hono } from 'hono'
import type { Core, PlatformName } from '#core/index.ts'
import { readForm } from './form.ts'
import { renderDisconnect } from './pages/chats.ts'
import type { Visitors } from './visitors.ts'

export function createChatRoutes({ accounts }: Pick<Core, 'accounts'>, visitors: Visitors): Hono {
  const routes = new Hono()

  routes.get('/account/unlink', async (c) => {
    const { account } = await visitors.require(c.req.raw)
    const { platform, user } = c.req.query()
    const identities = await accounts.listIdentities(account.id)
    const identity = identities.find((each) => each.platform === platform && each.user === user)
    return identity ? c.html(renderDisconnect(identity)) : c.notFound()
  })

  routes.post('/account/unlink', async (c) => {
    const { account } = await visitors.require(c.req.raw)
    const field = await readForm(c)
    await accounts.unlink(account.id, { platform: field('platform') as PlatformName, user: field('user') })
    return c.redirect('/account/settings?done=unlinked', 303)
  })

  return routes
}
