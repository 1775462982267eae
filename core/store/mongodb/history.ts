/** Reading delivered generations from MongoDB. */
import type { Collection, Document } from 'mongodb'
import type { Generation } from '#core/images/generation.ts'
import type { GenerationStore, HistoryPosition } from '#core/images/generation-store.ts'
import { encodeText, foldText } from '#core/store/text.ts'
import { patience } from './database.ts'
import { type GenerationDocument, toGeneration } from './document.ts'

type Generations = Collection<GenerationDocument>
type Page = Parameters<GenerationStore['listDelivered']>[1]

const newestFirst = { createdAt: -1, _id: -1 } as const

/** The account's newest delivered generation of that cacheKey that is not itself a repeat. */
export async function findShown(
  generations: Generations,
  { owner, cacheKey }: { owner: string; cacheKey: string },
): Promise<Generation | undefined> {
  const found = await generations.findOne(
    {
      account: encodeText(owner),
      cacheKey: encodeText(cacheKey),
      status: 'delivered',
    },
    { ...patience, sort: newestFirst },
  )
  return found ? toGeneration(found) : undefined
}

export async function listDelivered(
  generations: Generations,
  owner: string,
  { words = [], after, limit }: Page,
): Promise<Generation[]> {
  // To MongoDB a limit of 0 is none.
  if (limit < 1) return []
  const wanted = {
    account: encodeText(owner),
    status: 'delivered' as const,
    ...(after && startAfter(after)),
    ...(words.length > 0 && { $expr: { $and: words.map(occurs) } }),
  }
  const found = generations.find(wanted, patience).sort(newestFirst).limit(limit)
  return (await found.toArray()).map(toGeneration)
}

export async function listChildren(
  generations: Generations,
  id: string,
  owner: string,
  limit: number,
): Promise<Generation[]> {
  if (limit < 1) return []
  const wanted = { account: encodeText(owner), parent: encodeText(id), status: 'delivered' as const }
  const found = generations.find(wanted, patience).sort(newestFirst).limit(limit)
  return (await found.toArray()).map(toGeneration)
}

/** The first condition bounds the index; the second passes over what is at its edge. */
function startAfter({ createdAt, id }: HistoryPosition) {
  return {
    createdAt: { $lte: createdAt },
    $or: [{ createdAt: { $lt: createdAt } }, { _id: { $lt: encodeText(id) } }],
  }
}

/** Not a regular expression: nothing in a word means anything, and any character may be in it. */
function occurs(word: string): Document {
  return { $gte: [{ $indexOfBytes: ['$folded', { $literal: foldText(word) }] }, 0] }
}

/** Itself and its repeats, each found by its own index. */
export async function countShowing(generations: Generations, id: string): Promise<number> {
  const status = 'delivered' as const
  const counts = await Promise.all([
    generations.countDocuments({ _id: encodeText(id), status }, patience),
    generations.countDocuments({ repeatOf: encodeText(id), status }, patience),
  ])
  return counts[0] + counts[1]
}
