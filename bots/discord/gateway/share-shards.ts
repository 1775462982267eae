/** Keeps this process's share of the shards running, as processes come and go. */
import { createRounds, type Log, type Ports } from '#core/index.ts'
import { GatewayFault } from './fault.ts'
import type { ShardLeases } from './shard-leases.ts'
import type { ShardSet } from './shard-set.ts'

/** How soon what another process gave up, or left when it died, is seen. Milliseconds. */
const lookEvery = 2_000

export interface SharedShards {
  /** Resolves once those that are its own at first have made their first attempts; rejects as the first that needs an operator. */
  start(): Promise<void>
  /** Closes all, and hands them on at once. */
  stop(): Promise<void>
}

export function shareShards(options: {
  leases: ShardLeases
  set: ShardSet
  first: { count: number; ids: readonly number[] }
  /** Told why all must begin anew. */
  onLost(error: unknown): void
  clock: Ports['clock']
  log: Log
}): SharedShards {
  const { leases, set, first, onLost, clock, log } = options
  const { count } = first

  async function renew(closed: readonly number[]) {
    const held = await leases.renew({ wanted: count, closed })
    if (held.count !== count) throw new GatewayFault('shard_count_changed')
    return held
  }

  async function round(stopped: AbortSignal): Promise<void> {
    try {
      let { ids, excess } = await renew([])
      await set.keepOnly(ids.filter((id) => !excess.includes(id)))
      if (excess.length > 0) {
        log.info({ shards: excess }, 'Handing shards of Discord on to other processes')
        ids = (await renew(excess)).ids
      }
      if (!stopped.aborted) set.begin(ids).catch(onLost)
    } catch (error) {
      if (!(error instanceof GatewayFault)) throw error
      onLost(error)
    }
  }

  const rounds = createRounds({
    ...{ round, clock, log, every: lookEvery },
    failure: 'The shards of Discord could not be shared out; those that run go on',
  })

  return {
    async start() {
      // First attempts take long where many wait for their turn, and the lease must not run out meanwhile.
      rounds.startLater()
      await set.begin(first.ids)
    },
    async stop() {
      await rounds.stop()
      await set.keepOnly([])
      // What is not given up runs out.
      await leases.release().catch(() => undefined)
    },
  }
}
