/** Generations in MongoDB: unique partial indexes say what may exist at once, and no step needs a transaction. */
import type { Document, UpdateFilter } from 'mongodb'
import type { GenerationStore } from '#core/images/generation-store.ts'
import { type SettledChange, settleChange } from '#core/store/generation-rules.ts'
import { encodeText } from '#core/store/text.ts'
import { createTurns } from '#core/turns.ts'
import { createGeneration } from './creation.ts'
import { type Database, patience } from './database.ts'
import { encode, type GenerationDocument, toGeneration } from './document.ts'
import { isDuplicate } from './failures.ts'
import {
  countDelivered,
  countShowing,
  findEarlier,
  findShown,
  listChildren,
  listDelivered,
  removePicture,
} from './history.ts'
import { unfinished } from './indexes.ts'
import { listLeaseHolders, listUnheld, listWaiting, renewLeases } from './leases.ts'

export function createGenerationStore({ collection, run }: Database): GenerationStore {
  const generations = collection<GenerationDocument>('generations')
  const takeTurn = createTurns()

  const change: GenerationStore['change'] = async (id, guard, asked) => {
    const settled = settleChange(guard.status, asked)
    const wanted = {
      _id: encodeText(id),
      status: { $in: [...settled.from] },
      ...(guard.leaseHolder !== undefined && { 'lease.owner': encodeText(guard.leaseHolder) }),
    }
    const update = toUpdate(settled)
    const changed = update
      ? await generations.findOneAndUpdate(wanted, update, { ...patience, returnDocument: 'after' })
      : await generations.findOne(wanted, patience)
    return changed ? toGeneration(changed) : undefined
  }

  return {
    create: (generation, ...limits) =>
      // They want the same slot; processes that meet here are told apart by its index.
      takeTurn(generation.owner, () => run(() => createGeneration(generations, generation, ...limits))),
    find: (by) =>
      run(async () => {
        if ('owner' in by) return findShown(generations, by)
        const wanted = 'id' in by ? { _id: encodeText(by.id) } : { call: encodeText(by.call) }
        const found = await generations.findOne(wanted, patience)
        return found ? toGeneration(found) : undefined
      }),
    findEarlier: (owner, by) => run(() => findEarlier(generations, owner, by)),
    change: (id, guard, asked) =>
      run(async () => {
        try {
          return await change(id, guard, asked)
        } catch (error) {
          if (asked.runningSlot !== undefined && isDuplicate(error)) return undefined
          throw error
        }
      }),
    listUnfinished: (owner) =>
      run(async () => {
        const wanted = { ...(owner !== undefined && { account: encodeText(owner) }), ...unfinished }
        const oldestFirst = generations.find(wanted, patience).sort({ createdAt: 1, _id: 1 })
        return (await oldestFirst.toArray()).map(toGeneration)
      }),
    listLeaseHolders: () => run(() => listLeaseHolders(generations)),
    listUnheld: (asked) => run(() => listUnheld(generations, asked)),
    listWaiting: (asked) => run(() => listWaiting(generations, asked)),
    findAll: (ids) =>
      run(async () => {
        const wanted = { _id: { $in: ids.map(encodeText) } }
        return (await generations.find(wanted, patience).toArray()).map(toGeneration)
      }),
    renewLeases: (ids, lease) => run(() => renewLeases(generations, ids, lease)),
    listDelivered: (owner, page) => run(() => listDelivered(generations, owner, page)),
    countDelivered: (owner, selection) => run(() => countDelivered(generations, owner, selection)),
    listChildren: (id, owner, limit) => run(() => listChildren(generations, id, owner, limit)),
    remove: (id, owner) =>
      run(async () => {
        const wanted = { _id: encodeText(id), account: encodeText(owner), status: 'delivered' } as const
        return (await generations.deleteOne(wanted, patience)).deletedCount === 1
      }),
    removePicture: (...asked) => run(() => removePicture(generations, ...asked)),
    countShowing: (id, key) => run(() => countShowing(generations, id, key)),
  }
}

/** The update that a change comes to; undefined when it comes to nothing, which MongoDB refuses to be told. */
function toUpdate({ change, ends }: SettledChange): UpdateFilter<GenerationDocument> | undefined {
  const set: Document = {}
  const unset: Document = ends ? { slot: '', place: '' } : {}
  for (const [field, value] of Object.entries(change)) {
    if (value === undefined) unset[field] = ''
    else set[field] = encode(value)
  }
  const update: UpdateFilter<GenerationDocument> = {}
  if (Object.keys(set).length > 0) update.$set = set
  if (Object.keys(unset).length > 0) update.$unset = unset
  return Object.keys(update).length > 0 ? update : undefined
}
