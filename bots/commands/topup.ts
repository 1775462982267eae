/** Lists what credits cost, with a way to pay for each pack. */
import { defineCommand } from '../command.ts'
import { renderTopup } from '../messages/topup.ts'

export const topup = defineCommand({
  name: 'topup',
  summary: 'Shows what can be bought, and where.',
  options: [],
  isPrivate: () => true,
  async run(call, core) {
    const account = await core.accounts.requireAccount(call.user)
    return renderTopup(await core.credits.findBalance(account.id), core, call.origin.platform)
  },
})
