/** Changing the account's address, and merging the account of another: both by codes sent there. */
import { type Context, Hono } from 'hono'
import type { Core, EmailChangeOutcome, Words } from '#core/index.ts'
import { findClientNetworks } from './client-network.ts'
import { readForm } from './form.ts'
import { findWords } from './language.ts'
import type { Mailer } from './mailer.ts'
import { createCodeMailer } from './mails/code-mail.ts'
import {
  explainMistyped,
  explainRefusal,
  findRefusalStatus,
  type Mistyped,
  renderRetryAfter,
} from './pages/code-words.ts'
import { renderEmailChange, renderEmailCodes, renderMerge, renderMergeCode } from './pages/settings-forms.ts'
import type { Visitors } from './visitors.ts'

export interface AddressOptions {
  core: Pick<Core, 'emailChange' | 'merging' | 'mailLimits' | 'sessions'>
  visitors: Visitors
  mailer: Mailer
  publicUrl: string
  trustedProxies: number
}

type Outcome = EmailChangeOutcome['outcome'] | Awaited<ReturnType<Core['merging']['finish']>>['outcome']

/** Why the codes did not do it. */
function explainOutcome(
  { addressChange: { dead, taken }, merging: { none, same, inDebt, busy } }: Words,
  outcome: Exclude<Outcome, 'changed' | 'merged'>,
): string {
  const told = { dead, wrong: dead, 'no-code': dead, taken, none, busy }
  return { ...told, 'same-account': same, 'in-debt': inDebt }[outcome]
}

/** Whether the codes can be typed again. */
function isMistyped(done: { outcome: string } | Mistyped): done is Mistyped {
  return done.outcome === 'no-code' || (done.outcome === 'wrong' && 'triesLeft' in done && done.triesLeft > 0)
}

export function createAddressRoutes(options: AddressOptions): Hono {
  const routes = new Hono()
  addEmailRoutes(routes, options)
  addMergeRoutes(routes, options)
  return routes
}

const findAsker = (c: Context, { visitors, trustedProxies }: AddressOptions) => ({
  networks: findClientNetworks(c, trustedProxies),
  browser: visitors.findToken(c.req.raw) ?? '',
})

/** Another address, by a code sent to the old one and one to the new. */
function addEmailRoutes(routes: Hono, options: AddressOptions): void {
  const { core, visitors } = options
  const sendCodeMail = createCodeMailer(options)

  routes.get('/account/email', async (c) => {
    const { account } = await visitors.require(c.req.raw)
    return c.html(renderEmailChange({ account }))
  })

  routes.post('/account/email', async (c) => {
    const { account } = await visitors.require(c.req.raw)
    const email = (await readForm(c))('email')
    const asker = findAsker(c, options)
    const asked = await core.emailChange.request(account, email, asker)
    if (asked.outcome !== 'issued') {
      return c.html(
        renderEmailChange({ account, email, fault: explainRefusal(findWords(), asked) }),
        findRefusalStatus(asked),
        renderRetryAfter(asked),
      )
    }
    for (const { email: to, code } of asked.mails) {
      await sendCodeMail(
        findWords(),
        { to, code, purpose: to === account.email ? 'old-address' : 'new-address' },
        asker,
      )
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
    const { account, session } = await visitors.require(c.req.raw)
    const field = await readForm(c)
    const email = await core.emailChange.findPending(account)
    const typed = { new: field('new'), old: field('old') }
    const done = await core.emailChange.finish(account, session.handle, typed)
    if (done.outcome === 'changed') {
      const token = visitors.findToken(c.req.raw)
      if (token) visitors.setToken(c, core.sessions.markToken(token, done.emailKey), true)
      return c.redirect('/account/settings?done=address', 303)
    }
    if (email !== undefined && isMistyped(done)) {
      const fault = explainMistyped(findWords(), done, account.email === undefined ? 1 : 2)
      return c.html(renderEmailCodes({ account, email, fault }), 400)
    }
    const fault = explainOutcome(findWords(), done.outcome)
    return c.html(renderEmailChange({ account, fault }), 400)
  })
}

/** The account of another address becomes part of this one, by a code sent there. */
function addMergeRoutes(routes: Hono, options: AddressOptions): void {
  const { core, visitors } = options
  const sendCodeMail = createCodeMailer(options)

  routes.get('/account/merge', async (c) => {
    await visitors.require(c.req.raw)
    return c.html(renderMerge({}))
  })

  routes.post('/account/merge', async (c) => {
    const { account } = await visitors.require(c.req.raw)
    const email = (await readForm(c))('email')
    const asker = findAsker(c, options)
    const asked = await core.merging.request(account, email, asker)
    if (asked.outcome !== 'issued') {
      const page = renderMerge({ email, fault: explainRefusal(findWords(), asked) })
      return c.html(page, findRefusalStatus(asked), renderRetryAfter(asked))
    }
    const { email: to, code } = asked
    const receiver = account.email ?? findWords().merging.withoutAddress
    await sendCodeMail(findWords(), { to, code, purpose: 'merge', receiver }, asker)
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
    if (email !== undefined && isMistyped(done)) {
      return c.html(renderMergeCode({ account, email, fault: explainMistyped(findWords(), done) }), 400)
    }
    return c.html(renderMerge({ fault: explainOutcome(findWords(), done.outcome) }), 400)
  })
}
