/** Finds out at the start whom a configured token belongs to, and whether it may do what is needed. */
import type { Log } from '#core/index.ts'
import { readFault } from './errors.ts'
import type { Installation } from './installations.ts'
import { explainStart } from './start-fault.ts'
import type { WebApi } from './web-api.ts'

/** Rejects with a sentence an operator can act on. */
export async function meetWorkspace(
  token: string,
  options: { webApi: WebApi; scopes: readonly string[]; apiUrl: string; log: Log },
): Promise<Installation> {
  const { webApi, scopes, apiUrl, log } = options
  const found = await webApi
    .ask('again', 'start', () => webApi.open(token).auth.test())
    .catch((error) => {
      throw explainStart(readFault(error), 'SLACK_BOT_TOKEN', apiUrl)
    })
  const given = found.response_metadata?.scopes
  const missing = given && scopes.filter((scope) => !given.includes(scope))
  if (missing?.length) log.warn({ missing }, 'The Slack app lacks scopes: install it again from the manifest')
  return { token, botId: found.bot_id, botUserId: found.user_id }
}
