/** All generations of an account, in MongoDB. */
import type { OwnedGenerations } from '#core/images/owned-generations.ts'
import { encodeText } from '#core/store/text.ts'
import { type Database, patience } from './database.ts'
import { type GenerationDocument, toGeneration } from './document.ts'

export function createOwnedGenerations({ collection, run }: Database): OwnedGenerations {
  const generations = collection<GenerationDocument>('generations')
  const ended = (account: string) => ({ account: encodeText(account), slot: { $exists: false } })

  return {
    list: (account, { after = '', limit }) =>
      run(async () => {
        // To MongoDB a limit of 0 is none.
        if (limit < 1) return []
        const wanted = { account: encodeText(account), _id: { $gt: encodeText(after) } }
        const found = generations.find(wanted, patience).sort({ _id: 1 }).limit(limit)
        return (await found.toArray()).map(toGeneration)
      }),
    move: (from, to) =>
      run(async () => {
        await generations.updateMany(ended(from), { $set: { account: encodeText(to) } }, patience)
      }),
    remove: (account, ids) =>
      run(async () => {
        await generations.deleteMany({ ...ended(account), _id: { $in: ids.map(encodeText) } }, patience)
      }),
  }
}
