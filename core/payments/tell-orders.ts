/** Says in the log what became of orders and of what providers said, and has whoever waits be told. */
import type { Log } from '#core/log.ts'
import type { OrderNotifications } from './order-notifications.ts'
import type { OrderOutcome, Settlement } from './orders.ts'
import type { OrderReading, OrderReport, WebProvider } from './provider.ts'

interface Telling {
  log: Log
  notifications: OrderNotifications
}

/** Tells the log, and whoever waits, what became of an order. */
export async function tellSettlement(
  telling: Telling,
  settlement: Settlement,
  report: OrderReport,
): Promise<void> {
  const { log, notifications } = telling
  const { provider, order, doubt, isTest } = report
  if (settlement.outcome !== 'settled') {
    const { outcome, isNews } = settlement
    tellUnclaimed(telling, outcome, isNews && report.refunded < 1, report)
    return
  }
  const { bought, left } = settlement
  if (bought?.isNew) {
    const { payer: account, credits } = bought
    log.info({ account, credits, provider, order, ...(isTest && { isTest }) }, 'Credits were bought')
  }
  if (bought && bought.credits > 0) notifications.notify(bought, report)
  // What is seen to be fraudulent before anybody could spend it harms nobody.
  const isHarmless = doubt === 'fraudulent' ? bought?.isNew : left === 0
  if (doubt && !isHarmless) await notifications.alarm(report, doubt, left)
}

function tellUnclaimed(
  { log, notifications }: Telling,
  outcome: Exclude<OrderOutcome, 'settled'>,
  isNews: boolean,
  report: OrderReport,
): void {
  const { provider, order, user } = report
  if (outcome === 'unpaid') {
    log.debug({ provider, reason: outcome, order }, 'A report of an order changes nothing')
    return
  }
  const waits = outcome === 'no-account' && user !== undefined
  if (waits && report.refunded < 1) notifications.notifyWaiting(report)
  if (isNews && waits) log.info({ provider, order }, 'An order waits until its buyer is linked')
  else if (isNews) log.warn({ provider, order, outcome }, 'An order was paid that credits nobody')
}

/** A wrong secret looks as an attack does, so that both are named. */
export function tellForged(log: Log, { name: provider, secretVariable }: WebProvider, refused: number): void {
  const advice =
    secretVariable &&
    `Its signature does not match ${secretVariable}: compare that with the webhook's settings there, unless it came from elsewhere`
  log.warn({ provider, problem: 'forged', refused, ...(advice && { advice }) }, 'A webhook was refused')
}

/** Says in the log why what a provider said changes nothing. `what`: in what it said it, as `A webhook`. */
export function tellReading(log: Log, provider: string, reading: OrderReading, what: string): void {
  const { kind } = reading
  if (kind === 'unreadable') {
    const { order, cause } = reading
    log.error({ provider, order, err: cause }, `${what} could not be read: look its order up`)
  }
  if (kind === 'irrelevant') {
    const { order, reason } = reading
    log.info({ provider, reason, order }, `${what} changes nothing`)
  }
}
