/** What a store says of its being carried to another: while that goes on, and after it, one of the two must not be used. */
import type { RecordStore } from '#core/records/record-store.ts'

/** In the new store: all in there was carried; when `doneAt` is there, all is. Milliseconds since 1970. */
export const carriedFrom = { kind: 'migration', key: 'from' } as const
/** In the old store, once all of it was carried. */
export const carriedTo = { kind: 'migration', key: 'to' } as const
/** In the old store, while it is carried. */
export const carrying = { kind: 'lease', key: 'migration' } as const

/** Nobody may work on this store; the message is a sentence an operator can act on. */
export class UnsettledError extends Error {
  constructor(message: string) {
    super(message)
    this.name = 'UnsettledError'
  }
}

/** Rejects with `UnsettledError` when nobody may work on this store. */
export async function requireSettled(records: RecordStore, now: number): Promise<void> {
  const [from, to, lease] = await Promise.all(
    [carriedFrom, carriedTo, carrying].map(({ kind, key }) => records.findRecord(kind, key, now)),
  )
  if (from && from.body.doneAt === undefined) {
    throw new UnsettledError(
      'This store was carried over in part only; run "npm run operator -- migrate" to its end.',
    )
  }
  if (to) {
    const date = new Date(Number(to.body.doneAt)).toISOString().slice(0, 10)
    throw new UnsettledError(
      `This store was carried to MongoDB on ${date} and is of the past; set MONGODB_URI.`,
    )
  }
  if (lease) {
    throw new UnsettledError('This store is being carried elsewhere; start when "migrate" has ended.')
  }
}
