/** Accounts and identities in MongoDB. */
import type { Document } from 'mongodb'
import type { Account, Identity } from '#core/accounts/account.ts'
import type { AccountStore } from '#core/accounts/account-store.ts'
import { encodeText } from '#core/store/text.ts'
import { type Database, insertNew, patience } from './database.ts'
import { decode, encode } from './document.ts'
import { isDuplicate } from './failures.ts'

type AccountDocument = Omit<Account, 'id'> & { _id: string }

export function createAccountStore({ collection, run }: Database): AccountStore {
  const accounts = collection<AccountDocument>('accounts')
  const identities = collection<Identity>('identities')
  const hidden = { ...patience, projection: { _id: 0 } }

  return {
    insertAccount: (account) => run(() => insertNew(accounts, toAccountDocument(account))),
    findAccount: (by) =>
      run(async () => {
        const wanted = 'id' in by ? { _id: encodeText(by.id) } : { emailKey: encodeText(by.emailKey) }
        const found = await accounts.findOne(wanted, patience)
        return found ? toAccount(found) : undefined
      }),
    listAccounts: ({ after = '', limit }) =>
      run(async () => {
        // To MongoDB a limit of 0 is none.
        if (limit < 1) return []
        const found = accounts.find({ _id: { $gt: encodeText(after) } }, patience)
        return (await found.sort({ _id: 1 }).limit(limit).toArray()).map(toAccount)
      }),
    changeEmail: (id, email) =>
      run(async () => {
        try {
          const changed = await accounts.updateOne({ _id: encodeText(id) }, { $set: encode(email) }, patience)
          return changed.matchedCount === 1
        } catch (error) {
          if (isDuplicate(error)) return false
          throw error
        }
      }),
    deleteAccount: (id) =>
      run(async () => (await accounts.deleteOne({ _id: encodeText(id) }, patience)).deletedCount === 1),
    insertIdentity: (identity) => run(() => insertNew(identities, encode(identity))),
    findIdentity: ({ platform, user }) =>
      run(async () => {
        const found = await identities.findOne<Identity>({ platform, user: encodeText(user) }, hidden)
        return found ? decode(found) : undefined
      }),
    listIdentities: (account) =>
      run(async () => {
        const order = { linkedAt: 1, platform: 1, user: 1 } as const
        const found = identities.find<Identity>({ account: encodeText(account) }, hidden).sort(order)
        return decode(await found.toArray())
      }),
    moveIdentities: (from, to) =>
      run(async () => {
        const moved = { $set: { account: encodeText(to) } }
        await identities.updateMany({ account: encodeText(from) }, moved, patience)
      }),
    deleteIdentity: ({ platform, user, account }) =>
      run(async () => {
        const tied = { platform, user: encodeText(user), account: encodeText(account) }
        return (await identities.deleteOne(tied, patience)).deletedCount === 1
      }),
  }
}

/** An account as a document. */
export function toAccountDocument({ id, ...fields }: Account): AccountDocument {
  return { _id: encodeText(id), ...encode(fields) }
}

/** What `toAccountDocument` was given. */
export function toAccount(document: Document): Account {
  const { _id, ...fields } = document
  return decode({ id: _id, ...fields }) as Account
}
