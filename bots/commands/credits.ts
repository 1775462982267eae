/** Shows the balance, the last transactions and the prices. */
import { type Core, type PlatformName, payerOfTeam, readGift } from '#core/index.ts'
import { defineCommand } from '../command.ts'
import { renderBalance, type ShownCredits } from '../messages/credits.ts'
import { requireTeam, type TeamHere } from '../team-call.ts'

const entriesShown = 10

export const credits = defineCommand({
  name: 'credits',
  options: [],
  isPrivate: () => true,
  async run(call, core) {
    const account = await core.accounts.requireAccount(call.user)
    const shown = await findCredits(core, account.id, call.origin.platform)
    const team = call.team && (await findTeamCredits(core, await requireTeam(call, core)))
    return renderBalance(call.words, { ...shown, ...(team && { team }) }, core)
  },
})

async function findTeamCredits({ credits }: Core, { id, team }: TeamHere) {
  const [balance, name] = await Promise.all([credits.findBalance(payerOfTeam(id)), team.findName()])
  return { balance, name }
}

/** What an account has, and what became of it last. */
export async function findCredits(
  { credits, gifts, purchases }: Core,
  account: string,
  platform: PlatformName,
): Promise<ShownCredits> {
  const [balance, entries] = await Promise.all([
    credits.findBalance(account),
    credits.listEntries(account, { limit: entriesShown }),
  ])
  const others = new Set(entries.flatMap((entry) => readGift(entry)?.other ?? []))
  const names = await Promise.all(
    [...others].map(async (other) => [other, await gifts.findName(other, platform)] as const),
  )
  const receipts = entries.flatMap((entry) => {
    const receipt = purchases.describeReceipt(entry)
    return receipt ? { at: entry.at, receipt } : []
  })
  return { balance, entries, names: new Map(names), receipts }
}
