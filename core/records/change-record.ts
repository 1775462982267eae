/** Writes a record as it is to be, although others may write it at the same time. */
import type { Clock } from '#core/clock.ts'
import type { NewRecord, RecordStore, StoredRecord } from './record-store.ts'

/**
 * Writes what `change` makes of what there is, if anything, and answers with that; `undefined` leaves all as it is. Where
 * another has written in between, `change` is asked again: it must bear that.
 */
export async function changeRecord<Wanted extends NewRecord | undefined>(
  records: RecordStore,
  { kind, key }: Pick<StoredRecord, 'kind' | 'key'>,
  clock: Pick<Clock, 'now'>,
  change: (found: StoredRecord | undefined, now: number) => Wanted | Promise<Wanted>,
): Promise<Wanted> {
  for (;;) {
    const now = clock.now()
    const found = await records.findRecord(kind, key, now)
    const record = await change(found, now)
    if (!record) return record
    const isWritten = found
      ? await records.replaceRecord({ ...record, version: found.version })
      : await records.insertRecord(record, now)
    if (isWritten) return record
  }
}

/** The last writer wins; resolves once it is written. */
export async function putRecord(records: RecordStore, record: NewRecord, now: number): Promise<void> {
  await changeRecord(records, record, { now: () => now }, () => record)
}
