/** Shows one of one's own pictures again. */
import { namePicture } from '#core/index.ts'
import { defineCommand } from '../command.ts'
import { renderChoice } from '../messages/history.ts'
import { renderPicture } from '../messages/picture.ts'
import { pressed } from '../pressed.ts'
import { pageSize } from './history.ts'

export const show = defineCommand({
  name: 'show',
  options: pressed.show,
  isPrivate: () => true,
  async run(call, core) {
    const account = await core.accounts.requireAccount(call.user)
    const { id } = call.options
    if (id === undefined) {
      const { generations, next } = await core.history.list(account.id, { limit: pageSize })
      return renderChoice(call.words, generations, next)
    }
    const generation = await core.history.require(account.id, id)
    const family = await core.history.family(account.id, namePicture(generation))
    const shown = { private: true, prices: core.prices, inTeam: call.team !== undefined } as const
    return renderPicture(call.words, generation, { ...shown, steps: family, children: family })
  },
})
