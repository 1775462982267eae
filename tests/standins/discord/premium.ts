/** What people buy of the app, and what its bot is told of it: docs.discord.com/developers/resources/entitlement. */
import type { APIEntitlement } from 'discord-api-types/v10'
import type { Gateway } from './gateway.ts'
import type { User, World } from './world.ts'

/** docs.discord.com/developers/resources/entitlement#entitlement-object-entitlement-types */
export const entitlementType = { purchase: 1, developerGift: 3, testModePurchase: 4, userGift: 6 } as const

export interface PremiumEvent {
  name: 'ENTITLEMENT_CREATE' | 'ENTITLEMENT_UPDATE' | 'ENTITLEMENT_DELETE'
  entitlement: APIEntitlement
}

export interface Premium {
  /**
   * Buys a consumable, which nobody can twice before it is consumed, but in test mode. `application`: of another one, which a
   * bot should never hear of.
   */
  buy(person: User, sku: string, more?: { type?: number; application?: string }): APIEntitlement
  /** Gives the money back, which takes the entitlement away. */
  refund(id: string): void
  /** Everything that was bought, by id. */
  all: ReadonlyMap<string, APIEntitlement>
  /** Those that are neither consumed nor taken away. */
  listOpen(): readonly APIEntitlement[]
  /** Keeps events back from now on, to be told later or never. */
  hold(): void
  /** Those that are kept back, oldest first. */
  held: PremiumEvent[]
  /** Sends events as they are, and once more if they were sent before. */
  send(events: readonly PremiumEvent[]): void
}

export function createPremium(world: World, gateway: Pick<Gateway, 'dispatch'>): Premium {
  let holds = false

  function tell(name: PremiumEvent['name'], entitlement: APIEntitlement): void {
    const event = { name, entitlement: { ...entitlement } }
    if (holds) premium.held.push(event)
    else premium.send([event])
    world.changed()
  }

  const premium: Premium = {
    buy(person, sku_id, { type = entitlementType.purchase, application = world.application.id } = {}) {
      const owned = premium.listOpen().some((each) => each.user_id === person.id && each.sku_id === sku_id)
      if (owned && type !== entitlementType.testModePurchase) {
        throw new Error(`${person.username} cannot buy ${sku_id} again before it is consumed`)
      }
      const entitlement: APIEntitlement = {
        ...{ id: world.nextId(), sku_id, application_id: application, user_id: person.id, type },
        ...{ deleted: false, consumed: false, starts_at: null, ends_at: null },
      }
      world.entitlements.set(entitlement.id, entitlement)
      tell('ENTITLEMENT_CREATE', entitlement)
      return entitlement
    },
    refund(id) {
      const entitlement = world.entitlements.get(id)
      if (!entitlement || entitlement.deleted) throw new Error(`There is no entitlement ${id}`)
      entitlement.deleted = true
      tell('ENTITLEMENT_DELETE', entitlement)
    },
    all: world.entitlements,
    listOpen: () => [...world.entitlements.values()].filter(({ consumed, deleted }) => !consumed && !deleted),
    hold() {
      holds = true
    },
    held: [],
    send(events) {
      for (const { name, entitlement } of events) gateway.dispatch(name, entitlement)
    },
  }
  return premium
}
