/** Shares one's own picture in the team's gallery channel, and takes it back. */
import { CoreError } from '#core/errors.ts'
import type { Generation } from '#core/index.ts'
import { defineCommand } from '../command.ts'
import { inLanguage } from '../in-language.ts'
import { renderGalleryPost, renderShared, renderUnshared } from '../messages/sharing.ts'
import { pressed } from '../pressed.ts'

export const share = defineCommand({
  name: 'share',
  options: pressed.share,
  isPrivate: () => true,
  async run(call, core) {
    const account = await core.accounts.requireAccount(call.user)
    const { team, user, roomWords } = call
    if (!team) throw new CoreError('not-in-team', {})
    const render = (generation: Generation) =>
      renderGalleryPost(roomWords, { generation, author: user.name, votes: 0 }, core.prices)
    const posted = await core.sharing.share(account.id, call.options.id, {
      platform: user.platform,
      id: team.id,
      author: user.name,
      post: (channel, shared) => team.post(channel, inLanguage(roomWords, render(shared), user.platform)),
      retract: call.retract,
    })
    const { post } = posted
    const here = post.platform === user.platform && post.team === team.id
    const address = here ? team.link?.(post.channel, post.message) : undefined
    return renderShared(call.words, posted, { here, address })
  },
})

export const unshare = defineCommand({
  name: 'unshare',
  options: pressed.unshare,
  hidden: true,
  isPrivate: () => true,
  async run(call, core) {
    const account = await core.accounts.requireAccount(call.user)
    return renderUnshared(call.words, await core.sharing.unshare(account.id, call.options.id, call.retract))
  },
})
