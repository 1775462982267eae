/** Tells a team's admins of something in the channel that they chose for it. */
import type { Clock } from '#core/clock.ts'
import { type Log, logFailure } from '#core/log.ts'
import type { Outbound, TeamNote } from '#core/outbound.ts'
import type { RecordStore } from '#core/records/record-store.ts'
import { findSettings } from './settings.ts'

/** Whether they were told: not where they chose no channel, or it takes nothing. Rejects as the store does. */
export type TellAdmins = (team: string, note: TeamNote) => Promise<boolean>

export function createTellAdmins(ports: {
  records: RecordStore
  clock: Pick<Clock, 'now'>
  outbound: Pick<Outbound, 'tellTeam'>
  log: Log
}): TellAdmins {
  return async (team, note) => {
    const { adminsChannel } = await findSettings(ports, team)
    if (!adminsChannel) return false
    try {
      await ports.outbound.tellTeam(adminsChannel, note)
      return true
    } catch (error) {
      logFailure(ports.log, error, { team, note: note.kind }, 'The admins of a team could not be told')
      return false
    }
  }
}
