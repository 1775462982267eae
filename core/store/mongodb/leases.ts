/** Who works on which unfinished generations, in MongoDB: read by the index of leases, and renewed all at once. */
import type { Collection } from 'mongodb'
import type { Generation, Lease, Status } from '#core/images/generation.ts'
import type { GenerationStore, LeaseHolder } from '#core/images/generation-store.ts'
import { decodeText, encodeText } from '#core/store/text.ts'
import { patience } from './database.ts'
import { type GenerationDocument, toGeneration } from './document.ts'
import { unfinished } from './indexes.ts'

type Generations = Collection<GenerationDocument>

/** The same as `unfinished`, said so that the index answers it without a look at the documents. */
const inSlot = { slot: { $gte: 0 } }

const recorded: Status = 'recorded'

export async function listLeaseHolders(generations: Generations): Promise<LeaseHolder[]> {
  const count = { $cond: [{ $eq: ['$status', recorded] }, '$spec.count', 0] }
  const stages = [{ $match: inSlot }, { $group: { _id: '$lease.owner', waiting: { $sum: count } } }]
  const groups = generations.aggregate<{ _id: string | null; waiting: number }>(stages, {
    ...patience,
    hint: 'held',
  })
  return (await groups.toArray()).map(({ _id, waiting }) => ({
    ...(_id !== null && { owner: decodeText(_id) }),
    waiting,
  }))
}

export async function listUnheld(
  generations: Generations,
  { now, gone, own }: Parameters<GenerationStore['listUnheld']>[0],
): Promise<Generation[]> {
  const lost = {
    'lease.owner': encodeText(own.owner),
    ...(own.except.length > 0 && { _id: { $nin: own.except.map(encodeText) } }),
  }
  const wanted = {
    ...unfinished,
    $or: [
      { 'lease.owner': { $in: [null, ...gone.filter((each) => each !== own.owner).map(encodeText)] } },
      { 'lease.owner': { $ne: encodeText(own.owner) }, 'lease.until': { $lte: now } },
      lost,
    ],
  }
  const oldestFirst = generations.find(wanted, patience).sort({ createdAt: 1, _id: 1 })
  return (await oldestFirst.toArray()).map(toGeneration)
}

export async function listWaiting(
  generations: Generations,
  { now, until, except, limit }: Parameters<GenerationStore['listWaiting']>[0],
): Promise<Generation[]> {
  // To MongoDB a limit of 0 is none.
  if (limit < 1) return []
  const wanted = {
    ...unfinished,
    status: recorded,
    hearer: { $exists: false },
    'lease.owner': { $ne: encodeText(except) },
    'lease.until': { $gt: now },
    createdAt: { $lte: until },
  }
  const oldestFirst = generations.find(wanted, patience).sort({ createdAt: 1, _id: 1 }).limit(limit)
  return (await oldestFirst.toArray()).map(toGeneration)
}

export async function renewLeases(
  generations: Generations,
  ids: readonly string[],
  { owner, until }: Lease,
): Promise<boolean> {
  const wanted = { _id: { $in: ids.map(encodeText) }, 'lease.owner': encodeText(owner), ...unfinished }
  return (await generations.updateMany(wanted, { $set: { 'lease.until': until } }, patience)).matchedCount > 0
}
