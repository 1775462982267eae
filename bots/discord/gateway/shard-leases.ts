/** Shares the shards among all processes of one store: each leases its part, and all log in by turns. */
import { changeRecord, longestDifference, type Ports } from '#core/index.ts'
import { GatewayFault } from './fault.ts'
import { type IdentifyTurns, identifyApart } from './identify-turns.ts'
import {
  leaveTable,
  life,
  listHeld,
  type Member,
  renewAfter,
  type ShardTable,
  takeShare,
} from './shard-table.ts'

export interface ShardLeases {
  /**
   * Says that this process lives and takes its share of what nobody runs. Answers with how many shards the bot has, which
   * of them this process runs, and which of these it is to close and then to name as `closed`. What fails with the store
   * leaves everything as it was: while nobody can write, nobody takes a shard over.
   */
  renew(member: Omit<Member, 'owner'>): Promise<{ count: number; ids: number[]; excess: number[] }>
  /** Gives up everything, for others to take at once. */
  release(): Promise<void>
  /**
   * One login in five seconds for those shards whose number is the same modulo `concurrency`, whoever runs them. A shard
   * that this process no longer has is not let log in.
   */
  createTurns(concurrency: number): IdentifyTurns
}

const place = { kind: 'lease', key: 'discord-shards' } as const

export function createShardLeases(
  records: Ports['store']['records'],
  { owner, isAlive, clock }: Pick<Ports, 'owner' | 'isAlive'> & { clock: Ports['clock'] },
): ShardLeases {
  /** Writes what `change` makes of the table; undefined leaves it as it is. */
  async function write(change: (found: ShardTable | undefined, now: number) => ShardTable | undefined) {
    await changeRecord(records, place, clock, (found, now) => {
      const table = change(found?.body as ShardTable | undefined, now)
      return table && { ...place, expiresAt: now + 2 * life, body: { ...table } }
    })
  }

  /** Once its turn has come: it may have waited longer than its lease lives. */
  async function requireHeld(shard: number): Promise<void> {
    const now = clock.now()
    const table = (await records.findRecord(place.kind, place.key, now))?.body as ShardTable | undefined
    const [, until = 0] = table?.members.find(([name]) => name === owner) ?? []
    if (table?.holders[shard] !== owner || until <= now + longestDifference) {
      throw new GatewayFault('shard_not_held')
    }
  }

  return {
    async renew(member) {
      let table: ShardTable | undefined
      await write((found, now) => {
        table = takeShare(found, { ...member, owner }, isAlive, now)
        return found && isAsGood(found, table, owner) ? undefined : table
      })
      if (!table) throw new TypeError('a table was written without having been made')
      return listHeld(table, owner)
    },
    async release() {
      await write((found) => found && leaveTable(found, owner))
    },
    createTurns: (concurrency) => ({
      async wait(shard, signal) {
        const bucket = shard % concurrency
        let turn = 0
        await write((found, now) => {
          if (!found) return undefined
          turn = Math.max(now, (found.turns[bucket] ?? 0) + identifyApart + longestDifference)
          const others = Array.from({ length: concurrency }, (_, index) => found.turns[index] ?? 0)
          return { ...found, turns: others.with(bucket, turn) }
        })
        const wait = turn - clock.now()
        if (wait > 0) await clock.sleep(wait, signal)
        await requireHeld(shard)
      },
    }),
  }
}

/** Whether the table need not be written again: it says the same, and its word for this process is fresh. */
function isAsGood(found: ShardTable, table: ShardTable, owner: string): boolean {
  const findUntil = ({ members }: ShardTable) => members.find(([name]) => name === owner)?.[1] ?? 0
  const listNames = ({ members }: ShardTable) => members.map(([name]) => name).join()
  return (
    findUntil(table) - findUntil(found) < renewAfter &&
    listNames(found) === listNames(table) &&
    found.holders.join() === table.holders.join()
  )
}
