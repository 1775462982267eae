/** What a person finds at the bot's own place: the balance, the prices, ways to top up, and the latest pictures. */
import { hasCode } from '#core/errors.ts'
import type { Core, PlatformName, Words } from '#core/index.ts'
import { defineCommand } from '../command.ts'
import { renderBalance } from '../messages/credits.ts'
import { renderHome, renderHomeWithoutAccount } from '../messages/home.ts'
import { renderTopup } from '../messages/topup.ts'
import type { Message } from '../platform.ts'
import { findCredits } from './credits.ts'

const picturesShown = 5

export const home = defineCommand({
  name: 'home',
  options: [],
  hidden: true,
  isPrivate: () => true,
  async run({ user, origin, words }, core) {
    try {
      const { id } = await core.accounts.requireAccount(user)
      const [credits, { generations }] = await Promise.all([
        // What cannot be read is left out, so that the rest is still shown.
        showCredits(words, core, id, origin.platform).catch(() => []),
        core.history.list(id, { limit: picturesShown }),
      ])
      return renderHome(words, credits, generations, core.prices)
    } catch (error) {
      if (!hasCode(error, 'not-linked')) throw error
      return renderHomeWithoutAccount(words, core.prices)
    }
  },
})

async function showCredits(words: Words, core: Core, id: string, platform: PlatformName): Promise<Message[]> {
  const credits = await findCredits(core, id, platform)
  return [renderBalance(words, credits, core), renderTopup(words, credits.balance, core, platform)]
}
