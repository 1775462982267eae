/** Gives a team credits, as its people do. */
import { payerOfTeam } from '#core/index.ts'
import { pay } from '#tests/core/pay.ts'
import type { Chat } from './chat.ts'

/** Ben buys for the team, by the link that he was shown; answers with what its wallet is called. */
export async function fund(chat: Chat): Promise<string> {
  await chat.type('ben', 'channel', 'topup', { for: 'team' })
  const url = chat
    .look('ben')
    .flatMap(({ urls }) => urls)
    .findLast((each) => each.includes('team='))
  const { pathname, searchParams } = new URL(url ?? '')
  const team = searchParams.get('team') ?? ''
  const { core } = chat
  const account = { id: (await chat.findAccount('ben')) ?? '', createdAt: 0 }
  const pack = pathname.split('/').at(-1) ?? ''
  await pay(core, await core.purchases.openCheckout(account, pack, 'http://back.test', { team }))
  return payerOfTeam(team)
}
