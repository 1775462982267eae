/** Work on an account that may be cut off anywhere and is taken up again until it is done. */
import type { Clock } from '#core/clock.ts'
import { changeRecord } from '#core/records/change-record.ts'
import type { RecordStore, StoredRecord } from '#core/records/record-store.ts'
import type { AccountStore } from './account-store.ts'

/**
 * How long a job goes on looking after it has nothing more to do: a call that found the account just before it ended
 * may still write. Milliseconds; longer than any generation is worked on.
 */
export const settleTime = 30 * 60_000

/** Repeats its pass over every job there is; passes may overlap, also with another process's. */
export interface Job {
  run(): Promise<void>
}

/** Does each, also after one that fails; rejects with the first failure once all have had their turn. */
export async function doEach<Item>(items: readonly Item[], work: (item: Item) => Promise<unknown>) {
  const failures: unknown[] = []
  for (const item of items) await work(item).catch((error) => failures.push(error))
  if (failures.length > 0) throw failures[0]
}

interface JobPorts {
  store: Pick<AccountStore, 'findAccount'>
  records: RecordStore
  clock: Clock
}

/**
 * The job that is about to end an account, by its key; undefined where the job is over. It settles from when the account
 * was last there: until then calls find it, however long ago the job began.
 */
export async function takeJob(
  { store, records, clock }: JobPorts,
  kind: 'merge' | 'erasure',
  key: string,
): Promise<StoredRecord | undefined> {
  if (await store.findAccount({ id: key })) {
    await changeRecord(
      records,
      { kind, key },
      clock,
      (found, since) => found && { kind, key, body: { ...found.body, since } },
    )
  }
  return await records.findRecord(kind, key, clock.now())
}

/** Whether a job whose account was last there then may end, for all that time says. */
export const isSettled = (clock: Clock, since: unknown) => clock.now() - Number(since) >= settleTime
