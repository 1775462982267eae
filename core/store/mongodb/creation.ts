/** Recording a new generation in MongoDB, when others may be doing the same. */
import type { Collection } from 'mongodb'
import { type End, type Generation, isEnded, type Status } from '#core/images/generation.ts'
import type { Creation } from '#core/images/generation-store.ts'
import { findFreeSlot, findRunningSlot } from '#core/store/generation-rules.ts'
import { encodeText } from '#core/store/text.ts'
import { insertNew, patience } from './database.ts'
import { type GenerationDocument, toDocument, toGeneration } from './document.ts'
import { unfinished } from './indexes.ts'

type Generations = Collection<GenerationDocument>

/**
 * Reads who is there, then writes; when a unique index says that somebody came between, or that the call was recorded before,
 * reads again. Whoever is refused was refused because another got through, so this comes to an end.
 */
export async function createGeneration(
  generations: Generations,
  asked: Generation,
  ...limits: [slots: number, runningSlots?: number]
): Promise<Creation> {
  for (;;) {
    const place = isEnded(asked) ? asked : await findPlace(generations, asked, ...limits)
    if (!('outcome' in place)) {
      const document = toDocument(place)
      if (await insertNew(generations, document)) {
        return { outcome: 'created', generation: toGeneration(document) }
      }
    }
    // Read last: what was found above, or was in the way, may be this very call.
    const sameCall = await generations.findOne({ call: encodeText(asked.call) }, patience)
    if (sameCall) return { outcome: 'same-call', generation: toGeneration(sameCall) }
    if ('outcome' in place) return place
    await refuseTakenId(generations, asked)
  }
}

/** The generation in a slot that was free, or why it gets none. */
async function findPlace(
  generations: Generations,
  asked: Generation<Exclude<Status, End>>,
  slots: number,
  runningSlots = 0,
): Promise<Generation | Creation> {
  const account = encodeText(asked.owner)
  const beside = (await generations.find({ account, ...unfinished }, patience).toArray()).map(toGeneration)
  const sameSpec = beside.find(({ cacheKey }) => cacheKey === asked.cacheKey)
  if (sameSpec) return { outcome: 'same-spec', generation: sameSpec }
  const taken = beside.flatMap(({ slot }) => slot ?? [])
  const slot = findFreeSlot(taken, slots)
  if (slot === undefined) return { outcome: 'full' }
  const places = beside.map(({ runningSlot: place }) => ({ place }))
  return { ...asked, slot, ...findRunningSlot(places, runningSlots) }
}

/** An id that another call has will be refused for ever: trying again would not end. */
async function refuseTakenId(generations: Generations, { id, call }: Generation): Promise<void> {
  const taken = await generations.findOne({ _id: encodeText(id), call: { $ne: encodeText(call) } }, patience)
  if (taken) throw new Error(`The generation id ${id} is taken`)
}
