/** Takes away the votes for a picture that is not shared any more. */
import type { Clock } from '#core/clock.ts'
import type { RecordStore } from '#core/records/record-store.ts'

const kind = 'vote' as const

/** The key of a person's vote; of all votes for it where `voter` is empty, its beginning. */
export const keyOfVote = (id: string, voter: string) => `${id}/${voter}`

export async function forgetVotes(
  { records, clock }: { records: RecordStore; clock: Pick<Clock, 'now'> },
  id: string,
): Promise<void> {
  for (const { key } of await records.listRecordsBy(kind, keyOfVote(id, ''), clock.now())) {
    await records.removeRecord(kind, key)
  }
}
