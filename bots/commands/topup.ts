/** Lists what credits cost, with a way to pay for each pack: for oneself, or for the team. */
import { type Core, payerOfTeam, sealTeamCheckout } from '#core/index.ts'
import { defineCommand } from '../command.ts'
import { renderTeamTopup, renderTopup } from '../messages/topup.ts'
import { listChoices } from '../option.ts'
import type { Call } from '../platform.ts'
import { findTeamName, requireTeam } from '../team-call.ts'

export const topup = defineCommand({
  name: 'topup',
  options: [
    {
      name: 'for',
      type: 'choice',
      choices: listChoices(['me', 'team'], (words, value) => words.buyers[value]),
    },
  ],
  isPrivate: () => true,
  async run(call, core) {
    const account = await core.accounts.requireAccount(call.user)
    if (call.options.for === 'team') return await offerForTeam(call, core, account.id)
    return renderTopup(call.words, await core.credits.findBalance(account.id), core, call.origin.platform)
  },
})

async function offerForTeam(call: Pick<Call, 'team' | 'user' | 'words'>, core: Core, account: string) {
  const here = await requireTeam(call, core)
  const { id } = here
  const [balance, name, seal] = await Promise.all([
    core.credits.findBalance(payerOfTeam(id)),
    findTeamName(here, core),
    sealTeamCheckout(core.seals, account, id),
  ])
  return renderTeamTopup(
    call.words,
    { name, balance, query: `?${new URLSearchParams({ team: id, seal })}` },
    core,
  )
}
