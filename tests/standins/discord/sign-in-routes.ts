/** Signing in with Discord: the page that asks for consent, and what its code is worth. docs.discord.com/developers/topics/oauth2 */
import { createHash } from 'node:crypto'
import { renderApplication } from './application-routes.ts'
import { Refusal } from './refusals.ts'
import type { Route, RouteAnswer, RouteRequest } from './route.ts'
import { renderUser } from './users.ts'
import type { World } from './world.ts'

const codeLife = 60_000
/** Milliseconds; Discord's own. */
const tokenLife = 604_800_000
const scope = 'identify'
const html = { 'content-type': 'text/html' }

export function signInRoutes(world: World): Route[] {
  const common = { open: true, unlisted: true } as const
  return [
    {
      ...{ ...common, name: 'authorize', method: 'GET', path: '/oauth2/authorize' },
      handle: (request) => showConsent(world, request),
    },
    {
      ...{ ...common, name: 'authorize', method: 'POST', path: '/oauth2/authorize' },
      handle: (request) => decide(world, request),
    },
    {
      ...{ ...common, name: 'token', method: 'POST', path: '/oauth2/token' },
      handle: (request) => exchange(world, request),
    },
    {
      ...{ name: 'authorization', method: 'GET', path: '/oauth2/@me', open: true },
      handle({ authorization = '' }) {
        const token = world.accessTokens.get(/^Bearer (\S+)$/.exec(authorization)?.[1] ?? '')
        if (!token || token.expiresAt <= world.clock.now()) throw new Refusal('unauthorized')
        const expires = new Date(token.expiresAt).toISOString()
        const { bot: _, ...user } = renderUser(token.user)
        return {
          status: 200,
          body: { application: renderApplication(world), expires, scopes: [scope], user },
        }
      },
    },
  ]
}

/** What Discord shows in place of the page. */
function findFault({ application }: World, query: URLSearchParams): string | undefined {
  if (query.get('client_id') !== application.id) return 'Unknown Application'
  if (query.get('response_type') !== 'code') return 'Unsupported response type'
  if (query.get('scope') !== scope) return 'The requested scope is invalid, unknown, or malformed'
  if (!application.redirects.includes(query.get('redirect_uri') ?? '')) return 'Invalid OAuth2 redirect_uri'
  const method = query.get('code_challenge_method')
  const isGood = query.has('code_challenge') ? method === 'S256' : method === null
  return isGood ? undefined : 'Invalid code challenge'
}

const showFault = (fault: string): RouteAnswer => ({ status: 400, headers: html, body: `<h1>${fault}</h1>` })

function showConsent(world: World, { query }: RouteRequest): RouteAnswer {
  const fault = findFault(world, query)
  if (fault) return showFault(fault)
  const people = [...world.users.values()].filter(({ bot }) => !bot)
  const forms = people.map(
    ({
      id,
      username,
    }) => `<form method="post"><p>${username}</p><input type="hidden" name="user" value="${id}">
<button name="decision" value="allow">Authorize as ${username}</button>
<button name="decision" value="deny">Cancel as ${username}</button></form>`,
  )
  const page = `<!doctype html><link rel="icon" href="data:,"><title>Discord stand-in</title><h1>${world.application.name} asks who you are</h1>`
  return { status: 200, headers: html, body: `${page}${forms.join('')}` }
}

/** The address keeps its query, as the page's own form does. */
function decide(world: World, { query, body }: RouteRequest): RouteAnswer {
  const user = world.users.get(String(body.user))
  const fault = findFault(world, query)
  if (fault || !user) return showFault(fault ?? 'Nobody is signed in')
  const redirect = query.get('redirect_uri') ?? ''
  const back = new URL(redirect)
  const state = query.get('state')
  if (state !== null) back.searchParams.set('state', state)
  back.searchParams.set('iss', 'https://discord.com')
  if (body.decision !== 'allow') {
    back.searchParams.set('error', 'access_denied')
    back.searchParams.set(
      'error_description',
      'The resource owner or authorization server denied the request',
    )
    return { status: 302, headers: { ...html, location: back.href } }
  }
  const code = crypto.randomUUID().replaceAll('-', '')
  const challenge = query.get('code_challenge') ?? undefined
  world.signInGrants.set(code, { user, redirect, challenge, at: world.clock.now(), used: false })
  back.searchParams.set('code', code)
  return { status: 302, headers: { ...html, location: back.href } }
}

const refuse = (status: number, error: string): RouteAnswer => ({ status, body: { error } })

function exchange(world: World, { body, isForm }: RouteRequest): RouteAnswer {
  const { application, signInGrants, accessTokens, clock } = world
  if (!isForm) return refuse(400, 'invalid_request')
  if (body.client_id !== application.id || body.client_secret !== application.clientSecret) {
    return refuse(401, 'invalid_client')
  }
  if (body.grant_type !== 'authorization_code') return refuse(400, 'unsupported_grant_type')
  const grant = signInGrants.get(String(body.code))
  const isLive = grant && !grant.used && clock.now() - grant.at <= codeLife
  if (!isLive || grant.redirect !== body.redirect_uri) return refuse(400, 'invalid_grant')
  const proof = createHash('sha256')
    .update(String(body.code_verifier ?? ''))
    .digest('base64url')
  if (grant.challenge !== undefined && grant.challenge !== proof) return refuse(400, 'invalid_grant')
  grant.used = true
  const token = crypto.randomUUID()
  accessTokens.set(token, { user: grant.user, expiresAt: clock.now() + tokenLife })
  const refresh_token = crypto.randomUUID()
  const given = { token_type: 'Bearer', expires_in: tokenLife / 1_000, refresh_token, scope }
  return { status: 200, body: { access_token: token, ...given } }
}
