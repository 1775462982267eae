/** oauth.v2.access: a code for a token, once. */
import type { ApiCall, ApiMethod } from '../api.ts'
import { ApiError } from '../api-error.ts'
import { install } from '../install.ts'
import { readText } from '../posting.ts'

/** https://docs.slack.dev/authentication/installing-with-oauth */
const codeLife = 600_000

export function readClient({ args, headers }: ApiCall): {
  id: string | undefined
  secret: string | undefined
} {
  const [, basic] = headers.authorization?.match(/^Basic (.+)$/i) ?? []
  if (basic === undefined) return { id: readText(args, 'client_id'), secret: readText(args, 'client_secret') }
  const [id, secret] = Buffer.from(basic, 'base64').toString().split(':')
  return { id, secret }
}

/** By name; tokens do not rotate here. */
export const oauthMethods: Record<string, ApiMethod> = {
  'oauth.v2.access': {
    token: 'none',
    tier: 4,
    run(call) {
      const { world, args } = call
      const client = readClient(call)
      if (client.id !== world.settings.clientId) throw new ApiError('invalid_client_id')
      if (client.secret !== world.settings.clientSecret) throw new ApiError('bad_client_secret')
      if ((readText(args, 'grant_type') ?? 'authorization_code') !== 'authorization_code') {
        throw new ApiError('invalid_grant_type')
      }
      const grant = world.grants.get(readText(args, 'code') ?? '')
      if (!grant || world.clock.now() - grant.at > codeLife) throw new ApiError('invalid_code')
      if (grant.used) throw new ApiError('code_already_used')
      if (grant.redirectUri !== readText(args, 'redirect_uri')) throw new ApiError('bad_redirect_uri')
      grant.used = true
      const { person, org, scopes } = grant
      const given = install(world, { team: person.team, org, scopes, installer: person.id })
      const { enterprise } = person.team
      return {
        app_id: world.settings.id,
        authed_user: { id: person.id },
        scope: scopes.join(','),
        token_type: 'bot',
        access_token: given.token,
        bot_user_id: given.botUserId,
        team: org ? null : { id: person.team.id, name: person.team.name },
        enterprise: enterprise ? { id: enterprise.id, name: enterprise.name } : null,
        is_enterprise_install: org,
      }
    },
  },
}
