/** Sign in with Slack: a code for tokens, once, and who they are of. docs.slack.dev/authentication/sign-in-with-slack */
import type { ApiCall, ApiMethod } from '../api.ts'
import { ApiError } from '../api-error.ts'
import { randomText } from '../ids.ts'
import type { Person } from '../person.ts'
import { readText } from '../posting.ts'
import { readClient } from './oauth.ts'

/** Milliseconds. */
const codeLife = 600_000
const tokenLife = 300_000

/** A person is the same in all workspaces of their organisation. */
const describe = ({ id, team }: Person) => ({
  sub: id,
  'https://slack.com/user_id': id,
  'https://slack.com/team_id': team.id,
})

const encode = (value: object) => Buffer.from(JSON.stringify(value)).toString('base64url')

export const openidMethods: Record<string, ApiMethod> = {
  'openid.connect.token': { token: 'none', tier: 4, run: exchange },
  'openid.connect.userInfo': {
    token: 'none',
    tier: 4,
    run({ world, headers }) {
      const person = world.userTokens.get(/^Bearer (\S+)$/.exec(headers.authorization ?? '')?.[1] ?? '')
      if (!person) throw new ApiError('invalid_auth')
      const { enterprise } = person.team
      return { ...describe(person), ...(enterprise && { 'https://slack.com/enterprise_id': enterprise.id }) }
    },
  },
}

/** The signature is of no key: the app has the token from here, over TLS. */
function exchange(call: ApiCall) {
  const { world, args } = call
  const client = readClient(call)
  if (client.id !== world.settings.clientId) throw new ApiError('invalid_client_id')
  if (client.secret !== world.settings.clientSecret) throw new ApiError('bad_client_secret')
  if ((readText(args, 'grant_type') ?? 'authorization_code') !== 'authorization_code') {
    throw new ApiError('invalid_grant_type')
  }
  const grant = world.signIns.get(readText(args, 'code') ?? '')
  const now = world.clock.now()
  if (!grant || now - grant.at > codeLife) throw new ApiError('invalid_code')
  if (grant.used) throw new ApiError('code_already_used')
  if (grant.redirectUri !== readText(args, 'redirect_uri')) throw new ApiError('bad_redirect_uri')
  grant.used = true
  const token = `xoxp-${randomText(24)}`
  world.userTokens.set(token, grant.person)
  const at = Math.floor(now / 1_000)
  const claims = {
    ...{
      iss: 'https://slack.com',
      aud: world.settings.clientId,
      iat: at,
      exp: at + tokenLife / 1_000,
      auth_time: at,
    },
    ...describe(grant.person),
    ...(grant.nonce !== undefined && { nonce: grant.nonce }),
  }
  const idToken = [encode({ alg: 'RS256', typ: 'JWT', kid: 'standin' }), encode(claims), randomText(40)].join(
    '.',
  )
  return { access_token: token, token_type: 'Bearer', id_token: idToken }
}
