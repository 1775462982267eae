/** Shows what was spent in a month: of the team's wallet where it is asked in a team, else of one's own. */
import { isMonth } from '#core/index.ts'
import { defineCommand } from '../command.ts'
import { renderMemberUsage, renderOwnUsage, renderTeamUsage } from '../messages/usage.ts'
import { refuseOption } from '../options.ts'
import { findTeamName, isTeamAdmin, requireTeam } from '../team-call.ts'

export const usage = defineCommand({
  name: 'usage',
  options: [{ name: 'month', type: 'text', maxLength: 16 }],
  needsAdmin: true,
  isPrivate: () => true,
  async run(call, core) {
    const account = await core.accounts.requireAccount(call.user)
    const month = call.options.month?.trim()
    if (month !== undefined && !isMonth(month)) throw refuseOption('month', { kind: 'not-a-month' })
    if (!call.team) return renderOwnUsage(call.words, await core.reports.findOwnMonth(account.id, month))
    const here = await requireTeam(call, core)
    const { id } = here
    if (!(await isTeamAdmin(call, core, account))) {
      return renderMemberUsage(call.words, await core.reports.findMemberMonth(id, account.id, month))
    }
    const usage = await core.reports.findTeamMonth(id, month)
    const name = await findTeamName(here, core)
    return renderTeamUsage(call.words, usage, { name, here: here.name, link: here.team.link })
  },
})
