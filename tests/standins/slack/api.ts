/** The Web API: finds the method, checks the token and its scopes, runs it, answers with Slack's codes. */
import { ApiError } from './api-error.ts'
import type { Answer, Args } from './http.ts'
import { methods } from './methods/index.ts'
import { readText } from './posting.ts'
import type { CountRequest, Tier } from './rate-limits.ts'
import { blame, type Installation, reaches, type Team, type World } from './world.ts'

/** A call as its method sees it. */
export interface ApiCall {
  world: World
  args: Args
  headers: Readonly<Record<string, string>>
}

/** A call with a bot token. */
export interface BotCall extends ApiCall {
  installation: Installation
  /** The workspace meant: the token's own, or for an organisation's token the one named. */
  findTeam(): Team | undefined
}

/** The fields of an answer beside `ok: true`. */
export type Result = Readonly<Record<string, unknown>>

/** A Web API method: which token and scopes it asks for, how often it may be called, what it does. */
export type ApiMethod =
  | { token: 'bot'; scopes: readonly string[]; tier: Tier; run(call: BotCall): Result | Promise<Result> }
  | { token: 'app' | 'none'; tier: Tier; run(call: ApiCall): Result | Promise<Result> }

/** Never rejects for what an app can cause; `headers` are the request's, in lower case. */
export async function answerApi(
  world: World,
  count: CountRequest,
  name: string,
  args: Args,
  headers: Readonly<Record<string, string>>,
): Promise<Answer> {
  const scopeHeaders: Record<string, string> = {}
  try {
    const method = methods[name]
    if (!method) {
      blame(world, `a call of ${name}, which is no method here`)
      throw new ApiError('unknown_method', { req_method: name })
    }
    const call: ApiCall = { world, args, headers }
    if (method.token !== 'bot') {
      if (method.token === 'app') checkAppToken(world, readToken(call))
      return { status: 200, body: { ok: true, ...(await method.run(call)) } }
    }
    const installation = findByToken(world, readToken(call))
    const findTeam = () => findMeantTeam(world, installation, args)
    if (world.switches.rateLimits) {
      const teamId = findTeam()?.id ?? installation.enterprise?.id ?? ''
      count({ method: name, tier: method.tier, teamId, channelId: readText(args, 'channel') ?? '' })
    }
    scopeHeaders['x-oauth-scopes'] = installation.scopes.join(',')
    scopeHeaders['x-accepted-oauth-scopes'] = method.scopes.join(',')
    requireScopes(installation, method.scopes)
    const result = await method.run({ ...call, installation, findTeam })
    return { status: 200, body: { ok: true, ...result }, headers: scopeHeaders }
  } catch (error) {
    if (!(error instanceof ApiError)) throw error
    return renderApiError(error, scopeHeaders)
  }
}

/** `ratelimited` is an HTTP 429 with `Retry-After`; every other refusal is an HTTP 200. */
export function renderApiError(error: ApiError, headers: Readonly<Record<string, string>> = {}): Answer {
  const { retryAfter, ...details } = error.details
  const body = { ok: false, error: error.code, ...details }
  if (error.code !== 'ratelimited') return { status: 200, body, headers }
  return { status: 429, body, headers: { ...headers, 'retry-after': String(retryAfter ?? 1) } }
}

/** The bearer token, or the `token` argument. Throws `not_authed`. */
function readToken(call: ApiCall): string {
  const [, bearer] = call.headers.authorization?.match(/^Bearer (.+)$/i) ?? []
  const token = bearer ?? readText(call.args, 'token')
  if (token === undefined) throw new ApiError('not_authed')
  return token
}

function checkAppToken(world: World, token: string): void {
  if (token === world.settings.appToken) return
  const known = world.installations.some((one) => one.token === token)
  throw new ApiError(known ? 'not_allowed_token_type' : 'invalid_auth')
}

function findByToken(world: World, token: string): Installation {
  const found = world.installations.find((one) => one.token === token)
  if (token === world.settings.appToken) throw new ApiError('not_allowed_token_type')
  if (!found) throw new ApiError('invalid_auth')
  if (found.state === 'revoked') throw new ApiError('token_revoked')
  if (found.state === 'uninstalled') throw new ApiError('account_inactive')
  return found
}

function findMeantTeam(world: World, installation: Installation, args: Args): Team | undefined {
  if (installation.team) return installation.team
  const named = world.teams.get(readText(args, 'team_id') ?? '')
  return named && reaches(installation, named) ? named : undefined
}

/** Throws `missing_scope` with what is needed and what there is. */
export function requireScopes(installation: Installation, scopes: readonly string[]): void {
  const missing = scopes.find((scope) => !installation.scopes.includes(scope))
  if (missing)
    throw new ApiError('missing_scope', { needed: missing, provided: installation.scopes.join(',') })
}

/** The workspace of the call. Throws `missing_argument` when an organisation's token does not say which. */
export function requireTeam(call: BotCall): Team {
  const team = call.findTeam()
  if (!team)
    throw new ApiError('missing_argument', {
      response_metadata: { messages: ['[ERROR] missing required field: team_id'] },
    })
  return team
}
