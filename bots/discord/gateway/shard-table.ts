/** Which process runs which shard, as all of them read it in one record. Nothing here reads or writes it. */

/** Times are in milliseconds since 1970. */
export interface ShardTable {
  /** Shards that the bot has. */
  count: number
  /** The processes that run some, or would, and until when each is believed. */
  members: readonly (readonly [owner: string, until: number])[]
  /** By shard: who runs it; empty where nobody does. */
  holders: readonly string[]
  /** By shard modulo `max_concurrency`: when the last one was let log in, or is to be. */
  turns: readonly number[]
}

export interface Member {
  owner: string
  /** How many shards there are to be, where nobody else has begun yet. */
  wanted: number
  /** A count that Discord takes no longer, so that what all have begun with ends. */
  refused?: number | undefined
  /** Shards that it has closed, so that others may run them. */
  closed?: readonly number[]
}

/** How long a process that has died keeps its shards from others. Milliseconds. */
export const life = 40_000
/** Of that, what has passed when it says again that it lives. Milliseconds. */
export const renewAfter = 10_000

/** The table once this process has taken its fair share of what nobody runs. Its own beyond that share stay its own. */
export function takeShare(
  found: ShardTable | undefined,
  { owner, wanted, refused, closed = [] }: Member,
  isAlive: (owner: string) => boolean,
  now: number,
): ShardTable {
  const known = found ?? { count: wanted, members: [], holders: [], turns: [] }
  const others = known.members.filter(([name, until]) => name !== owner && until > now && isAlive(name))
  const count = others.length > 0 && known.count !== refused ? known.count : wanted
  const members = [...others, [owner, now + life] as const].toSorted(([one], [other]) =>
    one < other ? -1 : 1,
  )
  const names = members.map(([name]) => name)
  const holders = Array.from({ length: count }, (_, shard) => {
    const holder = known.count === count ? (known.holders[shard] ?? '') : ''
    const isClosed = holder === owner && closed.includes(shard)
    return names.includes(holder) && !isClosed ? holder : ''
  })
  let room = findShare(names, owner, count) - holders.filter((holder) => holder === owner).length
  const taken = holders.map((holder) => (holder === '' && room-- > 0 ? owner : holder))
  return { count, members, holders: taken, turns: known.turns }
}

/** The table without a process. */
export function leaveTable(table: ShardTable, owner: string): ShardTable {
  return {
    ...table,
    members: table.members.filter(([name]) => name !== owner),
    holders: table.holders.map((holder) => (holder === owner ? '' : holder)),
  }
}

/** What a process runs, and what of that is more than its share. */
export function listHeld({ count, members, holders }: ShardTable, owner: string) {
  const ids = holders.flatMap((holder, shard) => (holder === owner ? [shard] : []))
  const names = members.map(([name]) => name)
  return { count, ids, excess: ids.slice(findShare(names, owner, count)) }
}

/** The shares of all together are all shards: where they do not divide, those named first have one more. */
function findShare(names: readonly string[], owner: string, count: number): number {
  return Math.floor(count / names.length) + (names.indexOf(owner) < count % names.length ? 1 : 0)
}
