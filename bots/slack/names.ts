/** What people are called, which events do not tell. */

import type { Log } from '#core/index.ts'
import { traceFault } from '../trace-fault.ts'
import type { Clock } from './web-api.ts'
import type { Workroom } from './workroom.ts'

/** The name that commands come with; the person's id where Slack does not tell it. Never rejects. */
export type FindName = (
  person: { team: string; person: string },
  room: Pick<Workroom, 'ask' | 'client'>,
) => Promise<string>

/** Names are asked for again after this long, in milliseconds. */
const life = 3_600_000
const most = 5_000

export function createNames({ clock, log }: { clock: Pick<Clock, 'now'>; log: Log }): FindName {
  const known = new Map<string, { name: string; until: number }>()

  return async ({ team, person }, { ask, client }) => {
    const key = `${team} ${person}`
    const found = known.get(key)
    if (found && found.until > clock.now()) return found.name
    try {
      const { user } = await ask('hasty', `users ${team}`, () => client.users.info({ user: person }))
      const name = user?.name ?? person
      known.delete(key)
      known.set(key, { name, until: clock.now() + life })
      const [oldest] = known.keys()
      if (known.size > most && oldest !== undefined) known.delete(oldest)
      return name
    } catch (error) {
      log.debug({ fault: traceFault(error) }, 'Slack does not say what somebody is called')
      return person
    }
  }
}
