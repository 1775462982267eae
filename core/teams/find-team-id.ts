/** Finds the team that a server or workspace is, or is tied into. */
import type { Clock } from '#core/clock.ts'
import type { RecordStore } from '#core/records/record-store.ts'
import { nameTeam, type TeamName } from './team-name.ts'

export async function findTeamId(
  { records, clock }: { records: RecordStore; clock: Pick<Clock, 'now'> },
  team: TeamName,
): Promise<string> {
  const found = await records.findRecord('team', nameTeam(team), clock.now())
  return (found?.body.joined as string | undefined) ?? nameTeam(team)
}
