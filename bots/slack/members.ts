/** Says who somebody is, with what Slack tells of them where an event alone does not say it. */
import type { ChatUser, Log } from '#core/index.ts'
import { traceFault } from '../trace-fault.ts'
import type { Clock } from './api.ts'
import { identify, isUncertain, type Member, type Seen } from './identity.ts'
import type { Workroom } from './workroom.ts'

/** As well as the event alone can tell where Slack does not answer. Never rejects. */
export type Meet = (seen: Seen, room: Pick<Workroom, 'ask' | 'client'>) => Promise<ChatUser>

/** People are asked for again after this long, in milliseconds. */
const life = 3_600_000
const most = 5_000

export function createMeet({ clock, log }: { clock: Pick<Clock, 'now'>; log: Log }): Meet {
  const known = new Map<string, { member: Member; until: number }>()

  async function find({ team, person }: Seen, { ask, client }: Pick<Workroom, 'ask' | 'client'>) {
    const key = `${team} ${person}`
    const found = known.get(key)
    if (found && found.until > clock.now()) return found.member
    try {
      const { user } = await ask('hasty', `users ${team}`, () => client.users.info({ user: person }))
      const member: Member = {
        name: user?.name,
        team: user?.team_id,
        enterprise: user?.enterprise_user?.enterprise_id,
        teams: user?.enterprise_user?.teams,
      }
      known.delete(key)
      known.set(key, { member, until: clock.now() + life })
      const [oldest] = known.keys()
      if (known.size > most && oldest !== undefined) known.delete(oldest)
      return member
    } catch (error) {
      log.debug({ fault: traceFault(error) }, 'Slack does not say who somebody is')
      return undefined
    }
  }

  return async (seen, room) => {
    const isTold = seen.name !== undefined && !isUncertain(seen)
    return identify(seen, isTold ? undefined : await find(seen, room))
  }
}
