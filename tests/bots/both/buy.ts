/** Has somebody pay for the smallest pack, of 100 credits. */
import { pay } from '#tests/core/pay.ts'
import type { Chat, Who } from './chat.ts'

export async function buy(chat: Chat, who: Who): Promise<void> {
  const account = await chat.core.accounts.findAccount((await chat.findAccount(who)) ?? '')
  if (!account) throw new Error(`${who} has no account`)
  await pay(chat.core, await chat.core.purchases.openCheckout(account, 'starter', 'http://back.test'))
}
