/** Notes of what each generation came, so that what came of one is found. */
import type { Db } from 'mongodb'
import { findParent } from '#core/images/sources/source-names.ts'

type Kept = { _id: string; spec: { sources: string[] }; parent?: string }

export async function noteParents(database: Db): Promise<void> {
  const generations = database.collection<Kept>('generations')
  const without = { 'spec.sources': { $regex: '^result:' }, parent: { $exists: false } }
  for await (const { _id, spec } of generations.find(without)) {
    const parent = findParent(spec)?.id
    if (parent !== undefined) await generations.updateOne({ _id }, { $set: { parent } })
  }
}
