/** Shows the balance, the last transactions and the prices. */
import { type Core, payerOfTeam } from '#core/index.ts'
import { defineCommand } from '../command.ts'
import { renderBalance } from '../messages/credits.ts'
import { requireTeam, type TeamHere } from '../team-call.ts'

const entriesShown = 10

export const credits = defineCommand({
  name: 'credits',
  summary: 'Shows your balance, your last transactions and the prices.',
  options: [],
  isPrivate: () => true,
  async run(call, core) {
    const account = await core.accounts.requireAccount(call.user)
    const { balance, entries } = await findCredits(core, account.id)
    const team = call.team && (await findTeamCredits(core, await requireTeam(call, core)))
    return renderBalance(balance, entries, core.prices, team)
  },
})

async function findTeamCredits({ credits }: Core, { id, team }: TeamHere) {
  const [balance, name] = await Promise.all([credits.findBalance(payerOfTeam(id)), team.findName()])
  return { balance, name }
}

/** What an account has, and what became of it last. */
export async function findCredits({ credits }: Core, account: string) {
  const [balance, entries] = await Promise.all([
    credits.findBalance(account),
    credits.listEntries(account, { limit: entriesShown }),
  ])
  return { balance, entries }
}
