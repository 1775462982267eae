/** What a person finds at the bot's own place: the balance, the prices, ways to top up, and the latest pictures. */
import { hasCode } from '#core/errors.ts'
import { defineCommand } from '../command.ts'
import { renderBalance } from '../messages/credits.ts'
import { renderHome, renderHomeWithoutAccount } from '../messages/home.ts'
import { renderTopup } from '../messages/topup.ts'

const entriesShown = 10
const picturesShown = 5

export const home = defineCommand({
  name: 'home',
  summary: 'Shows your account and your latest pictures.',
  options: [],
  hidden: true,
  isPrivate: () => true,
  async run({ user, origin }, core) {
    try {
      const { id } = await core.accounts.requireAccount(user)
      const [balance, entries, { generations }] = await Promise.all([
        core.credits.findBalance(id),
        core.credits.listEntries(id, { limit: entriesShown }),
        core.history.list(id, { limit: picturesShown }),
      ])
      return renderHome(
        [renderBalance(balance, entries), renderTopup(balance, core, origin.platform)],
        generations,
      )
    } catch (error) {
      if (!hasCode(error, 'not-linked')) throw error
      return renderHomeWithoutAccount()
    }
  },
})
