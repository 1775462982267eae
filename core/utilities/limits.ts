/** How often somebody may have a utility's work done: by who they are, and by the team that they ask in. */
import type { ChatUser, Origin } from '#core/chat.ts'
import type { Clock } from '#core/clock.ts'
import { CoreError } from '#core/errors.ts'
import { RecordLimiter } from '#core/records/record-limiter.ts'
import type { RecordStore } from '#core/records/record-store.ts'
import type { DurableHash } from '#core/secrets/keyed-hash.ts'
import { createTurns } from '#core/turns.ts'

/** Who asks, and where. */
export interface Asking {
  user: ChatUser
  origin: Origin
}

export interface UtilityRules {
  /** Free pictures in ten minutes, for one person and in one team; without an end where absent. */
  utilitiesPerPerson?: number
  utilitiesPerTeam?: number
}

/** Milliseconds. */
const duration = 10 * 60_000

/** Counts one more. Rejects with `too-many-utilities`. Nobody need have an account: they are kept as keyed digests. */
export type TakeUtility = (asking: Asking) => Promise<void>

export interface LimitPorts {
  records: RecordStore
  clock: Clock
  hash: DurableHash
}

export function createUtilityLimits(
  ports: LimitPorts,
  { utilitiesPerPerson, utilitiesPerTeam }: UtilityRules,
): TakeUtility {
  const open = (of: 'person' | 'team', points: number | undefined) =>
    points === undefined
      ? undefined
      : new RecordLimiter({ ...ports, duration, points, name: `utility-${of}` })
  const limiters = { person: open('person', utilitiesPerPerson), team: open('team', utilitiesPerTeam) }

  const takeTurn = createTurns()

  async function take(of: 'person' | 'team', platform: string, name: string): Promise<void> {
    const limiter = limiters[of]
    if (!limiter) return
    const key = await ports.hash('utility', of, platform, name)
    // Those who count at the same time would only have to count again.
    const wait = await takeTurn(key, () => limiter.take(key))
    if (wait > 0) throw new CoreError('too-many-utilities', { of, wait })
  }

  return async ({ user, origin }) => {
    await take('person', user.platform, user.user)
    if (origin.team !== undefined) await take('team', origin.platform, origin.team)
  }
}
