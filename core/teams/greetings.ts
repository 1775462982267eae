/** Where the bot has said hello: once in each server and workspace, for ever. */
import type { Place } from '#core/chat.ts'
import { findTeamId } from './find-team-id.ts'
import type { MemberPorts } from './members.ts'
import { keyOf, nameTeam } from './team-name.ts'
import type { TellIn } from './team-notes.ts'

export interface Greetings {
  /**
   * Greets a server or workspace in that channel, after `ready`, if it never was and nobody has used the bot there yet as far
   * as is known when this is called. Once, by whatever process: what was cut off or failed is done later, but for a
   * channel where the bot may not post, after which another may be tried. `locale`: that of who reads it.
   */
  greet(place: Place, locale: string | undefined, ready?: Promise<unknown>): Promise<void>
}

const kind = 'greeted' as const

export function createGreetings({ records, clock, tellIn }: MemberPorts & { tellIn: TellIn }): Greetings {
  return {
    async greet(place, locale, ready) {
      const name = { platform: place.platform, id: place.team }
      const key = nameTeam(name)
      if (await records.findRecord(kind, key, clock.now())) return
      const members = keyOf(await findTeamId({ records, clock }, name), '')
      const [known] = await records.listRecordsBy('member', members, clock.now(), { limit: 1 })
      const greeting = { kind: 'greeting', ...(locale !== undefined && { locale }) } as const
      if (known || (await tellIn(place, 'greeting', greeting, ready)))
        await records.insertRecord({ kind, key, body: {} }, clock.now())
    },
  }
}
