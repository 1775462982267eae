/** Spends the day's logins sparingly: a bot that identifies too often has its token reset. */
import type { Ports } from '#core/index.ts'
import type { IdentifyTurns } from './identify-turns.ts'

/** Where the last logins are remembered, in milliseconds since 1970, so that a crash does not forget them. */
export interface LoginMemory {
  read(): Promise<readonly number[]>
  write(logins: readonly number[]): Promise<void>
}

export interface IdentifyBudget {
  /** How long to wait before the next login, in milliseconds. */
  findDelay(): Promise<number>
  /** Resolves when that shard may log in, and remembers that it does. Rejects when the signal aborts first. */
  waitForIdentify(shard: number, signal: AbortSignal): Promise<void>
}

/** Each shard's, of 1,000 a day: docs.discord.com/developers/events/gateway#session-start-limit-object. */
const remembered = 12
/** This many of each shard within an hour are a person trying things out, or a rough day. */
const free = 5
const hour = 3_600_000
/** Doubles with each further login within the hour, up to five minutes: 288 a day. Milliseconds. */
const shortest = 5_000
const longest = 300_000

export function createIdentifyBudget(options: {
  turns: IdentifyTurns
  /** How many the bot has, in all its processes: each start takes a login of each. */
  shards: number
  memory: LoginMemory
  clock: Ports['clock']
}): IdentifyBudget {
  const { turns, shards, memory, clock } = options
  let known: readonly number[] = []

  /** A memory that fails does not keep the bot out. */
  async function list(): Promise<readonly number[]> {
    known = await memory.read().catch(() => known)
    return known
  }

  async function findDelay(): Promise<number> {
    const logins = await list()
    const recent = logins.filter((at) => at > clock.now() - hour)
    const last = recent.at(-1)
    if (recent.length < free * shards || last === undefined) return 0
    const wanted = Math.min(longest, shortest * 2 ** (Math.floor(recent.length / shards) - free))
    return Math.max(0, last + wanted - clock.now())
  }

  return {
    findDelay,
    async waitForIdentify(shard, signal) {
      const delay = await findDelay()
      if (delay > 0) await clock.sleep(delay, signal)
      await turns.wait(shard, signal)
      known = [...(await list()), clock.now()].slice(-remembered * shards)
      await memory.write(known).catch(() => undefined)
    },
  }
}
