/** Finds the channel where a server's or workspace's shared pictures are posted. */
import type { Clock } from '#core/clock.ts'
import type { RecordStore } from '#core/records/record-store.ts'
import { nameTeam, type TeamName } from './team-name.ts'

/** Undefined where no admin has chosen one. */
export async function findGallery(
  { records, clock }: { records: RecordStore; clock: Pick<Clock, 'now'> },
  place: TeamName,
): Promise<string | undefined> {
  const found = await records.findRecord('team', nameTeam(place), clock.now())
  return found?.body.gallery as string | undefined
}
