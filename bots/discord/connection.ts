/** Being connected to Discord: asks where its gateway is, and keeps every shard of this process connected to it. */
import type { Log, Ports } from '#core/index.ts'
import { type Connection, type KeptConnected, keepConnected } from '../keep-connected.ts'
import type { Api } from './api.ts'
import { explainAway } from './explain-away.ts'
import { GatewayFault } from './gateway/fault.ts'
import { createIdentifyBudget, type LoginMemory } from './gateway/identify-budget.ts'
import { findPlan, type GatewayPlan } from './gateway/plan.ts'
import { type KeptShard, keepShard } from './gateway/shard.ts'
import type { Shards } from './gateway/shards.ts'

export interface ConnectionOptions {
  token: string
  shards: Shards
  api: Pick<Api, 'askOnce'>
  /** Told of every event that may begin a call. */
  onInteraction(interaction: object): void
  /** Told of what somebody has bought, under the event's name. */
  onEntitlement(name: string, entitlement: object): void
  /** Told whenever a shard is connected, for the first time or again. */
  onConnected(): void
  logins: LoginMemory
  /** Milliseconds from logging in to being let in. */
  startDeadline: number
  clock: Ports['clock']
  log: Log
  pauses?: { first: number; longest: number }
}

export interface DiscordConnection extends Pick<KeptConnected, 'start' | 'trouble'> {
  /** Gives up everything at once; resolves when Discord has said goodbye, or not within three seconds. */
  close(): Promise<void>
}

/** What can stand in a header. */
const sendable = /^[\x21-\x7e]+$/
/** Logins that are kept for a person who comes to mend things. */
const reserved = 5

export function createConnection(options: ConnectionOptions): DiscordConnection {
  const { token, shards, api, logins, clock } = options
  const begun = clock.now()
  let kept: readonly KeptShard[] = []

  /** @param starting logins that are needed */
  async function requirePlan(signal: AbortSignal, starting: (plan: GatewayPlan) => number) {
    const plan = await findPlan(api.askOnce(), signal)
    const { left, resetAfter } = plan.logins
    if (left < starting(plan) + reserved) {
      throw new GatewayFault('no_logins_left', { retryAfter: resetAfter })
    }
    return plan
  }

  async function closeShards(): Promise<void> {
    await Promise.all(kept.map((shard) => shard.close()))
  }

  async function connect(signal: AbortSignal): Promise<Connection> {
    if (!sendable.test(token)) throw new GatewayFault('token_refused')
    const plan = await requirePlan(signal, (found) => listShards(shards, found).ids.length)
    const { ids, count } = listShards(shards, plan)
    signal.throwIfAborted()
    const { concurrency } = plan
    const budget = createIdentifyBudget({ concurrency, shards: count, memory: logins, clock })
    const { promise: outdated, resolve } = Promise.withResolvers<GatewayFault>()
    kept = ids.map((id) =>
      keepShard({
        ...options,
        shard: { id, count },
        since: connection.trouble()?.since ?? clock.now(),
        findPlan: (wanted) => requirePlan(wanted, () => 1),
        budget,
        onOutdated: shards === 'auto' ? resolve : undefined,
      }),
    )
    try {
      await Promise.all(kept.map((shard) => shard.start()))
    } catch (error) {
      await closeShards()
      throw error
    }
    return { lost: outdated.finally(closeShards) }
  }

  const connection = keepConnected({
    ...options,
    name: 'Discord',
    // It is the shards that are connected, and say so.
    words: { failed: 'Discord cannot be connected; trying again' },
    connect,
    explain: explainAway,
    since: begun,
  })

  return {
    start: connection.start,
    trouble: () => connection.trouble() ?? findLongest(kept),
    async close() {
      connection.stop()
      await closeShards()
    },
  }
}

/** Which shards this process runs, of how many. */
function listShards(shards: Shards, plan: GatewayPlan): { ids: readonly number[]; count: number } {
  if (shards !== 'auto') return shards
  return { ids: Array.from({ length: plan.shards }, (_, id) => id), count: plan.shards }
}

/** The trouble that has lasted longest. */
function findLongest(shards: readonly KeptShard[]) {
  return shards.flatMap((shard) => shard.trouble() ?? []).toSorted((one, other) => one.since - other.since)[0]
}
