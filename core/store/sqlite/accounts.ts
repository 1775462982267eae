/** Accounts and identities in SQLite. */
import type { Account, Identity, PlatformName } from '#core/accounts/account.ts'
import type { AccountStore } from '#core/accounts/account-store.ts'
import { decodeText, encodeText } from '#core/store/text.ts'
import type { Database } from './database.ts'

type AccountRow = { id: string; email: string | null; created_at: number }
type IdentityRow = { platform: string; user: string; name: string; account: string; linked_at: number }

export function createAccountStore(database: Database): AccountStore {
  const insertAccount = database.prepare(
    'INSERT INTO accounts VALUES (:id, :email, :created_at) ON CONFLICT DO NOTHING',
  )
  const findById = database.prepare('SELECT * FROM accounts WHERE id = ?')
  const findByEmail = database.prepare('SELECT * FROM accounts WHERE email = ?')
  const insertIdentity = database.prepare(
    'INSERT INTO identities VALUES (:platform, :user, :name, :account, :linked_at) ON CONFLICT DO NOTHING',
  )
  const findIdentity = database.prepare('SELECT * FROM identities WHERE platform = ? AND user = ?')
  const listIdentities = database.prepare(
    'SELECT * FROM identities WHERE account = ? ORDER BY linked_at, platform, user',
  )
  const deleteIdentity = database.prepare(
    'DELETE FROM identities WHERE platform = ? AND user = ? AND account = ?',
  )

  return {
    insertAccount: (account) => database.run(() => insertAccount.run(toAccountRow(account)).changes === 1),
    findAccount: (by) =>
      database.run(() => {
        const row = 'id' in by ? findById.get(encodeText(by.id)) : findByEmail.get(encodeText(by.email))
        return row && toAccount(row as AccountRow)
      }),
    insertIdentity: (identity) =>
      database.run(() => insertIdentity.run(toIdentityRow(identity)).changes === 1),
    findIdentity: ({ platform, user }) =>
      database.run(() => {
        const row = findIdentity.get(platform, encodeText(user))
        return row && toIdentity(row as IdentityRow)
      }),
    listIdentities: (account) =>
      database.run(() => (listIdentities.all(encodeText(account)) as IdentityRow[]).map(toIdentity)),
    deleteIdentity: ({ platform, user, account }) =>
      database.run(() => deleteIdentity.run(platform, encodeText(user), encodeText(account)).changes === 1),
  }
}

function toAccountRow({ id, email, createdAt }: Account): AccountRow {
  return {
    id: encodeText(id),
    email: email === undefined ? null : encodeText(email),
    created_at: createdAt,
  }
}

function toAccount({ id, email, created_at }: AccountRow): Account {
  return {
    id: decodeText(id),
    ...(email !== null && { email: decodeText(email) }),
    createdAt: created_at,
  }
}

function toIdentityRow({ platform, user, name, account, linkedAt }: Identity): IdentityRow {
  return {
    platform,
    user: encodeText(user),
    name: encodeText(name),
    account: encodeText(account),
    linked_at: linkedAt,
  }
}

function toIdentity({ platform, user, name, account, linked_at }: IdentityRow): Identity {
  return {
    platform: platform as PlatformName,
    user: decodeText(user),
    name: decodeText(name),
    account: decodeText(account),
    linkedAt: linked_at,
  }
}
