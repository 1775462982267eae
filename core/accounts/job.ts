/** Work on an account that may be cut off anywhere and is taken up again until it is done. */
import type { Clock } from '#core/clock.ts'

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

/** Whether a job that began then may end, for all that time says. */
export const isSettled = (clock: Clock, since: unknown) => clock.now() - Number(since) >= settleTime
