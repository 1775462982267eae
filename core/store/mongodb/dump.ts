/** All that is kept, in MongoDB. */
import type { Document, Sort } from 'mongodb'
import type { Identity } from '#core/accounts/account.ts'
import type { DumpStore, Shelf } from '#core/store/dump-store.ts'
import { encodeText } from '#core/store/text.ts'
import { toAccount, toAccountDocument } from './accounts.ts'
import type { Database } from './database.ts'
import { decode, encode, type GenerationDocument, toDocument, toGeneration } from './document.ts'
import type { CollectionName } from './indexes.ts'
import { toEntry, toDocument as toEntryDocument } from './ledger.ts'
import { toRecord, toDocument as toRecordDocument } from './records.ts'

/** How one kind of thing is kept. */
interface Form<Item, Kept extends Document> {
  order: Sort
  toDocument(item: Item): Kept
  toItem(document: Document): Item
  /** What finds the document that has the same place. */
  findPlace(document: Kept): Document
}

/** An operator waits longer than a person in chat: nothing here bounds how long the server works. */
export function createDumpStore({ collection, run, runOnce }: Database): DumpStore {
  function createShelf<Item, Kept extends Document>(
    name: CollectionName,
    { order, toDocument, toItem, findPlace }: Form<Item, Kept>,
  ): Shelf<Item> {
    const kept = collection<Document>(name)
    return {
      async *readAll() {
        const cursor = kept.find({}, { allowDiskUse: true }).sort(order)
        try {
          for (;;) {
            const document = await runOnce(() => cursor.next())
            if (!document) return
            yield toItem(document)
          }
        } finally {
          await cursor.close()
        }
      },
      async writeAll(items) {
        if (items.length === 0) return
        const writes = items.map(toDocument).map((document) => {
          const { _id, ...replacement } = document
          return { replaceOne: { filter: findPlace(document), replacement, upsert: true } }
        })
        await run(() => kept.bulkWrite(writes, { ordered: false }))
      },
    }
  }

  const entries = collection('entries')
  const generations = collection<GenerationDocument>('generations')
  const byId = ({ _id }: { _id: string }) => ({ _id })

  return {
    accounts: createShelf('accounts', {
      order: { _id: 1 },
      toDocument: toAccountDocument,
      toItem: toAccount,
      findPlace: byId,
    }),
    identities: createShelf<Identity, Identity>('identities', {
      order: { platform: 1, user: 1 },
      toDocument: encode,
      toItem: toPlain,
      findPlace: ({ platform, user }) => ({ platform, user }),
    }),
    entries: createShelf('entries', {
      order: { account: 1, sequence: 1 },
      toDocument: toEntryDocument,
      toItem: toEntry,
      findPlace: ({ account, sequence }) => ({ account, sequence }),
    }),
    generations: createShelf('generations', {
      order: { account: 1, _id: 1 },
      toDocument,
      toItem: toGeneration,
      findPlace: byId,
    }),
    records: createShelf('records', {
      order: { kind: 1, key: 1 },
      toDocument: toRecordDocument,
      toItem: toRecord,
      findPlace: byId,
    }),
    findGenerations: (ids) =>
      run(async () => {
        const found = await generations.find({ _id: { $in: ids.map(encodeText) } }).toArray()
        return found.map(toGeneration)
      }),
    findEntries: (wallets, keys) =>
      run(async () => {
        const wanted = { account: { $in: wallets.map(encodeText) }, key: { $in: keys.map(encodeText) } }
        return (await entries.find(wanted).toArray()).map(toEntry)
      }),
  }
}

/** A document that has no id of its own. */
function toPlain<Item>({ _id, ...fields }: Document): Item {
  return decode(fields) as Item
}
