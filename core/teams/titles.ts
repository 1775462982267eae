/** What people call their servers and workspaces, for wherever no platform can be asked. */
import type { Clock } from '#core/clock.ts'
import { changeRecord } from '#core/records/change-record.ts'
import type { RecordStore } from '#core/records/record-store.ts'
import { nameTeam, type TeamName } from './team-name.ts'

export interface Titles {
  /** As it was noted last; undefined before it was. For display only. */
  findTitle(place: TeamName): Promise<string | undefined>
  noteTitle(place: TeamName, title: string): Promise<void>
}

const kind = 'team' as const

export function createTitles({
  records,
  clock,
}: {
  records: RecordStore
  clock: Pick<Clock, 'now'>
}): Titles {
  const findTitle: Titles['findTitle'] = async (place) =>
    (await records.findRecord(kind, nameTeam(place), clock.now()))?.body.title as string | undefined

  return {
    findTitle,
    async noteTitle(place, title) {
      if ((await findTitle(place)) === title) return
      const key = nameTeam(place)
      await changeRecord(records, { kind, key }, clock, (found) => ({
        ...{ kind, key },
        body: { ...found?.body, title },
      }))
    },
  }
}
