/** Where the bot has said hello: once in each server and workspace, for ever. */
import { hasCode } from '#core/errors.ts'
import { findTeamId } from './find-team-id.ts'
import type { MemberPorts } from './members.ts'
import { keyOf, nameTeam, type TeamName } from './team-name.ts'

export interface Greetings {
  /**
   * Says it if that was never said there, and nobody has used the bot there yet as far as is known when this is called. Once,
   * by whatever process; it is not said again where it failed, but for a place where the bot may not post. Rejects as `say`.
   */
  greet(place: TeamName, say: () => Promise<unknown>): Promise<void>
}

const kind = 'greeted' as const

export function createGreetings({ records, clock }: MemberPorts): Greetings {
  return {
    async greet(place, say) {
      const key = nameTeam(place)
      const now = clock.now()
      if (await records.findRecord(kind, key, now)) return
      const members = keyOf(await findTeamId({ records, clock }, place), '')
      const [known] = await records.listRecordsBy('member', members, now, { limit: 1 })
      if (!(await records.insertRecord({ kind, key, body: {} }, now)) || known) return
      await say().catch(async (error: unknown) => {
        if (hasCode(error, 'cannot-post')) await records.removeRecord(kind, key)
        throw error
      })
    },
  }
}
