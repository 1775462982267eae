/** All generations of an account, in MongoDB. */
import type { OwnedGenerations } from '#core/images/owned-generations.ts'
import { encodeText } from '#core/store/text.ts'
import { type Database, patience } from './database.ts'
import { type GenerationDocument, toGeneration } from './document.ts'

export function createOwnedGenerations({ collection, run }: Database): OwnedGenerations {
  const generations = collection<GenerationDocument>('generations')
  const ended = (owner: string) => ({ account: encodeText(owner), slot: { $exists: false } })

  return {
    list: (owner, { after = '', limit }) =>
      run(async () => {
        // To MongoDB a limit of 0 is none.
        if (limit < 1) return []
        const wanted = { account: encodeText(owner), _id: { $gt: encodeText(after) } }
        const found = generations.find(wanted, patience).sort({ _id: 1 }).limit(limit)
        return (await found.toArray()).map(toGeneration)
      }),
    move: (from, to) =>
      run(async () => {
        await generations.updateMany(ended(from), { $set: { account: encodeText(to) } }, patience)
      }),
    remove: (owner, ids) =>
      run(async () => {
        await generations.deleteMany({ ...ended(owner), _id: { $in: ids.map(encodeText) } }, patience)
      }),
  }
}
