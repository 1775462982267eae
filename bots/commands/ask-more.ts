/** Asks a team's admins for more credits than a cap gives, and takes their answer. */
import { CoreError } from '#core/errors.ts'
import { defineCommand } from '../command.ts'
import { renderAnswered, renderAsked } from '../messages/cap-request.ts'
import { pressed } from '../pressed.ts'
import { isTeamAdmin, requireTeam } from '../team-call.ts'

export const askMore = defineCommand({
  name: 'ask-more',
  options: pressed['ask-more'],
  hidden: true,
  isPrivate: () => true,
  async run(call, core) {
    const { id: account } = await core.accounts.requireAccount(call.user)
    return renderAsked(
      call.words,
      await core.capRequests.ask({ account, name: call.user.name }, call.options.id),
    )
  },
})

/** What is pressed says so itself in the end, wherever the admins were asked. */
export const answerRequest = defineCommand({
  name: 'answer-request',
  options: pressed['answer-request'],
  hidden: true,
  needsAdmin: true,
  isPrivate: () => true,
  async run(call, core) {
    const account = await core.accounts.requireAccount(call.user)
    const { id: team, name } = await requireTeam(call, core)
    if (!(await isTeamAdmin(call, core, account))) throw new CoreError('not-admin', {})
    const how = call.options.approve ? 'approved' : 'declined'
    const by = { account: account.id, name: call.user.name }
    const post = call.pressed && { ...call.pressed, platform: name.platform, team: name.id }
    return renderAnswered(
      call.words,
      await core.capRequests.answer(call.options.id, { how, by, team, ...(post && { pressed: post }) }),
    )
  },
})
