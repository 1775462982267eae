/** Signing in and out: a code by mail, typed in the browser that asked for it. */
import { type Context, Hono } from 'hono'
import type { Core } from '#core/index.ts'
import { findClientNetworks } from './client-network.ts'
import { readForm } from './form.ts'
import { findWords } from './language.ts'
import type { Mailer } from './mailer.ts'
import { createCodeMailer } from './mails/code-mail.ts'
import { readNextPath } from './next-path.ts'
import {
  explainMistyped,
  explainNoNewCode,
  explainRefusal,
  findRefusalStatus,
  type Refusal,
  renderRetryAfter,
} from './pages/code-words.ts'
import type { Markup } from './pages/layout.ts'
import {
  renderCodeDead,
  renderCodePage,
  renderConfirm,
  renderSignedIn,
  renderSignIn,
} from './pages/sign-in.ts'
import { openText, sealText } from './sealed-text.ts'
import type { Visitors } from './visitors.ts'

export interface SignInOptions {
  core: Pick<Core, 'signIn' | 'sessions' | 'mailLimits'>
  visitors: Visitors
  mailer: Mailer
  publicUrl: string
  trustedProxies: number
}

interface Pending {
  browser: string
  email: string
  next: string
}

export function createSignInRoutes(options: SignInOptions): Hono {
  const { visitors } = options
  const routes = new Hono()

  routes.get('/sign-in', async (c) => {
    const next = readNextPath(c.req.query('next') ?? '')
    if (await visitors.find(c.req.raw)) return c.redirect(next, 303)
    return c.html(renderSignIn(findWords(), { next }))
  })

  routes.post('/sign-in', async (c) => {
    const field = await readForm(c)
    const [email, next] = [field('email'), readNextPath(field('next'))]
    return await sendCode(options, c, email, next, (asked) =>
      renderSignIn(findWords(), { next, email, fault: explainRefusal(findWords(), asked) }),
    )
  })

  routes.get('/account/confirm', async (c) => {
    const { account } = await visitors.require(c.req.raw)
    return c.html(
      renderConfirm(findWords(), {
        email: account.email ?? '',
        next: readNextPath(c.req.query('next') ?? ''),
      }),
    )
  })

  routes.get('/sign-in/code', async (c) => {
    const pending = await findPending(options, c)
    return pending ? c.html(renderCodePage(findWords(), pending)) : c.html(renderCodeDead(findWords()), 410)
  })

  routes.post('/sign-in/again', async (c) => {
    const pending = await findPending(options, c)
    if (!pending) return c.redirect('/sign-in', 303)
    const { email, next } = pending
    // The code that was sent can still be typed.
    return await sendCode(options, c, email, next, (asked) =>
      renderCodePage(findWords(), { email, wait: explainNoNewCode(findWords(), asked) }),
    )
  })

  routes.post('/sign-in/code', async (c) => {
    const pending = await findPending(options, c)
    return pending ? await finish(options, c, pending) : c.html(renderCodeDead(findWords()), 410)
  })

  routes.post('/sign-out', async (c) => {
    await endSession(options, c)
    visitors.forget(c)
    return c.redirect('/', 303)
  })

  return routes
}

/** What is done for an address, and how it is answered, is the same whether or not it has an account. */
async function sendCode(
  options: SignInOptions,
  c: Context,
  email: string,
  next: string,
  refuse: (asked: Refusal) => Markup,
) {
  const { core, visitors, trustedProxies } = options
  const browser = visitors.findToken(c.req.raw) ?? core.sessions.createToken()
  const asker = { browser, networks: findClientNetworks(c, trustedProxies) }
  const asked = await core.signIn.request({ email, ...asker, next: sealText(next, browser) })
  if (asked.outcome !== 'issued') {
    return c.html(refuse(asked), findRefusalStatus(asked), renderRetryAfter(asked))
  }
  if (browser !== visitors.findToken(c.req.raw)) visitors.setToken(c, browser, false)
  const mail = { to: asked.email, code: asked.code, purpose: 'sign-in' } as const
  await createCodeMailer(options)(findWords(), mail, asker)
  return c.redirect('/sign-in/code', 303)
}

/** The sign-in that this browser asked a code for. */
async function findPending({ core, visitors }: SignInOptions, c: Context): Promise<Pending | undefined> {
  const browser = visitors.findToken(c.req.raw)
  const pending = browser === undefined ? undefined : await core.signIn.findPending(browser)
  if (browser === undefined || !pending) return undefined
  return { browser, email: pending.email, next: readNextPath(openText(pending.next, browser)) }
}

async function finish(options: SignInOptions, c: Context, pending: Pending) {
  const { core, visitors } = options
  const outcome = await core.signIn.finish(pending.browser, (await readForm(c))('code'))
  if (outcome.outcome === 'signed-in') {
    await endSession(options, c)
    visitors.setToken(c, outcome.token, true)
    const { next } = pending
    if (!next.startsWith('/checkout/')) return c.redirect(next, 303)
    // It goes on to another site, where `form-action` lets no form lead, not even by redirects.
    return c.html(renderSignedIn(findWords(), next), 200, { refresh: `0; url=${next}` })
  }
  const isOver = outcome.outcome === 'wrong' && outcome.triesLeft === 0
  if (outcome.outcome === 'dead' || isOver) return c.html(renderCodeDead(findWords()), 410)
  const fault = explainMistyped(findWords(), outcome)
  return c.html(renderCodePage(findWords(), { email: pending.email, fault }), 400)
}

async function endSession({ core, visitors }: SignInOptions, c: Context): Promise<void> {
  const visitor = await visitors.find(c.req.raw)
  if (visitor) await core.sessions.end(visitor.account.id, visitor.session.handle)
}
