/** The credits ledger in MongoDB: two unique indexes keep a wallet's entries in one line, without transactions. */
import type { Entry, LedgerStore } from '#core/credits/ledger-store.ts'
import { encodeText } from '#core/store/text.ts'
import { createTurns } from '#core/turns.ts'
import { backOff } from './back-off.ts'
import { type Database, insertNew, patience } from './database.ts'
import { decode, encode } from './document.ts'
import { ofOrder } from './indexes.ts'

export function createLedgerStore({ collection, run }: Database): LedgerStore {
  const takeTurn = createTurns()
  const entries = collection<Entry>('entries')
  const hidden = { ...patience, projection: { _id: 0 } }
  const newestFirst = { sequence: -1 } as const
  // A bound on the sequence, also where there is none, tells the server which index has the order: another finds a
  // wallet as well, unsorted.
  const wallet = (account: string, before = Number.MAX_SAFE_INTEGER) => ({
    account: encodeText(account),
    sequence: { $lt: before },
  })

  return {
    findLast: (account) =>
      run(async () => {
        const found = await entries.findOne<Entry>(wallet(account), { ...hidden, sort: newestFirst })
        return found ? decode(found) : undefined
      }),
    findByKey: (account, key) =>
      run(async () => {
        const wanted = { account: encodeText(account), key: encodeText(key) }
        const found = await entries.findOne<Entry>(wanted, hidden)
        return found ? decode(found) : undefined
      }),
    insert: async (entry) => {
      // A wallet's entries keep each other waiting on the server, some servers until they see that all wait.
      const isWritten = await takeTurn(entry.account, () => run(() => insertNew(entries, encode(entry))))
      // Another process writes there: asking again at once would keep both from it.
      if (!isWritten) await backOff()
      return isWritten
    },
    list: (account, { before, limit }) =>
      run(async () => {
        // To MongoDB a limit of 0 is none.
        if (limit < 1) return []
        const older = entries.find<Entry>(wallet(account, before), hidden)
        return decode(await older.sort(newestFirst).limit(limit).toArray())
      }),
    listOrderEntries: (reference) =>
      run(async () => {
        const order = { reference: encodeText(reference), ...ofOrder }
        return decode(await entries.find<Entry>(order, hidden).toArray())
      }),
  }
}
