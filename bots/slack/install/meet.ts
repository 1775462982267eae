/** Finds out whom a configured token belongs to, and whether it may do what is needed. */
import type { Log } from '#core/index.ts'
import type { WebApi } from '../api.ts'
import type { Installation } from './installations.ts'

/** Asks once; rejects with a `SlackFault`. */
export async function meetWorkspace(
  token: string,
  { webApi, scopes, log }: { webApi: WebApi; scopes: readonly string[]; log: Log },
): Promise<Installation> {
  const found = await webApi.ask('hasty', 'start', () => webApi.open(token).auth.test())
  const given = found.response_metadata?.scopes
  const missing = given && scopes.filter((scope) => !given.includes(scope))
  if (missing?.length) log.warn({ missing }, 'The Slack app lacks scopes: install it again from the manifest')
  return { token, botId: found.bot_id, botUserId: found.user_id }
}
