/** Shows a team to its people, and lets its admins settle who pays, how much, and who may. */
import { CoreError } from '#core/errors.ts'
import { payerOfTeam } from '#core/index.ts'
import { defineCommand } from '../command.ts'
import { renderTeam, renderTied } from '../messages/team.ts'
import { listChoices } from '../option.ts'
import { pressed } from '../pressed.ts'
import { findTeamName, isTeamAdmin, linkTeamPage, requireTeam } from '../team-call.ts'
import { changes, changeTeam, mostCap } from '../team-changes.ts'

/** Changes of the log that are shown at once. */
const mostChanges = 8

export const team = defineCommand({
  name: 'team',
  options: [
    { name: 'do', type: 'choice', choices: listChoices(changes, (words, value) => words.teamChanges[value]) },
    { name: 'person', type: 'person' },
    { name: 'channel', type: 'channel' },
    { name: 'credits', type: 'integer', minimum: 0, maximum: mostCap },
    { name: 'value', type: 'text', maxLength: 64 },
  ],
  needsAdmin: true,
  isPrivate: () => true,
  async run(call, core) {
    const here = await requireTeam(call, core)
    const account = await core.accounts.requireAccount(call.user)
    const isAdmin = await isTeamAdmin(call, core, account)
    const { do: what } = call.options
    if (what !== undefined) {
      if (!isAdmin) throw new CoreError('not-admin', {})
      return await changeTeam(what, { call, core, here, by: account.id })
    }
    const { id } = here
    const [settings, member, balance, name, gallery] = await Promise.all([
      core.teams.findSettings(id),
      core.teams.findMember(id, account.id),
      core.credits.findBalance(payerOfTeam(id)),
      findTeamName(here, core),
      core.teams.findGallery(here.name),
    ])
    const inside = isAdmin && {
      members: await core.teams.listMembers(id),
      changes: await core.teams.listChanges(id, mostChanges),
      address: await linkTeamPage(core, here, member ?? {}, account.id),
    }
    return renderTeam(call.words, { name, settings, member, balance, gallery, ...(inside && { inside }) })
  },
})

/** The button under the question whether to. */
export const tieTeams = defineCommand({
  name: 'tie-teams',
  options: pressed['tie-teams'],
  hidden: true,
  needsAdmin: true,
  isPrivate: () => true,
  async run(call, core) {
    const account = await core.accounts.requireAccount(call.user)
    const { name } = await requireTeam(call, core)
    if (!(await isTeamAdmin(call, core, account))) throw new CoreError('not-admin', {})
    return renderTied(call.words, await core.teams.ties.tie(call.options.code, name, account.id))
  },
})
