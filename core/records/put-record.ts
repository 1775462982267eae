/** Writes a record whether or not there is one already. */
import type { NewRecord, RecordStore } from './record-store.ts'

/** The last writer wins; resolves once it is written. */
export async function putRecord(records: RecordStore, record: NewRecord, now: number): Promise<void> {
  for (;;) {
    const found = await records.findRecord(record.kind, record.key, now)
    const written = found
      ? await records.replaceRecord({ ...record, version: found.version })
      : await records.insertRecord(record, now)
    if (written) return
  }
}
