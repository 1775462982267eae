/** In whose turn a shard logs in: Discord lets so many in within five seconds. */
import type { Ports } from '#core/index.ts'

export interface IdentifyTurns {
  /** Resolves when that shard may log in. Rejects when the signal aborts first, or it may not at all. */
  wait(shard: number, signal: AbortSignal): Promise<void>
}

/**
 * Five seconds, and a little more, since not every way is equally long. Milliseconds:
 * docs.discord.com/developers/events/gateway#sharding-max-concurrency
 */
export const identifyApart = 5_500

/** Those of a process that shares its bot with no other. @param concurrency shards that may log in together */
export function createIdentifyTurns(concurrency: number, clock: Ports['clock']): IdentifyTurns {
  /** When the next of those shards that share a turn may log in. */
  const turns = new Map<number, number>()

  return {
    async wait(shard, signal) {
      const now = clock.now()
      const turn = Math.max(now, turns.get(shard % concurrency) ?? now)
      turns.set(shard % concurrency, turn + identifyApart)
      if (turn > now) await clock.sleep(turn - now, signal)
    },
  }
}
