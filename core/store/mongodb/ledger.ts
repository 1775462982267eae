/** The credits ledger in MongoDB: two unique indexes keep a wallet's entries in one line, without transactions. */
import type { Document } from 'mongodb'
import type { BudgetName } from '#core/credits/budget.ts'
import type { Entry, LedgerStore } from '#core/credits/ledger-store.ts'
import { decodeText, encodeText } from '#core/store/text.ts'
import { createTurns } from '#core/turns.ts'
import { backOff } from './back-off.ts'
import { type Database, insertInOrder, patience } from './database.ts'
import { decode, encode } from './document.ts'
import { ofChannel, ofMember, ofMonth, ofOrder } from './indexes.ts'

/** An entry's fields, but that its wallet is `account`, as when each was one's. */
type EntryDocument = Omit<Entry, 'wallet'> & { account: string }

export function createLedgerStore({ collection, run }: Database): LedgerStore {
  const takeTurn = createTurns()
  const entries = collection<EntryDocument>('entries')
  const hidden = { ...patience, projection: { _id: 0 } }
  const newestFirst = { sequence: -1 } as const
  // A bound on the sequence, also where there is none, tells the server which index has the order: another finds a
  // wallet as well, unsorted.
  const isOf = (wallet: string, before = Number.MAX_SAFE_INTEGER) => ({
    account: encodeText(wallet),
    sequence: { $lt: before },
  })

  const insertAll: LedgerStore['insertAll'] = async (given) => {
    const [first] = given
    if (!first) return 0
    // A wallet's entries keep each other waiting on the server, some servers until they see that all wait.
    const { written, took } = await takeTurn(first.wallet, async () => {
      const began = performance.now()
      const written = await run(() => insertInOrder(entries, given.map(toDocument)))
      return { written, took: performance.now() - began }
    })
    // Another process writes there: asking again at once would keep both from it.
    if (written < given.length) await backOff(took)
    return written
  }

  return {
    findLast: (wallet) =>
      run(async () => {
        const found = await entries.findOne(isOf(wallet), { ...hidden, sort: newestFirst })
        return found ? toEntry(found) : undefined
      }),
    findByKey: (wallet, key) =>
      run(async () => {
        const wanted = { account: encodeText(wallet), key: encodeText(key) }
        const found = await entries.findOne(wanted, hidden)
        return found ? toEntry(found) : undefined
      }),
    insert: async (entry) => (await insertAll([entry])) === 1,
    insertAll,
    list: (wallet, { before, limit }) =>
      run(async () => {
        // To MongoDB a limit of 0 is none.
        if (limit < 1) return []
        const older = entries.find(isOf(wallet, before), hidden)
        return (await older.sort(newestFirst).limit(limit).toArray()).map(toEntry)
      }),
    listOrderEntries: (reference) =>
      run(async () => {
        const order = { reference: encodeText(reference), ...ofOrder }
        return (await entries.find(order, hidden).toArray()).map(toEntry)
      }),
    findSpent: (wallet, of) =>
      run(async () => {
        const wanted = { account: encodeText(wallet), ...encodeBudget(of) }
        const hint = 'member' in of ? ofMonth.member : ofMonth.channel
        const found = await entries.findOne(wanted, { ...hidden, sort: newestFirst, hint })
        return ('member' in of ? found?.budget?.memberSpent : found?.budget?.channelSpent) ?? 0
      }),
    listTotals: async (wallet, month) => {
      const sum = async (field: string, ofSome: Document) => {
        const wanted = { account: encodeText(wallet), 'budget.month': encodeText(month), ...ofSome }
        const group = { _id: `$${field}`, sum: { $sum: '$amount' } }
        const found = await run(() =>
          entries.aggregate([{ $match: wanted }, { $group: group }], patience).toArray(),
        )
        return new Map(found.map(({ _id, sum }) => [decodeText(_id), 0 - sum]))
      }
      return {
        members: await sum('budget.member', ofMember),
        channels: await sum('budget.channel', ofChannel),
      }
    },
    listOfMember: (member, { after = { wallet: '', sequence: 0 }, limit }) =>
      run(async () => {
        // To MongoDB a limit of 0 is none.
        if (limit < 1) return []
        const account = encodeText(after.wallet)
        const later = [{ account, sequence: { $gt: after.sequence } }, { account: { $gt: account } }]
        const wanted = { 'budget.member': encodeText(member), $or: later }
        const found = entries.find(wanted, hidden).sort({ account: 1, sequence: 1 }).limit(limit)
        return (await found.toArray()).map(toEntry)
      }),
  }
}

const encodeBudget = (of: BudgetName) =>
  Object.fromEntries(Object.entries(of).map(([field, text]) => [`budget.${field}`, encodeText(text)]))

/** An entry as a document. */
export function toDocument({ wallet, ...fields }: Entry): EntryDocument {
  return encode({ account: wallet, ...fields })
}

/** What `toDocument` was given. */
export function toEntry({ _id, account, ...fields }: Document): Entry {
  return decode({ wallet: account, ...fields }) as Entry
}
