/** Cancels a waiting picture; its credits go back. */
import { defineCommand } from '../command.ts'
import { renderCancelled } from '../messages/cancelled.ts'
import { pressed } from '../pressed.ts'

export const cancel = defineCommand({
  name: 'cancel',
  options: pressed.cancel,
  needsLink: true,
  isPrivate: () => true,
  async run(call, core) {
    const account = await core.accounts.requireAccount(call.user)
    const { id } = call.options
    const cancelled =
      id === undefined ? await core.images.cancelNewest(account.id) : await core.images.cancel(account.id, id)
    return renderCancelled(call.words, cancelled)
  },
})
