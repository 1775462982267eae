/** Finds the channel where a team's admins are told of what concerns them. */
import type { Place } from '#core/chat.ts'
import { findTeamId } from './find-team-id.ts'
import { findSettings, type SettingsPorts } from './settings.ts'
import { readTeamName } from './team-name.ts'

/**
 * Undefined where none is chosen, and where it is in a server or workspace that is of another team by now: whoever was untied
 * reads no more of it.
 */
export async function findAdminsChannel(ports: SettingsPorts, team: string): Promise<Place | undefined> {
  const { adminsChannel } = await findSettings(ports, team)
  if (!adminsChannel) return undefined
  const { platform, team: id } = adminsChannel
  const [there, here] = await Promise.all([
    findTeamId(ports, { platform, id }),
    findTeamId(ports, readTeamName(team)),
  ])
  return there === here ? adminsChannel : undefined
}
