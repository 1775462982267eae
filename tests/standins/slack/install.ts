/** Installs the app: a workspace, or a whole organisation, gets a bot and a token. */
import { createSlackId, randomText } from './ids.ts'
import type { Installation, Team, World } from './world.ts'

/** Installing again renews the token and the scopes and keeps the bot. */
export function install(
  world: World,
  given: { team: Team; org: boolean; scopes: readonly string[]; installer: string },
): Installation {
  const { team, org, scopes, installer } = given
  if (org && !team.enterprise)
    throw new Error(`${team.name} belongs to no organisation that could install the app`)
  const same = world.installations.find((one) =>
    org ? one.enterprise !== undefined && one.enterprise === team.enterprise : one.team === team,
  )
  const installation: Installation = {
    token: `xoxb-${team.id.slice(1)}-${randomText(24)}`,
    team: org ? undefined : team,
    enterprise: org ? team.enterprise : undefined,
    scopes,
    installer,
    botId: same?.botId ?? createSlackId('B'),
    botUserId: same?.botUserId ?? createSlackId('U'),
    state: 'live',
  }
  if (same?.state === 'live') {
    same.scopes = scopes
    return same
  }
  world.installations.push(installation)
  return installation
}
