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
  summary: 'Shows your team: who pays, caps, members. Admins change it.',
  options: [
    { name: 'do', summary: 'What to change', type: 'choice', choices: listChoices(changes) },
    { name: 'person', summary: 'Whom it is about', type: 'person' },
    { name: 'channel', summary: 'The channel it is about', type: 'channel' },
    { name: 'credits', summary: 'In a month', type: 'integer', minimum: 0, maximum: mostCap },
    { name: 'value', summary: 'team or own, a time zone, or a code', type: 'text', maxLength: 64 },
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
  summary: 'Makes two teams one.',
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
