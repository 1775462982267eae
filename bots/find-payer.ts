/** Finds out who is to pay for what a question offers, where that is not whoever asks. */
import { type Core, teamOf } from '#core/index.ts'
import type { PayingTeam } from './messages/payer.ts'
import type { Call } from './platform.ts'

/** `price`: the dearest of what is offered. Nothing is looked up where everybody pays for themselves. */
export async function findPayingTeam(
  { user, origin, team }: Pick<Call, 'user' | 'origin' | 'team'>,
  core: Pick<Core, 'accounts' | 'credits' | 'images'>,
  price: number,
): Promise<PayingTeam | undefined> {
  if (!team || origin.channel === undefined) return undefined
  const account = await core.accounts.findLinked(user)
  if (!account) return undefined
  const { payer } = await core.images.choosePayer({ owner: account.id, origin, price })
  if (teamOf(payer) === undefined) return undefined
  const [name, left] = await Promise.all([team.findName(), core.credits.findBalance(payer)])
  return { payer, name, left }
}
