/** In which team something is asked, and whether whoever asks it may settle things there. */
import { CoreError } from '#core/errors.ts'
import type { Account, Core, Member, TeamName } from '#core/index.ts'
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

/** What people call it; noted, so that pages on the web can say it too. */
export async function findTeamName({ name, team }: Pick<TeamHere, 'name' | 'team'>, core: Core) {
  const title = await team.findName()
  if (title !== undefined) await core.teams.noteTitle(name, title)
  return title
}

/**
 * The address of its page on the web, for an admin: with a pass where the platform alone knows that they are one. Whoever is one
 * because the team has said so needs none, and is none there any more once the team says otherwise.
 */
export async function linkTeamPage(
  core: Core,
  { id }: TeamHere,
  { role }: Partial<Pick<Member, 'role'>>,
  account: string,
) {
  const pass = role === 'owner' || role === 'admin' ? undefined : await core.teamAccess.issuePass(account, id)
  const query = { team: id, ...(pass && { until: String(pass.until), seal: pass.seal }) }
  return `${core.publicUrl}/team?${new URLSearchParams(query)}`
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
