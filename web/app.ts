/** The web module as one function from Request to Response. */
import { type Context, Hono } from 'hono'
import { HTTPException } from 'hono/http-exception'
import { routePath } from 'hono/route'
import { hasCode } from '#core/errors.ts'
import type { Core, Log, Retract, Version } from '#core/index.ts'
import { createAccountRoutes } from './account.ts'
import { createAddressRoutes } from './account-address.ts'
import { createChatRoutes } from './account-chats.ts'
import { createPictureGalleryRoutes } from './account-pictures.ts'
import { createSettingsRoutes } from './account-settings.ts'
import { createAssetRoutes } from './assets.ts'
import { createCheckoutRoutes } from './checkout.ts'
import { createReturnRoutes } from './checkout-return.ts'
import { createTestCheckoutRoutes } from './checkout-test.ts'
import { compressPages } from './compress.ts'
import { limitForms } from './form.ts'
import { keepFrame } from './frame.ts'
import { type Absence, createHealthRoutes } from './health.ts'
import { keepLanguage, readChosen } from './language.ts'
import { createLinkRoutes } from './link.ts'
import { MailError, type Mailer } from './mailer.ts'
import { answerMethods } from './methods.ts'
import { createMetricsRoutes } from './metrics.ts'
import { renderPricing } from './pages/pricing.ts'
import { renderPrivacy } from './pages/privacy.ts'
import { renderProblem } from './pages/problem.ts'
import { renderStart } from './pages/start.ts'
import { renderTerms } from './pages/terms.ts'
import { createPictureRoutes } from './pictures.ts'
import type { Policy } from './policy.ts'
import { createPublicFileRoutes } from './public-files.ts'
import { createReceiptRoutes } from './receipts.ts'
import { requireSameOrigin } from './same-origin.ts'
import { createSampleRoutes } from './samples.ts'
import { guard } from './security.ts'
import { createSeveralRoutes } from './several-pictures.ts'
import { createSignInRoutes } from './sign-in.ts'
import { type InstallLinks, listTermsGaps, type Operator } from './site.ts'
import type { Status } from './status.ts'
import { createTeamRoutes } from './team.ts'
import { createTeamGalleryRoutes } from './team-gallery.ts'
import { createVisitors, FreshSignInNeeded, SignInNeeded } from './visitors.ts'
import { createWebhookRoutes } from './webhooks.ts'

export interface AppOptions {
  core: Core
  status: Status
  /** Where people reach this app, without a slash at its end. */
  publicUrl: string
  /** The chat platforms that are away, by name. */
  listAway(): Readonly<Record<string, Absence>>
  listInstallLinks(): InstallLinks
  log: Log
  /** Pictures are on this machine's disk, so they are served here, under `/i/`. */
  servesPictures: boolean
  mailer: Mailer
  /** Takes back a picture that was shared in a team. */
  retract: Retract
  operator: Operator
  policy: Policy
  /** How many proxies before this server may be believed about the client's address. */
  trustedProxies: number
  /** Credits that come with the first chat of a new account, for the pages. */
  welcomeCredits: number
  /** Shown at `/healthz`. */
  version?: Version
  /** Opens `/metrics`; absent, nothing is served there. */
  metricsToken?: string | undefined
}

/** Nothing that is thrown reaches the visitor: it is logged, and a page says that something went wrong. */
export function createApp(options: AppOptions): Hono {
  const { core, publicUrl, log } = options
  const isLocal = ['localhost', '127.0.0.1', '[::1]'].includes(new URL(publicUrl).hostname)
  const hasTerms = listTermsGaps(options.operator).length === 0
  const visitors = createVisitors(core, publicUrl)

  const app = new Hono()
  app.use(compressPages)
  app.use(guard(publicUrl))
  app.use(...keepFrame(publicUrl, visitors, core, hasTerms))
  app.use(keepLanguage)
  app.use(answerMethods(app))
  app.use(requireSameOrigin(publicUrl))
  app.route('/', createAssetRoutes())
  app.route('/', createPublicFileRoutes({ ...options, hasTerms }))
  app.route('/', createHealthRoutes(options))
  const { metricsToken } = options
  if (core.metrics && metricsToken) app.route('/', createMetricsRoutes(core.metrics, metricsToken))
  app.route('/styles', createSampleRoutes())
  if (options.servesPictures) app.route('/i', createPictureRoutes(core.pictures))

  const webhooks = createWebhookRoutes(core.purchases, log)
  app.route('/', webhooks)
  app.use(limitForms)
  app.use(readChosen(visitors, core))
  if (core.testCheckout) app.route('/', createTestCheckoutRoutes(core.testCheckout, webhooks))
  const requireAccount = async (request: Request) => (await visitors.require(request)).account
  const checkout = { ...core, ...options, requireAccount }
  app.route('/', createReturnRoutes(checkout))
  app.route('/', createCheckoutRoutes(checkout))

  app.get('/', (c) =>
    c.html(
      renderStart({ ...options, prices: core.prices, installLinks: options.listInstallLinks(), isLocal }),
    ),
  )
  app.get('/pricing', (c) =>
    c.html(renderPricing({ ...options, shop: { ...core.purchases, prices: core.prices } })),
  )
  app.get('/terms', (c) => c.html(renderTerms(options.operator, options.policy)))
  app.get('/privacy', (c) => c.html(renderPrivacy(options.operator, options.policy)))
  app.route('/', createSignInRoutes({ ...options, visitors }))
  app.route('/', createLinkRoutes({ ...options, visitors }))
  app.route('/', createAccountRoutes(core, visitors, log))
  app.route('/', createChatRoutes(core, visitors))
  app.route('/', createReceiptRoutes(core, visitors, log))
  app.route('/', createTeamRoutes(core, visitors))
  app.route('/', createTeamGalleryRoutes(core, visitors))
  app.route('/', createSeveralRoutes(core, visitors, options))
  app.route('/', createPictureGalleryRoutes(core, visitors, options.retract))
  app.route('/', createSettingsRoutes(core, visitors, log))
  app.route('/', createAddressRoutes({ ...options, visitors }))

  app.notFound((c) => c.html(renderProblem('not-found'), 404))
  app.onError((error, c) => answerError(error, c, log))
  return app
}

function answerError(error: Error, c: Context, log: Log) {
  if (error instanceof SignInNeeded) {
    return c.redirect(`/sign-in?${new URLSearchParams({ next: error.next })}`, 303)
  }
  if (error instanceof FreshSignInNeeded) {
    return c.redirect(`/account/confirm?${new URLSearchParams({ next: error.next })}`, 303)
  }
  if (hasCode(error, 'not-found')) return c.html(renderProblem('not-found'), 404)
  if (hasCode(error, 'bad-option')) return c.html(renderProblem('refused'), 400)
  if (error instanceof HTTPException && error.status < 500) {
    return c.html(renderProblem('refused'), error.status)
  }
  // The route's pattern, not the path: a path may hold what must not be logged.
  log.error({ err: error, method: c.req.method, route: routePath(c) }, 'A page failed')
  if (error instanceof MailError) return c.html(renderProblem('mail'), 502)
  if (!hasCode(error, 'store-unavailable')) return c.html(renderProblem('failed'), 500)
  c.header('retry-after', '30')
  return c.html(renderProblem('unavailable'), 503)
}
