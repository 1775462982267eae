/** Records an order as a generation, once. */
import { CoreError } from '#core/errors.ts'
import type { Generation, StateFields } from '#core/images/generation.ts'
import type { Creation, GenerationStore } from '#core/images/generation-store.ts'
import type { Log } from '#core/log.ts'

/** What is known of it before it is known how it is made. */
export type Draft = Omit<Generation, keyof StateFields | 'status' | 'price' | 'pictureKeys'>

export interface RecordingPorts {
  generations: Pick<GenerationStore, 'create'>
  unfinishedPerAccount: number
  runningPerAccount: number
  log: Log
}

/** Rejects with `too-many-running`. */
export async function create(
  { generations, unfinishedPerAccount, runningPerAccount, log }: RecordingPorts,
  wanted: Generation,
): Promise<Exclude<Creation, { outcome: 'full' }>> {
  const creation = await generations.create(wanted, unfinishedPerAccount, runningPerAccount)
  if (creation.outcome === 'full') throw new CoreError('too-many-running', { limit: unfinishedPerAccount })
  if (creation.outcome === 'created') {
    // From here on the log speaks of the generation; this line ties it to the call.
    log.info({ call: wanted.call, generation: wanted.id }, 'A generation was recorded')
  }
  return creation
}
