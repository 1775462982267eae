/** What was drawn, and what that cost at the vendor. */
import type { Clock } from '#core/clock.ts'
import type { Quality } from '#core/images/asked.ts'
import { findVendorCost } from '#core/images/charging/vendor-cost.ts'
import type { Generation, Usage as Tokens } from '#core/images/generation.ts'
import type { OwnedGenerations } from '#core/images/owned-generations.ts'
import { readAll } from '#core/images/read-owned.ts'
import type { DumpStore } from '#core/store/dump-store.ts'
import type { Wallets } from './wallets.ts'

/** One generation that was drawn. `cost` in US dollars, where it is known. */
export interface UsedGeneration {
  id: string
  account: string
  createdAt: number
  model: string
  quality: Quality
  /** How many pictures were asked for. */
  pictures: number
  /** What was charged and not given back. */
  credits: number
  tokens?: Tokens
  cost?: number
}

/** Of all of one model and quality. `unknown`: how many there are whose cost is not known. */
export type UsageTotal = Pick<UsedGeneration, 'model' | 'quality' | 'pictures' | 'credits'> & {
  generations: number
  cost: number
  unknown: number
}

export interface UsageReport {
  totals: UsageTotal[]
  /** The newest of them, newest first. */
  generations: UsedGeneration[]
}

/** Not older than `age` milliseconds, of one account or of all. Undefined where nobody is known by that address or id. */
export type ReportUsage = (wanted: {
  who?: string
  age: number
  limit: number
}) => Promise<UsageReport | undefined>

export function createReportUsage(ports: {
  owned: OwnedGenerations
  dump: DumpStore
  wallets: Wallets
  clock: Clock
}): ReportUsage {
  const { owned, dump, wallets, clock } = ports
  return async ({ who, age, limit }) => {
    const account = who === undefined ? undefined : await wallets.findAccount(who)
    if (who !== undefined && account === undefined) return undefined
    const all = account === undefined ? dump.generations.readAll() : readAll(owned, account)
    const since = clock.now() - age
    const totals = new Map<string, UsageTotal>()
    let newest: UsedGeneration[] = []
    for await (const generation of all) {
      if (generation.createdAt < since || !wasDrawn(generation)) continue
      const used = describe(generation)
      add(totals, used)
      newest.push(used)
      // Few are in memory at a time, however many there are.
      if (newest.length >= 2 * limit + 1_000) newest = pickNewest(newest, limit)
    }
    const sorted = [...totals.values()].sort((one, other) => other.cost - one.cost)
    return { totals: sorted, generations: pickNewest(newest, limit) }
  }
}

/** What failed is among them where it was bought and then lost. */
const wasDrawn = ({ status, repeatOf, usage }: Generation) =>
  usage !== undefined || (status === 'delivered' && repeatOf === undefined)

function describe({ id, owner, createdAt, model, asked, price, status, usage }: Generation): UsedGeneration {
  const cost = findVendorCost(model, usage)
  return {
    ...{ id, account: owner, createdAt, model },
    ...{ quality: asked.quality, pictures: asked.count },
    credits: status === 'failing' || status === 'refunded' ? 0 : price,
    ...(usage && { tokens: usage }),
    ...(cost !== undefined && { cost }),
  }
}

function add(
  totals: Map<string, UsageTotal>,
  { model, quality, pictures, credits, cost }: UsedGeneration,
): void {
  const key = JSON.stringify([model, quality])
  const none: UsageTotal = { model, quality, generations: 0, pictures: 0, credits: 0, cost: 0, unknown: 0 }
  const sum = totals.get(key) ?? none
  totals.set(key, {
    ...sum,
    generations: sum.generations + 1,
    pictures: sum.pictures + pictures,
    credits: sum.credits + credits,
    cost: sum.cost + (cost ?? 0),
    unknown: sum.unknown + (cost === undefined ? 1 : 0),
  })
}

const pickNewest = (used: readonly UsedGeneration[], limit: number) =>
  used
    .toSorted((one, other) => other.createdAt - one.createdAt || (one.id < other.id ? 1 : -1))
    .slice(0, limit)
