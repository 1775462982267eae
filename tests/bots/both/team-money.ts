/** A team's wallet with something in it, and spends of its members, as ordering writes them. */
import { createLedger, type NewEntry } from '#core/credits/ledger.ts'
import { findMonth } from '#core/credits/month.ts'
import { payerOfTeam } from '#core/credits/wallet.ts'
import { createDelivered, record } from '#tests/contracts/store-records.ts'
import type { Chat, Who } from './chat.ts'

/** Of ann's and ben's team. */
export async function openWallet(chat: Chat, credits: number) {
  const at = Date.now()
  // Of whom the team has never seen it tells nothing.
  await chat.type('ben', 'channel', 'credits')
  await chat.type('ann', 'channel', 'team', { do: 'member', person: chat.name('ben') })
  const [{ team } = { team: '' }] = await chat.core.teamAccess.list((await chat.findAccount('ben')) ?? '')
  const wallet = payerOfTeam(team)
  const ledger = createLedger(chat.store.ledger, { now: () => at, sleep: async () => undefined })
  const gift: NewEntry = { wallet, key: 'gift', kind: 'grant', amount: credits, reference: 'gift' }
  await ledger.append(gift)
  const spend = async (who: Who) => {
    const member = (await chat.findAccount(who)) ?? ''
    await chat.core.teams.seeMember(team, { account: member, name: who })
    const { id, price } = await record(chat.store, createDelivered({ owner: member, pictureKeys: [] }))
    const channel = `${team}:${chat.gallery}`
    const budget = { month: findMonth(at, 'UTC'), member, channel }
    return await ledger.append({
      ...{ wallet, key: `spend:${id}`, kind: 'spend', amount: -price, reference: id },
      budget,
    })
  }
  return { team, wallet, ledger, spend }
}
