/**
 * Lets workspaces install the app: docs.slack.dev/authentication/installing-with-oauth. The SDK's installer speaks
 * Node's own requests and answers with pages that a strict Content-Security-Policy refuses, so this is its own.
 */
import { createHmac, randomBytes } from 'node:crypto'
import { isSameSecret, type Log, logFailure, readLanguage } from '#core/index.ts'
import type { Clock, WebApi } from '../api.ts'
import { readFault } from '../errors.ts'
import type { Installations } from './installations.ts'
import { type InstallPage, renderInstallPage } from './pages.ts'

export interface InstallRoutes {
  /** Sends the browser to Slack's consent page. */
  begin(): Response
  /** Where Slack sends it back to: exchanges the code for a token and keeps it. Never rejects. */
  end(request: Request): Promise<Response>
}

/** Where somebody begins. */
export const installPath = '/slack/install'
export const redirectPath = '/slack/oauth_redirect'

/** How long somebody may look at the consent page. Milliseconds. */
const stateLife = 600_000

interface InstallOptions {
  clientId: string
  clientSecret: string
  stateSecret: string
  scopes: readonly string[]
  /** Without a slash at its end. */
  publicUrl: string
  /** Slack's consent page. */
  authorizeUrl: string
  installations: Installations
  webApi: WebApi
  clock: Pick<Clock, 'now'>
  log: Log
}

export function createInstallRoutes(options: InstallOptions): InstallRoutes {
  return {
    begin() {
      const state = createState(options)
      const url = new URL(options.authorizeUrl)
      url.search = new URLSearchParams({
        client_id: options.clientId,
        scope: options.scopes.join(','),
        redirect_uri: findRedirect(options),
        state,
      }).toString()
      return new Response(null, {
        status: 302,
        headers: {
          location: url.href,
          'set-cookie': setCookie(options, state, stateLife / 1_000),
          'cache-control': 'no-store',
        },
      })
    },
    async end(request) {
      // The code in the address can be exchanged once.
      if (request.method === 'HEAD') return new Response(null, { status: 204 })
      const { searchParams } = new URL(request.url)
      const kept = readCookie(request, nameCookie(options))
      const words = readLanguage(request.headers.get('accept-language'))
      const forget = setCookie(options, '', 0)
      const show = (status: number, page: InstallPage) =>
        renderInstallPage(words, page, { status, cookie: forget, again: installPath })
      if (!isState(options, searchParams.get('state') ?? '', kept)) return show(400, 'expired')
      const code = searchParams.get('code')
      if (code === null) return show(400, 'declined')
      try {
        await install(options, code)
        options.log.info({}, 'A workspace has installed the Slack app')
        return show(200, 'installed')
      } catch (error) {
        logFailure(options.log, readFault(error), {}, 'The Slack app could not be installed')
        return show(502, 'failed')
      }
    },
  }
}

async function install(options: InstallOptions, code: string): Promise<void> {
  const { webApi, clientId, clientSecret, installations } = options
  const given = await webApi.ask('hasty', 'install', () =>
    webApi.open(undefined).oauth.v2.access({
      client_id: clientId,
      client_secret: clientSecret,
      code,
      redirect_uri: findRedirect(options),
    }),
  )
  const token = given.access_token ?? ''
  const bot = await webApi.ask('again', 'install', () => webApi.open(token).auth.test())
  await installations.save({
    token,
    botId: bot.bot_id,
    botUserId: given.bot_user_id ?? bot.user_id,
    enterprise: given.enterprise?.id,
    ...(given.is_enterprise_install !== true && { team: given.team?.id }),
  })
}

function createState(options: InstallOptions): string {
  const text = `${(options.clock.now() + stateLife).toString(36)}.${randomBytes(24).toString('base64url')}`
  return `${text}.${sign(options, text)}`
}

/** The browser that comes back must be the one that left, and soon. */
function isState(options: InstallOptions, state: string, kept: string): boolean {
  const [end = '', random = '', signature = ''] = state.split('.')
  const right = isSameSecret(state, kept) && isSameSecret(signature, sign(options, `${end}.${random}`))
  return right && Number.parseInt(end, 36) > options.clock.now()
}

function setCookie(options: InstallOptions, value: string, seconds: number): string {
  const secure = isSecure(options) ? '; Secure' : ''
  const attributes = `Path=/; Max-Age=${seconds}; HttpOnly; SameSite=Lax${secure}`
  return `${nameCookie(options)}=${value}; ${attributes}`
}

const sign = ({ stateSecret }: InstallOptions, text: string) =>
  createHmac('sha256', stateSecret).update(`install:${text}`).digest('base64url')

const isSecure = ({ publicUrl }: InstallOptions) => publicUrl.startsWith('https:')
const nameCookie = (options: InstallOptions) => (isSecure(options) ? '__Host-slack-install' : 'slack-install')
const findRedirect = ({ publicUrl }: InstallOptions) => `${publicUrl}${redirectPath}`

function readCookie(request: Request, name: string): string {
  const cookies = (request.headers.get('cookie') ?? '').split(/;\s*/)
  return cookies.find((each) => each.startsWith(`${name}=`))?.slice(name.length + 1) ?? ''
}
