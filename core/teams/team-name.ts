/** Which server or workspace is which team: each is one by itself, until it is tied to another. */
import type { PlatformName } from '#core/chat.ts'

/** Names a server or workspace; `id` is the platform's own. */
export interface TeamName {
  platform: PlatformName
  id: string
}

/** The id of the team that a server or workspace is by itself. */
export const nameTeam = ({ platform, id }: TeamName): string => `${platform}:${id}`

/** The server or workspace that `nameTeam` was given. */
export function readTeamName(team: string): TeamName {
  const [platform = '', ...rest] = team.split(':')
  return { platform: platform as PlatformName, id: rest.join(':') }
}

/** What is kept of a team, one thing of many, is kept under its id and this. */
export const keyOf = (team: string, part: string): string => `${team}/${part}`

/** What `keyOf` was given. */
export function readKey(key: string): { team: string; part: string } {
  const end = key.lastIndexOf('/')
  return { team: key.slice(0, end), part: key.slice(end + 1) }
}
