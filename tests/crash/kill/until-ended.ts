/** Waits for the end of all that was asked of the whole program. */
import { setTimeout as wait } from 'node:timers/promises'
import type { Store } from '#core/store/store.ts'
import { readBooks } from '../books.ts'

/** Until whatever is acknowledged has surely been recorded. Milliseconds. */
const between = 5_000

/** Resolves when no more are recorded, and all have ended. */
export async function untilEnded({ store }: { store: Store }): Promise<void> {
  const countRecorded = async () => (await readBooks(store)).generations.length
  for (let before = -1, now = 0; before !== now; now = await countRecorded()) {
    before = now
    await wait(between)
  }
  while ((await store.generations.listUnfinished()).length > 0) await wait(200)
}
