/** Shows the balance, the last transactions and the prices. */
import type { Core } from '#core/index.ts'
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
    const { balance, entries } = await findCredits(core, account.id)
    return renderBalance(balance, entries, core.prices)
  },
})

/** What an account has, and what became of it last. */
export async function findCredits({ credits }: Core, account: string) {
  const [balance, entries] = await Promise.all([
    credits.findBalance(account),
    credits.listEntries(account, { limit: entriesShown }),
  ])
  return { balance, entries }
}
