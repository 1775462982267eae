/** What is sold where people chat: takes what platforms tell of it, and credits buyers who are linked later. */
import type { ChatUser, PlatformName } from '#core/chat.ts'
import type { Clock } from '#core/clock.ts'
import { createSparseLog, type Log, logFailure } from '#core/log.ts'
import type { OrderReport, Provider } from './provider.ts'
import { tellReading } from './tell-orders.ts'
import type { Unclaimed } from './unclaimed.ts'

export interface PlatformSales {
  /**
   * Takes what a platform tells of an order that it sold, under its own name for the event. Never rejects: what cannot be
   * taken now is found in the platform's list of orders.
   */
  receiveEvent(platform: PlatformName, name: string, data: object): Promise<void>
  /** Events of a platform may have been missed: its list of orders is looked through without delay. */
  catchUp(platform: PlatformName): void
  /**
   * Credits what this chat user bought while they were tied to no account. Never rejects: what cannot be credited now is
   * found in the platform's list of orders.
   */
  claim(user: Pick<ChatUser, 'platform' | 'user'>): Promise<void>
  /** Credits that this chat user bought and that wait for them to be linked. */
  countWaiting(user: Pick<ChatUser, 'platform' | 'user'>): Promise<number>
}

export function createPlatformSales(ports: {
  providers: readonly Provider[]
  unclaimed: Pick<Unclaimed, 'listOf'>
  settle(report: OrderReport): Promise<unknown>
  /** The next look at that provider's orders is to go through all. */
  lookAtAll(provider: string): void
  /** The next look is to begin now. */
  lookNow(provider: string): void
  clock: Pick<Clock, 'now'>
  log: Log
}): PlatformSales {
  const { providers, unclaimed, settle, lookAtAll, lookNow, log } = ports
  const sellers = providers.filter((provider) => provider.kind === 'platform')
  const sparse = createSparseLog(ports.clock)
  const findSeller = (platform: PlatformName) => sellers.find((seller) => seller.platform === platform)

  function catchUp(platform: PlatformName): void {
    const seller = findSeller(platform)
    if (seller) lookNow(seller.name)
  }

  /** An order of any age may not be settled. */
  function lookAgain({ name }: Provider): void {
    lookAtAll(name)
    lookNow(name)
  }

  return {
    catchUp,
    async receiveEvent(platform, name, data) {
      const seller = findSeller(platform)
      if (!seller) return
      try {
        const reading = await seller.readEvent(name, data)
        if (reading.kind === 'order') await settle(reading.report)
        // What stays with a person comes along with whatever they ask.
        else
          sparse(`${reading.kind} ${reading.order}`, () => tellReading(log, seller.name, reading, 'An event'))
      } catch (err) {
        logFailure(log, err, { provider: seller.name }, 'An event of an order could not be taken')
        lookAgain(seller)
      }
    },
    async countWaiting(user) {
      if (!findSeller(user.platform)) return 0
      const orders = await unclaimed.listOf(user)
      return orders.reduce((sum, { purchase }) => sum + (purchase?.credits ?? 0), 0)
    },
    async claim(user) {
      const seller = findSeller(user.platform)
      if (!seller) return
      try {
        await claimOrders(unclaimed, user, settle)
      } catch (err) {
        logFailure(log, err, {}, 'What a newly linked person bought could not be credited yet')
        lookAgain(seller)
      }
    },
  }
}

/** Has what this chat user bought settled, for whoever they are tied to now. */
export async function claimOrders(
  unclaimed: Pick<Unclaimed, 'listOf'>,
  user: Pick<ChatUser, 'platform' | 'user'>,
  settle: (report: OrderReport) => Promise<unknown>,
): Promise<void> {
  for (const { why: _, createdAt = 0, ...order } of await unclaimed.listOf(user)) {
    await settle({ ...order, user, isOpen: true, createdAt })
  }
}
