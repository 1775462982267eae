/** Small keyed things in MongoDB. */
import type { Document, Filter } from 'mongodb'
import type { RecordKind } from '#core/records/kinds.ts'
import type { RecordStore, StoredRecord } from '#core/records/record-store.ts'
import { encodeText, lastCharacter } from '#core/store/text.ts'
import { type Database, insertNew, patience } from './database.ts'
import { decode, encode } from './document.ts'

/** `expires` is `expiresAt` as the date that the server's own sweep reads. */
type RecordDocument = StoredRecord & { _id: string; expires?: Date }

/** A record's `_id`; no kind has a colon in it. */
const nameRecord = (kind: RecordKind, key: string) => `${kind}:${encodeText(key)}`

const alive = (now: number): Filter<RecordDocument> => ({
  $or: [{ expiresAt: { $exists: false } }, { expiresAt: { $gt: now } }],
})

export function createRecordStore({ collection, run }: Database): RecordStore {
  const records = collection<RecordDocument>('records')

  return {
    insertRecord: (record, now) =>
      run(async () => {
        const document = toDocument({ ...record, version: 1 })
        const { _id, ...fields } = document
        const expired = { _id, expiresAt: { $lte: now } }
        for (;;) {
          if (await insertNew(records, document)) return true
          if ((await records.replaceOne(expired, fields, patience)).matchedCount === 1) return true
          // What had expired may have been swept away between the two.
          if (await records.findOne({ _id }, patience)) return false
        }
      }),
    findRecord: (kind, key, now) =>
      run(async () => {
        const found = await records.findOne({ _id: nameRecord(kind, key), ...alive(now) }, patience)
        return found ? toRecord(found) : undefined
      }),
    listRecords: (kind, owner, now) =>
      run(async () => {
        const wanted = owner === undefined ? { kind } : { kind, owner: encodeText(owner) }
        const found = records.find({ ...wanted, ...alive(now) }, patience).sort({ key: 1 })
        return (await found.toArray()).map(toRecord)
      }),
    listRecordsBy: (kind, prefix, now, { after, limit } = { limit: 0 }) =>
      run(async () => {
        const first = nameRecord(kind, prefix)
        const later = after !== undefined && { $gt: nameRecord(kind, after) }
        const begun = { _id: { $gte: first, $lt: first + lastCharacter, ...later } }
        const found = records.find({ ...begun, ...alive(now) }, patience).sort({ _id: 1 })
        return (await found.limit(limit).toArray()).map(toRecord)
      }),
    replaceRecord: (record) =>
      run(async () => {
        const { _id, ...fields } = toDocument({ ...record, version: record.version + 1 })
        const unchanged = { _id, version: record.version }
        return (await records.replaceOne(unchanged, fields, patience)).matchedCount === 1
      }),
    removeRecord: (kind, key, version) =>
      run(async () => {
        const wanted = { _id: nameRecord(kind, key), ...(version !== undefined && { version }) }
        return (await records.deleteOne(wanted, patience)).deletedCount === 1
      }),
    removeOwned: (owner, spared = []) =>
      run(async () => {
        await records.deleteMany({ owner: encodeText(owner), kind: { $nin: spared } }, patience)
      }),
    sweepRecords: (now) =>
      run(async () => {
        await records.deleteMany({ expiresAt: { $lte: now } }, patience)
      }),
  }
}

/** A record as a document. */
export function toDocument(record: StoredRecord): RecordDocument {
  return {
    _id: nameRecord(record.kind, record.key),
    ...encode(record),
    ...(record.expiresAt !== undefined && { expires: new Date(record.expiresAt) }),
  }
}

/** What `toDocument` was given. */
export function toRecord(document: Document): StoredRecord {
  const { _id, expires, ...record } = document
  return decode(record) as StoredRecord
}
