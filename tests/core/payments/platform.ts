/** A chat platform that sells by itself, as a provider: its orders are a list, and it can be away. */
import { CoreError } from '#core/errors.ts'
import type { OrderReport, PlatformProvider } from '#core/payments/provider.ts'

export interface PlatformShop extends PlatformProvider {
  /** What it says of its orders now; newest first. */
  orders: OrderReport[]
  away: boolean
  /** The orders it was told are handed over. */
  consumed: string[]
  /** How often it was asked for its orders, whatever came of it. */
  looks: number
}

export function createPlatformShop(name = 'discord'): PlatformShop {
  const shop: PlatformShop = {
    kind: 'platform',
    name,
    title: 'Discord',
    platform: 'discord',
    packs: [
      { name: 'starter', credits: 100, price: '$5', sku: 'sku-1' },
      { name: 'team', credits: 500, price: '$22', sku: 'sku-2' },
    ],
    orders: [],
    away: false,
    looks: 0,
    consumed: [],
    async *listOrders() {
      shop.looks++
      if (shop.away) throw new CoreError('provider-trouble', { problem: 'down' })
      yield* shop.orders
    },
    async findOrder(id) {
      if (shop.away) throw new CoreError('provider-trouble', { problem: 'down' })
      return shop.orders.find(({ order }) => order === id)
    },
    async readEvent() {
      return { kind: 'irrelevant', reason: 'other-event' }
    },
    async consume(id) {
      shop.consumed.push(id)
    },
  }
  return shop
}
