/** Shows one of one's own pictures again. */
import type { Command } from '../command.ts'
import { renderPicture } from '../messages/picture.ts'

export const show: Command = {
  name: 'show',
  summary: 'Shows one of your pictures again.',
  options: [{ name: 'id', summary: 'Its id, from under the picture', type: 'generation', required: true }],
  isPrivate: () => true,
  async run(call, core) {
    const account = await core.accounts.requireAccount(call.user)
    const generation = await core.history.require(account.id, String(call.options.id))
    return renderPicture(generation, { private: true, inTeam: call.team !== undefined })
  },
}
