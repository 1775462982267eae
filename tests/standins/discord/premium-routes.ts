/** The calls about entitlements. */
import type { APIEntitlement } from 'discord-api-types/v10'
import { Refusal } from './refusals.ts'
import type { Route } from './route.ts'
import type { World } from './world.ts'

const mostListed = 100

export function premiumRoutes(world: World): Route[] {
  function listOf(application: string | undefined): APIEntitlement[] {
    if (application !== world.application.id) throw new Refusal('wrongApplication')
    return [...world.entitlements.values()].filter((each) => each.application_id === application)
  }
  function require({ application, entitlement }: Readonly<Record<string, string>>): APIEntitlement {
    const found = listOf(application).find(({ id }) => id === entitlement)
    if (!found) throw new Refusal('unknownEntitlement')
    return found
  }
  const path = '/applications/{application}/entitlements'

  return [
    {
      name: 'list-entitlements',
      method: 'GET',
      path,
      handle({ params, query }) {
        const limit = Number(query.get('limit') ?? mostListed)
        if (!(limit >= 1 && limit <= mostListed)) throw new Refusal('invalidForm')
        const [before, after] = [query.get('before'), query.get('after')]
        const withDeleted = /^(false|0)$/i.test(query.get('exclude_deleted') ?? 'true')
        const found = listOf(params.application)
          .filter(({ deleted }) => withDeleted || !deleted)
          .filter(({ id }) => (before ? BigInt(id) < BigInt(before) : true))
          .filter(({ id }) => (after ? BigInt(id) > BigInt(after) : true))
        return { status: 200, body: before ? found.slice(-limit) : found.slice(0, limit) }
      },
    },
    {
      name: 'get-entitlement',
      method: 'GET',
      path: `${path}/{entitlement}`,
      handle: ({ params }) => ({ status: 200, body: require(params) }),
    },
    {
      name: 'consume-entitlement',
      method: 'POST',
      path: `${path}/{entitlement}/consume`,
      handle({ params }) {
        const entitlement = require(params)
        if (entitlement.deleted) throw new Refusal('unknownEntitlement')
        if (entitlement.consumed) throw new Refusal('invalidForm')
        entitlement.consumed = true
        return { status: 204 }
      },
    },
  ]
}
