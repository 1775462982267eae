/** The port for the many small things that are kept by a key: teams, sessions, codes, links, installations. */
import type { PersonalKind, RecordKind } from './kinds.ts'

/** One small thing. `kind` and `key` together are unique. */
export interface StoredRecord {
  kind: RecordKind
  key: string
  /** The account it belongs to, if any: removed with it, and listed by it. */
  owner?: string
  /** When it stops existing, in milliseconds since 1970; absent for ever. */
  expiresAt?: number
  /** 1 when inserted, one more with each replacement. */
  version: number
  /** Plain JSON. */
  body: Readonly<Record<string, unknown>>
}

/** Whether a kind may have an owner is stated with the kind. */
export type NewRecord = Omit<StoredRecord, 'version' | 'kind' | 'owner'> &
  ({ kind: PersonalKind; owner?: string } | { kind: Exclude<RecordKind, PersonalKind>; owner?: never })

export interface RecordPage {
  after?: string
  limit: number
}

/** Every write is one atomic, durable step. What has expired at `now` does not exist, also before it is swept away. */
export interface RecordStore {
  /** False, and nothing written, when the kind has such a key that has not expired. */
  insertRecord(record: NewRecord, now: number): Promise<boolean>
  findRecord(kind: RecordKind, key: string, now: number): Promise<StoredRecord | undefined>
  /** An owner's records of a kind, by key. Without an owner: all of the kind. */
  listRecords(kind: RecordKind, owner: string | undefined, now: number): Promise<StoredRecord[]>
  /** All of a kind whose keys begin so, whosever they are, by key; or so many of them at most, `after` a whole key. */
  listRecordsBy(kind: RecordKind, prefix: string, now: number, page?: RecordPage): Promise<StoredRecord[]>
  /** Replaces owner, expiry and body if the record still has that version. False, and nothing written, otherwise. */
  replaceRecord(record: StoredRecord): Promise<boolean>
  /** Removes one, or, given a version, one that still has it. False when there was none. */
  removeRecord(kind: RecordKind, key: string, version?: number): Promise<boolean>
  /** Removes all records of an owner but those of the spared kinds. */
  removeOwned(owner: string, spared?: readonly RecordKind[]): Promise<void>
  /** Removes what had expired by `now`. */
  sweepRecords(now: number): Promise<void>
}
