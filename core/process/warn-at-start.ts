/** What an operator is told at start of how the bot is set up. */
import type { EngineRules } from '#core/images/engine.ts'
import { warnOfShutdown } from '#core/images/warn-of-shutdown.ts'
import { warnOfCosts } from '#core/payments/warn-of-costs.ts'

type Told = Parameters<typeof warnOfShutdown>[0] & Parameters<typeof warnOfCosts>[0]

export function warnAtStart(ports: Told, { prices }: Pick<EngineRules, 'prices'>): void {
  void warnOfShutdown(ports)
  warnOfCosts(ports, prices)
}
