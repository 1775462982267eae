/** Marks one's own picture as a favourite, and takes the mark back. */
import { defineCommand } from '../command.ts'
import { renderFavourite } from '../messages/favourite.ts'
import { pressed } from '../pressed.ts'

export const favourite = createMark('favourite', true)

export const unfavourite = createMark('unfavourite', false)

function createMark(name: 'favourite' | 'unfavourite', isFavourite: boolean) {
  return defineCommand({
    name,
    options: pressed[name],
    hidden: true,
    isPrivate: () => true,
    async run(call, core) {
      const account = await core.accounts.requireAccount(call.user)
      const { id } = await core.sharing.requireAuthored(account.id, call.options.id)
      return renderFavourite(call.words, await core.history.markFavourite(account.id, id, isFavourite))
    },
  })
}
