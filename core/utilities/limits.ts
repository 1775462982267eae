/** How often somebody may have a utility's work done: by who they are, and by the team that they ask in. */
import type { ChatUser, Origin } from '#core/chat.ts'
import type { Clock } from '#core/clock.ts'
import { CoreError } from '#core/errors.ts'
import { takeInBlocks } from '#core/records/point-blocks.ts'
import { RecordLimiter } from '#core/records/record-limiter.ts'
import type { RecordStore } from '#core/records/record-store.ts'
import type { DurableHash } from '#core/secrets/keyed-hash.ts'

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
/** Of a limit, this share is taken at once, so that few of those who ask wait for the disk. */
const share = 0.1

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
  const open = (of: 'person' | 'team', points: number | undefined) => {
    if (points === undefined) return undefined
    const limiter = new RecordLimiter({ ...ports, duration, points, name: `utility-${of}` })
    return takeInBlocks(limiter, ports.clock, Math.max(Math.floor(points * share), 1))
  }
  const limiters = { person: open('person', utilitiesPerPerson), team: open('team', utilitiesPerTeam) }

  async function take(of: 'person' | 'team', platform: string, name: string): Promise<void> {
    const takePoint = limiters[of]
    if (!takePoint) return
    const wait = await takePoint(await ports.hash('utility', of, platform, name))
    if (wait > 0) throw new CoreError('too-many-utilities', { of, wait })
  }

  return async ({ user, origin }) => {
    await take('person', user.platform, user.user)
    if (origin.team !== undefined) await take('team', origin.platform, origin.team)
  }
}
