/** Who pays for an order, and whether they can. */
import type { Origin } from '#core/chat.ts'
import type { Ledger } from '#core/credits/ledger.ts'
import { teamOf, walletOf } from '#core/credits/wallet.ts'
import { CoreError, hasCode } from '#core/errors.ts'
import type { Payment } from '#core/images/generation.ts'
import type { ImageOrder } from './order.ts'

export interface PayerPorts {
  /** Whose credits it takes, by what a team has settled. */
  choosePayer(priced: { owner: string; origin: Origin; price: number }): Promise<Payment>
  ledger: Pick<Ledger, 'findRefusal'>
}

/** What must be known of an order. */
export type Paid = Pick<ImageOrder, 'owner' | 'origin' | 'pays'>

/** Rejects with `insufficient-credits` where nobody but a team may pay, and none does. */
export async function findPayer(
  { choosePayer }: Pick<PayerPorts, 'choosePayer'>,
  { owner, origin, pays }: Paid,
  price: number,
): Promise<Payment> {
  const payment = pays === 'own' ? { payer: owner } : await choosePayer({ owner, origin, price })
  if (pays !== 'team' || teamOf(payment.payer) !== undefined) return payment
  throw new CoreError('insufficient-credits', { balance: 0, price })
}

/** Why its price would be refused as things stand; undefined where it can be paid. */
export async function findPriceRefusal(
  ports: PayerPorts,
  order: Paid,
  price: number,
): Promise<CoreError | undefined> {
  try {
    const { payer, budget } = await findPayer(ports, order, price)
    return await ports.ledger.findRefusal({ wallet: walletOf(payer), amount: -price, budget })
  } catch (error) {
    if (hasCode(error, 'insufficient-credits')) return error
    throw error
  }
}

/** A cap that keeps an order back; `name`: of the member's account, or of the channel. */
export interface ReachedCap {
  cap: 'member' | 'channel'
  name: string
  limit: number
  spent: number
}

/** What of its team's caps keeps a price from being paid as things stand; undefined where no team would pay it anyway. */
export async function findReachedCaps(
  ports: PayerPorts,
  order: Paid,
  price: number,
): Promise<{ team: string; month: string; reached: ReachedCap[] } | undefined> {
  const { payer, budget } = await ports.choosePayer({ ...order, price })
  const team = teamOf(payer)
  if (team === undefined || !budget) return undefined
  const reached: ReachedCap[] = []
  for (const cap of ['member', 'channel'] as const) {
    const claim = { ...budget, caps: { [cap]: budget.caps?.[cap] } }
    const refusal = await ports.ledger.findRefusal({ wallet: walletOf(payer), amount: -price, budget: claim })
    if (!refusal || !hasCode(refusal, 'cap-reached')) continue
    const { limit, spent } = refusal.data
    reached.push({ cap, name: budget[cap] ?? '', limit, spent })
  }
  return { team, month: budget.month, reached }
}
