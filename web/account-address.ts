/** Changing the account's address, and merging the account of another: both by codes sent there. */
import { type Context, Hono } from 'hono'
import type { Core } from '#core/index.ts'
import { findClientNetworks } from './client-network.ts'
import { readForm } from './form.ts'
import type { Mailer } from './mailer.ts'
import { createCodeMailer } from './mails/code-mail.ts'
import { explainRefusal, explainWrongCode, findRefusalStatus } from './pages/code-words.ts'
import { renderEmailChange, renderEmailCodes, renderMerge, renderMergeCode } from './pages/settings.ts'
import type { Visitors } from './visitors.ts'

export interface AddressOptions {
  core: Pick<Core, 'emailChange' | 'merging' | 'mailLimits'>
  visitors: Visitors
  mailer: Mailer
  publicUrl: string
  trustedProxies: number
}

/** Why the codes did not do it. */
const outcomes = {
  dead: 'These codes cannot be used any more. Ask for new ones.',
  taken: 'Another account has this address. Merge that account into this one instead.',
  none: 'There is no account of this address, so there is nothing to merge.',
  'same-account': 'This is the account you are signed in to.',
  'in-debt': 'The other account’s balance is below zero. Bring it to zero first.',
  busy: 'One of the two accounts is just being merged. Try again in an hour.',
} as const

export function createAddressRoutes(options: AddressOptions): Hono {
  const { core, visitors, trustedProxies } = options
  const sendCodeMail = createCodeMailer(options)
  const routes = new Hono()
  const networksOf = (c: Context) => findClientNetworks(c, trustedProxies)

  routes.get('/account/email', async (c) => {
    const { account } = await visitors.require(c.req.raw)
    return c.html(renderEmailChange({ account }))
  })

  routes.post('/account/email', async (c) => {
    const { account } = await visitors.require(c.req.raw)
    const email = (await readForm(c))('email')
    const asked = await core.emailChange.request(account, email, networksOf(c))
    if (asked.outcome !== 'issued') {
      return c.html(
        renderEmailChange({ account, email, fault: explainRefusal(asked) }),
        findRefusalStatus(asked),
      )
    }
    for (const { email: to, code } of asked.mails) {
      await sendCodeMail({ to, code, purpose: to === account.email ? 'old-address' : 'new-address' })
    }
    return c.redirect('/account/email/codes', 303)
  })

  routes.get('/account/email/codes', async (c) => {
    const { account } = await visitors.require(c.req.raw)
    const email = await core.emailChange.findPending(account)
    return email === undefined
      ? c.redirect('/account/email', 303)
      : c.html(renderEmailCodes({ account, email }))
  })

  routes.post('/account/email/codes', async (c) => {
    const { account } = await visitors.require(c.req.raw)
    const field = await readForm(c)
    const email = await core.emailChange.findPending(account)
    const done = await core.emailChange.finish(account, field('new'), field('old'))
    if (done.outcome === 'changed') return c.redirect('/account/settings?done=address', 303)
    if (done.outcome === 'wrong' && email !== undefined && done.triesLeft > 0) {
      return c.html(renderEmailCodes({ account, email, fault: explainWrongCode(done.triesLeft) }), 400)
    }
    const fault = outcomes[done.outcome === 'wrong' ? 'dead' : done.outcome]
    return c.html(renderEmailChange({ account, fault }), 400)
  })

  routes.get('/account/merge', async (c) => {
    await visitors.require(c.req.raw)
    return c.html(renderMerge({}))
  })

  routes.post('/account/merge', async (c) => {
    const { account } = await visitors.require(c.req.raw)
    const email = (await readForm(c))('email')
    const asked = await core.merging.request(account, email, networksOf(c))
    if (asked.outcome !== 'issued')
      return c.html(renderMerge({ email, fault: explainRefusal(asked) }), findRefusalStatus(asked))
    const { email: to, code } = asked
    await sendCodeMail({ to, code, purpose: 'merge', receiver: account.email ?? 'without an address' })
    return c.redirect('/account/merge/code', 303)
  })

  routes.get('/account/merge/code', async (c) => {
    const { account } = await visitors.require(c.req.raw)
    const email = await core.merging.findPending(account)
    return email === undefined
      ? c.redirect('/account/merge', 303)
      : c.html(renderMergeCode({ account, email }))
  })

  routes.post('/account/merge/code', async (c) => {
    const { account } = await visitors.require(c.req.raw)
    const field = await readForm(c)
    const email = await core.merging.findPending(account)
    const done = await core.merging.finish(account, field('code'))
    if (done.outcome === 'merged') return c.redirect('/account/settings?done=merged', 303)
    if (done.outcome === 'wrong' && email !== undefined && done.triesLeft > 0) {
      return c.html(renderMergeCode({ account, email, fault: explainWrongCode(done.triesLeft) }), 400)
    }
    return c.html(renderMerge({ fault: outcomes[done.outcome === 'wrong' ? 'dead' : done.outcome] }), 400)
  })

  return routes
}
