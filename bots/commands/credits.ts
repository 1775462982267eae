/** Shows the balance, the last transactions and the prices. */
import { defineCommand } from '../command.ts'
import { renderBalance } from '../messages/credits.ts'

const entriesShown = 10

export const credits = defineCommand({
  name: 'credits',
  summary: 'Shows your balance, your last transactions and the prices.',
  options: [],
  isPrivate: () => true,
  async run(call, core) {
    const account = await core.accounts.requireAccount(call.user)
    const [balance, entries] = await Promise.all([
      core.credits.findBalance(account.id),
      core.credits.listEntries(account.id, { limit: entriesShown }),
    ])
    return renderBalance(balance, entries)
  },
})
