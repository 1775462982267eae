/** Votes for a shared picture, and takes the vote back. */
import { CoreError, hasCode } from '#core/errors.ts'
import { defineCommand } from '../command.ts'
import { renderVoted } from '../messages/gallery.ts'
import { pressed } from '../pressed.ts'

export const vote = defineCommand({
  name: 'vote',
  options: pressed.vote,
  hidden: true,
  isPrivate: () => true,
  async run({ id, team, user, words, options }, core) {
    if (!team) throw new CoreError('not-in-team', {})
    // Whoever has no account votes too; whoever's account is blocked does not.
    await core.accounts.requireAccount(user).catch((error: unknown) => {
      if (!hasCode(error, 'not-linked')) throw error
    })
    return renderVoted(
      words,
      await core.votes.toggle(options.id, { platform: user.platform, id: team.id }, user, id),
    )
  },
})
