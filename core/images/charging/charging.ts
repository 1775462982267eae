/** Takes a generation's credits and gives them back: each once, however often it is tried. */
import { longestDifference } from '#core/clock.ts'
import type { Ledger } from '#core/credits/ledger.ts'
import { renderRefund } from '#core/credits/refund.ts'
import { walletOf } from '#core/credits/wallet.ts'
import type { Generation } from '#core/images/generation.ts'

export interface ChargingPorts {
  ledger: Pick<Ledger, 'append' | 'findEntry'>
}

/** Whether the credits of this generation were taken. */
export async function isCharged(ports: ChargingPorts, generation: Generation): Promise<boolean> {
  return (await findSpend(ports, generation)) !== undefined
}

/**
 * Nothing is taken once the lease may be over, by whatever clock: another process may have ended it as not charged.
 * Rejects with `insufficient-credits` or `cap-reached`, or with `interrupted` when the lease was over.
 */
export async function spend({ ledger }: ChargingPorts, generation: Generation): Promise<void> {
  await ledger.append(
    {
      wallet: walletOf(generation.payer),
      key: spendKey(generation),
      kind: 'spend',
      amount: -generation.price,
      reference: generation.id,
      budget: generation.budget,
    },
    (generation.lease?.until ?? 0) - longestDifference,
  )
}

/** Nothing that was not taken. */
export async function giveBack(ports: ChargingPorts, generation: Generation): Promise<void> {
  const spend = await findSpend(ports, generation)
  if (spend) await ports.ledger.append(renderRefund(spend, spend.wallet))
}

const findSpend = ({ ledger }: ChargingPorts, generation: Generation) =>
  ledger.findEntry(walletOf(generation.payer), spendKey(generation))
const spendKey = ({ id }: Generation) => `spend:${id}`
