/** The shards that this process runs at the moment. */
import type { KeptShard } from './shard.ts'

export interface ShardSet {
  /** Closes those that are not among these, and resolves once they are closed. */
  keepOnly(ids: readonly number[]): Promise<void>
  /** Begins those that do not run yet. Resolves after their first attempts; rejects as the first that needs an operator. */
  begin(ids: readonly number[]): Promise<void>
  list(): KeptShard[]
}

export function createShardSet(keep: (id: number) => KeptShard): ShardSet {
  const running = new Map<number, KeptShard>()

  return {
    async keepOnly(ids) {
      const ending = [...running].filter(([id]) => !ids.includes(id))
      for (const [id] of ending) running.delete(id)
      await Promise.all(ending.map(([, shard]) => shard.close()))
    },
    async begin(ids) {
      const begun = ids.filter((id) => !running.has(id)).map((id) => [id, keep(id)] as const)
      for (const [id, shard] of begun) running.set(id, shard)
      await Promise.all(begun.map(([, shard]) => shard.start()))
    },
    list: () => [...running.values()],
  }
}
