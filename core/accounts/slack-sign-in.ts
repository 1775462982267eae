/** Sign in with Slack: OpenID Connect with the scope `openid` alone. The token is used once and kept nowhere. */
import { z } from 'zod'
import type { Clock } from '#core/clock.ts'
import { isSameSecret } from '#core/secrets/is-same.ts'
import { type PlatformSignIn, SignInFault } from './platform-sign-in.ts'
import { askPlatform } from './sign-in-request.ts'

const issuer = 'https://slack.com'
/** How far Slack's clock may be from this one. Milliseconds. */
const skew = 5 * 60_000

/** Answers of the Web API are HTTP 200 whatever comes of it; `refusal` is Slack's own word. */
const answerOf = <Shape extends z.ZodRawShape>(shape: Shape) =>
  z.union([
    z.object({ ok: z.literal(true), ...shape }),
    z.object({ ok: z.literal(false), error: z.string() }),
  ])

const id = z.string().regex(/^[A-Z0-9]{2,32}$/)
const person = { 'https://slack.com/user_id': id, 'https://slack.com/team_id': id }

/** docs.slack.dev/authentication/sign-in-with-slack */
const tokens = answerOf({ access_token: z.string().min(1), id_token: z.string().max(10_000) })
const info = answerOf({ sub: z.string(), ...person, 'https://slack.com/enterprise_id': id.optional() })
const claims = z.object({
  ...{ iss: z.string(), sub: z.string(), aud: z.string(), exp: z.number(), nonce: z.string() },
  ...person,
})

export function createSlackSignIn(options: {
  clientId: string
  clientSecret: string
  clock: Pick<Clock, 'now'>
  /** Of the Web API, without a slash at its end. */
  baseUrl?: string
}): PlatformSignIn {
  const { clientId, clientSecret, clock, baseUrl = 'https://slack.com/api' } = options

  return {
    platform: 'slack',
    issuer,
    renderAddress({ state, nonce, redirect, user }) {
      const [home = ''] = user.split(':')
      const query = {
        ...{
          response_type: 'code',
          client_id: clientId,
          scope: 'openid',
          redirect_uri: redirect,
          state,
          nonce,
        },
        // Of an organisation, Slack asks which of its workspaces.
        ...(home.startsWith('T') && { team: home }),
      }
      return `${new URL('/openid/connect/authorize', baseUrl)}?${new URLSearchParams(query)}`
    },
    async redeem(code, { nonce, redirect }) {
      const client = { client_id: clientId, client_secret: clientSecret }
      const form = { ...client, grant_type: 'authorization_code', code, redirect_uri: redirect }
      const given = take(await askPlatform(tokens, `${baseUrl}/openid.connect.token`, { form }))
      const claimed = readClaims(given.id_token)
      const isOurs = claimed.iss === issuer && claimed.aud === clientId && isSameSecret(claimed.nonce, nonce)
      if (!isOurs || claimed.exp * 1_000 + skew <= clock.now()) {
        throw new SignInFault('refused', 'Slack vouches for another sign-in')
      }
      const bearer = given.access_token
      const told = take(await askPlatform(info, `${baseUrl}/openid.connect.userInfo`, { bearer }))
      const [user, team] = [told['https://slack.com/user_id'], told['https://slack.com/team_id']]
      const isSame =
        told.sub === claimed.sub &&
        user === claimed['https://slack.com/user_id'] &&
        team === claimed['https://slack.com/team_id']
      if (!isSame) throw new SignInFault('refused', 'Slack tells of two people')
      const enterprise = told['https://slack.com/enterprise_id']
      // In an organisation a person has one id, and is named by it or, in what is of before, by the workspace.
      return { users: [...(enterprise === undefined ? [] : [`${enterprise}:${user}`]), `${team}:${user}`] }
    },
  }
}

function take<Answer extends { ok: true }>(answer: Answer | { ok: false; error: string }): Answer {
  if (answer.ok) return answer
  const isPassing = /^(ratelimited|fatal_error|internal_error|service_unavailable)$/.test(answer.error)
  throw new SignInFault(
    isPassing ? 'down' : 'refused',
    `Slack answered ${/^\w{1,64}$/.exec(answer.error)?.[0] ?? '?'}`,
  )
}

/**
 * What the token says of itself. It comes from Slack straight, over TLS, which takes the place of its signature (OpenID
 * Connect Core, 3.1.3.7).
 */
function readClaims(token: string): z.output<typeof claims> {
  const [, payload = ''] = token.split('.')
  try {
    return claims.parse(JSON.parse(Buffer.from(payload, 'base64url').toString()))
  } catch (cause) {
    throw new SignInFault('refused', 'Slack answered with a token of an unknown form', { cause })
  }
}
