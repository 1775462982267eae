/** Says who somebody is, with what Slack tells of them where an event alone does not say it. */
import type { ChatUser, Log } from '#core/index.ts'
import { createRemembered } from '../remembered.ts'
import { traceFault } from '../trace-fault.ts'
import type { Clock } from './api.ts'
import { identify, isUncertain, type Member, type Seen } from './identity.ts'
import type { Workroom } from './workroom.ts'

/** Somebody, and the language that they have Slack speak, where it says so. */
export interface Met {
  user: ChatUser
  locale: string | undefined
}

/** As well as the event alone can tell where Slack does not answer. Never rejects. */
export type Meet = (seen: Seen, room: Pick<Workroom, 'ask' | 'client'>) => Promise<Met>

/** People are asked for again after this long, in milliseconds; where Slack does not answer, sooner. */
const life = 3_600_000
const lifeUnknown = 60_000
const most = 5_000

export interface Members {
  meet: Meet
  /** The language of somebody met lately, by their Slack id, where nothing can be asked; undefined where it is not known. */
  recallLocale(person: unknown): string | undefined
}

export function createMembers({ clock, log }: { clock: Pick<Clock, 'now'>; log: Log }): Members {
  const locales = createRemembered<string>(most)
  const known = new Map<string, { member: Member | undefined; until: number }>()
  const underWay = new Map<string, Promise<Member | undefined>>()

  function keep(key: string, member: Member | undefined): Member | undefined {
    known.delete(key)
    known.set(key, { member, until: clock.now() + (member ? life : lifeUnknown) })
    const [oldest] = known.keys()
    if (known.size > most && oldest !== undefined) known.delete(oldest)
    return member
  }

  function hear(person: string, locale: string | undefined): void {
    if (locale === undefined) locales.forget(person)
    else locales.keep(person, locale)
  }

  /** `isNeeded`: who they are depends on it, so that it is asked again where Slack has not answered. */
  async function find(
    seen: Seen,
    room: Pick<Workroom, 'ask' | 'client'>,
    isNeeded: boolean,
  ): Promise<Member | undefined> {
    const key = `${seen.team} ${seen.person}`
    const found = known.get(key)
    if (found && found.until > clock.now() && (found.member || !isNeeded)) return found.member
    // Several commands of somebody that come at once wait for one answer.
    const asking = underWay.get(key) ?? askSlack(seen, room, key).finally(() => underWay.delete(key))
    underWay.set(key, asking)
    return await asking
  }

  async function askSlack(
    { team, person }: Seen,
    { ask, client }: Pick<Workroom, 'ask' | 'client'>,
    key: string,
  ): Promise<Member | undefined> {
    try {
      const asked = { user: person, include_locale: true }
      const { user } = await ask('hasty', `users ${team}`, () => client.users.info(asked))
      hear(person, user?.locale)
      return keep(key, {
        name: user?.name,
        locale: user?.locale,
        team: user?.team_id,
        enterprise: user?.enterprise_user?.enterprise_id,
        teams: user?.enterprise_user?.teams,
      })
    } catch (error) {
      log.debug({ fault: traceFault(error) }, 'Slack does not say who somebody is')
      return keep(key, undefined)
    }
  }

  return {
    async meet(seen, room) {
      const isTold = seen.name !== undefined && !isUncertain(seen)
      const member = await find(seen, room, !isTold)
      return { user: identify(seen, isTold ? undefined : member), locale: member?.locale }
    },
    recallLocale: (person) => (typeof person === 'string' ? locales.find(person) : undefined),
  }
}
