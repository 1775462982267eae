/** Being connected to Discord: asks where its gateway is, and keeps every shard of this process connected to it. */
import type { Log, Ports } from '#core/index.ts'
import { type Connection, type KeptConnected, keepConnected } from '../keep-connected.ts'
import type { Api } from './api.ts'
import { explainAway } from './explain-away.ts'
import { GatewayFault } from './gateway/fault.ts'
import { createIdentifyBudget, type LoginMemory } from './gateway/identify-budget.ts'
import { createIdentifyTurns } from './gateway/identify-turns.ts'
import { findPlan, type GatewayPlan } from './gateway/plan.ts'
import { type KeptShard, keepShard } from './gateway/shard.ts'
import type { ShardLeases } from './gateway/shard-leases.ts'
import { createShardSet } from './gateway/shard-set.ts'
import type { Shards } from './gateway/shards.ts'
import { shareShards } from './gateway/share-shards.ts'

export interface ConnectionOptions {
  token: string
  shards: Shards
  /** Shares the shards with other processes; absent where this one runs all of those. */
  leases?: ShardLeases | undefined
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
  const { token, shards, api, clock } = options
  const leases = shards.ids ? undefined : options.leases
  const begun = clock.now()
  let listRunning: () => readonly KeptShard[] = () => []
  let closeShards: () => Promise<void> = async () => undefined
  /** The count that Discord wanted no longer. */
  let refused: number | undefined

  /** Makes the shards, of which none runs yet. */
  function createSet(plan: GatewayPlan, count: number, onLost: (error: unknown) => void) {
    const onOutdated = (fault: GatewayFault) => {
      refused = count
      onLost(fault)
    }
    const keep = createKeep({ ...options, leases }, { plan, count, onOutdated }, () => connection.trouble())
    const set = createShardSet(keep)
    listRunning = set.list
    return set
  }

  async function connect(signal: AbortSignal): Promise<Connection> {
    if (!sendable.test(token)) throw new GatewayFault('token_refused')
    const { promise: lost, resolve } = Promise.withResolvers<unknown>()
    const start = await (leases ? openShare(leases, signal, resolve) : openAll(signal, resolve))
    try {
      await start()
    } catch (error) {
      await closeShards()
      throw error
    }
    return { lost: lost.finally(() => closeShards()) }
  }

  /** Runs what an operator has chosen, or all. */
  async function openAll(signal: AbortSignal, onLost: (error: unknown) => void) {
    const plan = await requirePlan(api, signal, (found) => listShards(shards, found).ids.length)
    const { ids, count } = listShards(shards, plan)
    signal.throwIfAborted()
    const set = createSet(plan, count, onLost)
    closeShards = () => set.keepOnly([])
    return () => set.begin(ids)
  }

  /** Runs this process's share. */
  async function openShare(leases: ShardLeases, signal: AbortSignal, onLost: (error: unknown) => void) {
    const plan = await requirePlan(api, signal, () => 0)
    const first = await leases.renew({ wanted: shards.count ?? plan.shards, refused })
    refused = undefined
    const needed = first.ids.length + reserved
    if (signal.aborted || plan.logins.left < needed) {
      await leases.release()
      signal.throwIfAborted()
      throw new GatewayFault('no_logins_left', { retryAfter: plan.logins.resetAfter })
    }
    const set = createSet(plan, first.count, onLost)
    const shared = shareShards({ ...options, leases, set, first, onLost })
    closeShards = shared.stop
    return shared.start
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
    trouble: () => connection.trouble() ?? findLongest(listRunning()),
    async close() {
      connection.stop()
      await closeShards()
    },
  }
}

/** What makes one of `count` shards. */
function createKeep(
  options: ConnectionOptions,
  { plan, count, onOutdated }: { plan: GatewayPlan; count: number; onOutdated(fault: GatewayFault): void },
  findTrouble: KeptConnected['trouble'],
): (id: number) => KeptShard {
  const { shards, leases, api, clock } = options
  const { concurrency } = plan
  const turns = leases?.createTurns(concurrency) ?? createIdentifyTurns(concurrency, clock)
  const budget = createIdentifyBudget({ ...{ turns, shards: count, clock }, memory: options.logins })
  return (id) =>
    keepShard({
      ...options,
      shard: { id, count },
      since: findTrouble()?.since ?? clock.now(),
      findPlan: (signal) => requirePlan(api, signal, () => 1),
      budget,
      onOutdated: shards.count === undefined ? onOutdated : undefined,
    })
}

/** @param starting logins that are needed */
async function requirePlan(
  api: ConnectionOptions['api'],
  signal: AbortSignal,
  starting: (plan: GatewayPlan) => number,
): Promise<GatewayPlan> {
  const plan = await findPlan(api.askOnce(), signal)
  const { left, resetAfter } = plan.logins
  if (left < starting(plan) + reserved) throw new GatewayFault('no_logins_left', { retryAfter: resetAfter })
  return plan
}

/** Which shards a process runs that shares them with none, of how many. */
function listShards(shards: Shards, plan: GatewayPlan): { ids: readonly number[]; count: number } {
  const { count = plan.shards } = shards
  return { ids: shards.ids ?? Array.from({ length: count }, (_, id) => id), count }
}

/** The trouble that has lasted longest. */
function findLongest(shards: readonly KeptShard[]) {
  return shards.flatMap((shard) => shard.trouble() ?? []).toSorted((one, other) => one.since - other.since)[0]
}
