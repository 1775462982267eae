/** Gives the collections of a MongoDB the indexes that they must have, and takes away those of earlier versions. */
import { isDeepStrictEqual } from 'node:util'
import { type Db, type IndexDescription, MongoServerError } from 'mongodb'
import { isPassing } from './failures.ts'
import { type CollectionName, indexes, pastIndexes, refusals } from './indexes.ts'

/** An index as the server tells of it. */
type Kept = Pick<
  IndexDescription,
  'name' | 'key' | 'unique' | 'partialFilterExpression' | 'expireAfterSeconds'
>

/** IndexNotFound: another process was first. */
const noSuchIndex = 27

const collections = Object.keys(indexes) as CollectionName[]

/** Whether nothing is missing. */
export async function isInShape(database: Db): Promise<boolean> {
  const there = await listNames(database)
  const checked = collections.map(async (collection) => {
    const kept = await listIndexes(database, collection, there)
    const wanted: IndexDescription[] = [...indexes[collection], ...listRefusals(collection)]
    return wanted.every((index) => kept.some((each) => each.name === index.name || isSame(each, index)))
  })
  return (await Promise.all(checked)).every((isRight) => isRight)
}

/** Can be cut off anywhere, and be done by several at once. `onBuild` hears of what may take long. */
export async function bringIntoShape(
  database: Db,
  onBuild: (collection: string, indexes: readonly string[]) => void,
): Promise<void> {
  const there = await listNames(database)
  for (const collection of collections) {
    const kept = await listIndexes(database, collection, there)
    const wanted = indexes[collection].map((index) => {
      const same = kept.find((each) => isSame(each, index))
      return { ...index, name: same?.name ?? index.name, isThere: same !== undefined }
    })
    const missing = wanted.filter(({ isThere }) => !isThere)
    if (missing.length > 0)
      onBuild(
        collection,
        missing.map(({ name }) => name),
      )
    const isFree = ({ isThere, name }: (typeof wanted)[number]) =>
      isThere || !kept.some((each) => each.name === name)
    // One that is there may be under way still: asked for again, the server answers once it is done.
    const simple = wanted.filter(isFree).map(({ isThere, ...index }) => index)
    if (simple.length > 0) await database.collection(collection).createIndexes(simple)
    const names = new Set(simple.map(({ name }) => name))
    for (const { isThere, ...index } of wanted.filter((each) => !isFree(each))) {
      names.add(await buildBeside(database, collection, index, kept))
    }
    await dropPast(database, collection, names)
    for (const refusal of listRefusals(collection)) {
      await database.collection(collection).createIndexes([refusal])
    }
  }
}

/** Where another index has the name. Answers with the name that it has then. */
async function buildBeside(
  database: Db,
  collection: CollectionName,
  index: IndexDescription & { name: string },
  kept: readonly Kept[],
): Promise<string> {
  const build = (name: string) => database.collection(collection).createIndexes([{ ...index, name }])
  const taken = kept.find(({ name }) => name === index.name)
  // Servers may tell of a condition in other words than it was given; the same index again is no error.
  if (taken && isSame({ ...taken, ...pickCondition(index) }, index)) {
    const isIt = await build(index.name).then(
      () => true,
      (error) => {
        if (error instanceof MongoServerError && !isPassing(error)) return false
        throw error
      },
    )
    if (isIt) return index.name
  }
  let number = 2
  while (kept.some(({ name }) => name === `${index.name}-${number}`)) number++
  await build(`${index.name}-${number}`)
  return `${index.name}-${number}`
}

const pickCondition = ({ partialFilterExpression }: IndexDescription) =>
  partialFilterExpression === undefined ? {} : { partialFilterExpression }

async function dropPast(database: Db, collection: CollectionName, names: Set<string>): Promise<void> {
  const refused = listRefusals(collection)
  const ours = [...indexes[collection].map(({ name }) => name), ...(pastIndexes[collection] ?? [])]
  for (const { name = '', ...index } of await database.collection<Kept>(collection).listIndexes().toArray()) {
    const isPast = ours.includes(name.replace(/-\d+$/, '')) && !names.has(name)
    if (!isPast || refused.some((refusal) => isSame({ name, ...index }, refusal))) continue
    await database
      .collection(collection)
      .dropIndex(name)
      .catch((error) => {
        if (!(error instanceof MongoServerError) || error.code !== noSuchIndex) throw error
      })
  }
}

function listRefusals(collection: CollectionName): IndexDescription[] {
  return Object.entries(refusals).flatMap(([name, index]) => (name === collection ? [index] : []))
}

async function listNames(database: Db): Promise<Set<string>> {
  const found = await database.listCollections({}, { nameOnly: true }).toArray()
  return new Set(found.map(({ name }) => name))
}

async function listIndexes(database: Db, collection: CollectionName, there: Set<string>): Promise<Kept[]> {
  return there.has(collection) ? await database.collection(collection).listIndexes().toArray() : []
}

/** Whatever it is called. */
function isSame(one: Kept, other: Kept): boolean {
  const describe = ({ key, unique, partialFilterExpression, expireAfterSeconds }: Kept) => [
    Object.entries(key),
    unique === true,
    partialFilterExpression,
    expireAfterSeconds,
  ]
  return isDeepStrictEqual(describe(one), describe(other))
}
