/** Unties the chat user from their account, once they have said so twice. */
import { defineCommand } from '../command.ts'
import { renderUnlinked, renderUnlinkQuestion } from '../messages/link.ts'
import { pressed } from '../pressed.ts'

export const unlink = defineCommand({
  name: 'unlink',
  options: [],
  toAll: true,
  needsLink: true,
  isPrivate: () => true,
  async run(call, core) {
    return renderUnlinkQuestion(call.words, await core.accounts.requireAccount(call.user))
  },
})

export const unlinkNow = defineCommand({
  name: 'unlink-now',
  options: pressed['unlink-now'],
  hidden: true,
  inPlace: true,
  toAll: true,
  needsLink: true,
  isPrivate: () => true,
  async run(call, core) {
    await core.links.unlink(call.user)
    return renderUnlinked(call.words)
  },
})
