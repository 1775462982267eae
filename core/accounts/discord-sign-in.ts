/** Discord's sign-in: OAuth 2 with the scope `identify` alone. The token is used once and kept nowhere. */
import { createHash } from 'node:crypto'
import { z } from 'zod'
import { type PlatformSignIn, SignInFault } from './platform-sign-in.ts'
import { askPlatform } from './sign-in-request.ts'

/** docs.discord.com/developers/topics/oauth2#authorization-code-grant */
const token = z.object({
  access_token: z.string().min(1),
  token_type: z.literal('Bearer'),
  scope: z.string(),
})

/** docs.discord.com/developers/topics/oauth2#get-current-authorization-information */
const authorization = z.object({
  application: z.object({ id: z.string() }),
  scopes: z.array(z.string()),
  user: z.object({ id: z.string().regex(/^\d{1,20}$/), username: z.string() }),
})

export function createDiscordSignIn(options: {
  clientId: string
  clientSecret: string
  /** Without a slash at its end. */
  baseUrl?: string
}): PlatformSignIn {
  const { clientId, clientSecret, baseUrl = 'https://discord.com/api' } = options
  const url = `${baseUrl}/v10/oauth2`

  return {
    platform: 'discord',
    issuer: 'https://discord.com',
    renderAddress({ state, verifier, redirect }) {
      const query = {
        ...{ response_type: 'code', client_id: clientId, scope: 'identify', redirect_uri: redirect, state },
        code_challenge: createHash('sha256').update(verifier).digest('base64url'),
        code_challenge_method: 'S256',
      }
      return `${url}/authorize?${new URLSearchParams(query)}`
    },
    async redeem(code, { verifier, redirect }) {
      const client = { client_id: clientId, client_secret: clientSecret }
      const grant = {
        grant_type: 'authorization_code',
        code,
        redirect_uri: redirect,
        code_verifier: verifier,
      }
      const { access_token: bearer } = await askPlatform(token, `${url}/token`, {
        form: { ...client, ...grant },
      })
      const { application, scopes, user } = await askPlatform(authorization, `${url}/@me`, { bearer })
      if (application.id !== clientId || !scopes.includes('identify')) {
        throw new SignInFault('refused', 'Discord vouches to another application')
      }
      return { users: [user.id], name: user.username }
    },
  }
}
