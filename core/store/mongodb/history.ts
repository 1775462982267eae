/** Reading delivered generations from MongoDB. */
import type { Collection, Document } from 'mongodb'
import type { Generation } from '#core/images/generation.ts'
import type {
  Earlier,
  GenerationStore,
  HistoryCount,
  HistoryPosition,
  HistorySelection,
} from '#core/images/generation-store.ts'
import { tools } from '#core/images/tools.ts'
import { settleCount } from '#core/store/generation-rules.ts'
import { encodeText, foldText } from '#core/store/text.ts'
import { patience } from './database.ts'
import { type GenerationDocument, toGeneration } from './document.ts'

type Generations = Collection<GenerationDocument>
type Page = Parameters<GenerationStore['listDelivered']>[1]

const newestFirst = { createdAt: -1, _id: -1 } as const

const isShown = ({ owner, cacheKey }: { owner: string; cacheKey: string }) => ({
  account: encodeText(owner),
  cacheKey: encodeText(cacheKey),
  status: 'delivered' as const,
})

/** The account's newest delivered generation of that cacheKey. */
export async function findShown(
  generations: Generations,
  by: { owner: string; cacheKey: string },
): Promise<Generation | undefined> {
  const found = await generations.findOne(isShown(by), { ...patience, sort: newestFirst })
  return found ? toGeneration(found) : undefined
}

/** Two questions, each answered by its own index, on one way to the server. */
export async function findEarlier(
  generations: Generations,
  owner: string,
  { call, cacheKey }: { call: string; cacheKey: string },
): Promise<Earlier> {
  const ofCall = { call: encodeText(call), account: encodeText(owner) }
  const pipeline = [
    { $match: isShown({ owner, cacheKey }) },
    { $sort: newestFirst },
    { $limit: 1 },
    { $set: { isShown: true } },
    { $unionWith: { coll: generations.collectionName, pipeline: [{ $match: ofCall }] } },
  ]
  const earlier: Earlier = {}
  for (const { isShown, ...found } of await generations.aggregate(pipeline, patience).toArray()) {
    earlier[isShown ? 'shown' : 'called'] = toGeneration(found)
  }
  return earlier
}

export async function listDelivered(
  generations: Generations,
  owner: string,
  { after, before, limit, ...selection }: Page,
): Promise<Generation[]> {
  // To MongoDB a limit of 0 is none.
  if (limit < 1) return []
  const wanted = {
    ...select(owner, selection),
    ...narrow(listConditions(selection)),
    ...(after && startAfter(after)),
    ...(before && endBefore(before)),
  }
  const order = before ? ({ createdAt: 1, _id: 1 } as const) : newestFirst
  const found = await generations.find(wanted, patience).sort(order).limit(limit).toArray()
  return (before ? found.reverse() : found).map(toGeneration)
}

export async function countDelivered(
  generations: Generations,
  owner: string,
  { after, most, ...selection }: Parameters<GenerationStore['countDelivered']>[1],
): Promise<HistoryCount> {
  const fits = { $and: listConditions(selection) }
  const sum = (...conditions: Document[]) => ({ $sum: { $cond: [{ $and: conditions }, 1, 0] } })
  const steps = [
    { $match: select(owner, selection) },
    { $sort: newestFirst },
    { $limit: Math.max(most, 0) + 1 },
    {
      $group: {
        _id: null,
        looked: { $sum: 1 },
        total: sum(fits),
        before: sum(fits, { $literal: after !== undefined }, ...(after ? [comesBefore(after)] : [])),
      },
    },
  ]
  const [found] = await generations.aggregate(steps, patience).toArray()
  const { looked = 0, total = 0, before = 0 } = found ?? {}
  return settleCount({ looked, total, before }, most)
}

/** By the index of the history, or of favourites alone. */
const select = (owner: string, { favourites }: HistorySelection) => ({
  account: encodeText(owner),
  status: 'delivered' as const,
  ...(favourites && { favourite: true as const }),
})

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

/** The same the other way round. */
function endBefore({ createdAt, id }: HistoryPosition) {
  return {
    createdAt: { $gte: createdAt },
    $or: [{ createdAt: { $gt: createdAt } }, { _id: { $gt: encodeText(id) } }],
  }
}

const narrow = (conditions: Document[]) => (conditions.length > 0 ? { $expr: { $and: conditions } } : {})

/** Vary was no tool of its own at first: its words stood before the prompt. */
const usedTool = {
  $ifNull: [
    '$spec.tool',
    {
      $cond: [
        {
          $and: [
            { $eq: [{ $indexOfBytes: ['$spec.prompt', tools.variation.instruct('')] }, 0] },
            { $eq: [{ $indexOfBytes: [{ $arrayElemAt: ['$spec.sources', 0] }, 'result:'] }, 0] },
          ],
        },
        'variation',
        'imagine',
      ],
    },
  ],
}

function listConditions(selection: HistorySelection): Document[] {
  const { words = [], tools: wanted, quality, shared, team, from, until } = selection
  return [
    ...words.map(occurs),
    ...(wanted ? [{ $in: [usedTool, { $literal: [...wanted] }] }] : []),
    ...(quality === undefined ? [] : [{ $eq: ['$spec.quality', quality] }]),
    ...(shared ? [{ $ne: [{ $type: '$shared' }, 'missing'] }] : []),
    ...(team ? [{ $eq: ['$origin.platform', team.platform] }, isText('$origin.team', team.id)] : []),
    ...(from === undefined ? [] : [{ $gte: ['$createdAt', from] }]),
    ...(until === undefined ? [] : [{ $lt: ['$createdAt', until] }]),
  ]
}

const isText = (field: string, text: string): Document => ({ $eq: [field, { $literal: encodeText(text) }] })

/** Of what is not on the page that starts after that place, nor later. */
function comesBefore({ createdAt, id }: HistoryPosition): Document {
  const isThen = { $eq: ['$createdAt', createdAt] }
  const isBefore = { $gte: ['$_id', { $literal: encodeText(id) }] }
  return { $or: [{ $gt: ['$createdAt', createdAt] }, { $and: [isThen, isBefore] }] }
}

/** Not a regular expression: nothing in a word means anything, and any character may be in it. */
function occurs(word: string): Document {
  return { $gte: [{ $indexOfBytes: ['$folded', { $literal: foldText(word) }] }, 0] }
}

/** Itself and its repeats, each found by its own index. */
export async function countShowing(
  generations: Generations,
  id: string,
  key: string | undefined,
): Promise<number> {
  const wanted = { status: 'delivered' as const, ...(key !== undefined && hasPicture(key)) }
  const counts = await Promise.all([
    generations.countDocuments({ _id: encodeText(id), ...wanted }, patience),
    generations.countDocuments({ repeatOf: encodeText(id), ...wanted }, patience),
  ])
  return counts[0] + counts[1]
}

const hasPicture = (key: string) => ({ 'pictures.key': encodeText(key) })

/** One that is delivered and has others. */
export async function removePicture(
  generations: Generations,
  id: string,
  owner: string,
  key: string,
): Promise<Generation | undefined> {
  const hasOthers = { 'pictures.1': { $exists: true } }
  const changed = await generations.findOneAndUpdate(
    {
      _id: encodeText(id),
      account: encodeText(owner),
      status: 'delivered',
      ...hasPicture(key),
      ...hasOthers,
    },
    { $pull: { pictures: { key: encodeText(key) } } },
    { ...patience, returnDocument: 'after' },
  )
  return changed ? toGeneration(changed) : undefined
}
