/** Shows one of one's own pictures again. */
import { defineCommand } from '../command.ts'
import { renderPicture } from '../messages/picture.ts'
import { pressed } from '../pressed.ts'

export const show = defineCommand({
  name: 'show',
  summary: 'Shows one of your pictures again.',
  options: pressed.show,
  isPrivate: () => true,
  async run(call, core) {
    const account = await core.accounts.requireAccount(call.user)
    const generation = await core.history.require(account.id, call.options.id)
    const family = await core.history.family(account.id, generation.id)
    const shown = { private: true, prices: core.prices, inTeam: call.team !== undefined } as const
    return renderPicture(generation, { ...shown, steps: family, children: family })
  },
})
