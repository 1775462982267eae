/** In which team something is asked, and whether whoever asks it may settle things there. */
import { CoreError } from '#core/errors.ts'
import type { Account, Core, TeamName } from '#core/index.ts'
import type { Call, Team } from './platform.ts'

/** The team of a call: `id` is what it is known by, also where it is tied to others. */
export interface TeamHere {
  id: string
  name: TeamName
  team: Team
}

/** Rejects with `not-in-team` in a direct message and in the terminal. */
export async function requireTeam(
  { team, user }: Pick<Call, 'team' | 'user'>,
  core: Core,
): Promise<TeamHere> {
  if (!team) throw new CoreError('not-in-team', {})
  const name = { platform: user.platform, id: team.id }
  return { id: await core.teams.findId(name), name, team }
}

/** By the platform's own permissions there, or because the team has said so. */
export async function isTeamAdmin(
  call: Pick<Call, 'admin' | 'team' | 'user'>,
  core: Core,
  account: Pick<Account, 'id'>,
): Promise<boolean> {
  if (call.admin) return true
  const { id } = await requireTeam(call, core)
  return ['owner', 'admin'].includes((await core.teams.findMember(id, account.id))?.role ?? 'member')
}
