/** Finds what somebody names, who may do so before it is noted that they have been shown it. */
import type { Clock } from '#core/clock.ts'
import type { Generation } from './generation.ts'
import type { GenerationStore } from './generation-store.ts'

/** Between two looks, about three seconds in all: as long as a store is slow rather than away. Milliseconds. */
const pauses = [50, 100, 200, 400, 800, 1_600]

/** As it stands once its showing is noted; where that takes longer, as it stands. */
export async function findNamed(
  { generations, clock }: { generations: Pick<GenerationStore, 'find'>; clock: Pick<Clock, 'sleep'> },
  id: string,
): Promise<Generation | undefined> {
  for (const pause of pauses) {
    const found = await generations.find({ id })
    if (found?.status !== 'ready') return found
    await clock.sleep(pause)
  }
  return await generations.find({ id })
}
