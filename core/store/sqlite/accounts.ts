/** Accounts and identities in SQLite. */

import type { Account, Identity } from '#core/accounts/account.ts'
import type { AccountStore } from '#core/accounts/account-store.ts'
import type { PlatformName } from '#core/chat.ts'
import { decodeText, encodeText } from '#core/store/text.ts'
import type { Database } from './database.ts'

export type AccountRow = { id: string; email: string | null; email_key: string | null; created_at: number }
export type IdentityRow = {
  platform: string
  user: string
  name: string
  account: string
  linked_at: number
  team: string | null
}

export function createAccountStore(database: Database): AccountStore {
  const insertAccount = database.prepare(
    'INSERT INTO accounts VALUES (:id, :email, :email_key, :created_at) ON CONFLICT DO NOTHING',
  )
  const findById = database.prepare('SELECT * FROM accounts WHERE id = ?')
  const findByEmail = database.prepare('SELECT * FROM accounts WHERE email_key = ?')
  const listAccounts = database.prepare('SELECT * FROM accounts WHERE id > ? ORDER BY id LIMIT ?')
  const changeEmail = database.prepare(
    'UPDATE OR IGNORE accounts SET email = :email, email_key = :email_key WHERE id = :id',
  )
  const deleteAccount = database.prepare('DELETE FROM accounts WHERE id = ?')
  // Columns by name: only so does a process notice, while preparing, that another has just added one.
  const insertIdentity = database.prepare(
    `INSERT INTO identities (platform, user, name, account, linked_at, team)
      VALUES (:platform, :user, :name, :account, :linked_at, :team) ON CONFLICT DO NOTHING`,
  )
  const findIdentity = database.prepare('SELECT * FROM identities WHERE platform = ? AND user = ?')
  const listIdentities = database.prepare(
    'SELECT * FROM identities WHERE account = ? ORDER BY linked_at, platform, user',
  )
  const moveIdentities = database.prepare('UPDATE identities SET account = ? WHERE account = ?')
  const deleteIdentity = database.prepare(
    'DELETE FROM identities WHERE platform = ? AND user = ? AND account = ?',
  )

  return {
    insertAccount: (account) =>
      database.transact(() => insertAccount.run(toAccountRow(account)).changes === 1),
    findAccount: (by) =>
      database.run(() => {
        const row = 'id' in by ? findById.get(encodeText(by.id)) : findByEmail.get(encodeText(by.emailKey))
        return row && toAccount(row as AccountRow)
      }),
    listAccounts: ({ after = '', limit }) =>
      database.run(() =>
        (listAccounts.all(encodeText(after), Math.max(limit, 0)) as AccountRow[]).map(toAccount),
      ),
    changeEmail: (id, { email, emailKey }) =>
      database.transact(() => {
        const row = { id: encodeText(id), email: encodeText(email), email_key: encodeText(emailKey) }
        return changeEmail.run(row).changes === 1
      }),
    deleteAccount: (id) => database.transact(() => deleteAccount.run(encodeText(id)).changes === 1),
    insertIdentity: (identity) =>
      database.transact(() => insertIdentity.run(toIdentityRow(identity)).changes === 1),
    findIdentity: ({ platform, user }) =>
      database.run(() => {
        const row = findIdentity.get(platform, encodeText(user))
        return row && toIdentity(row as IdentityRow)
      }),
    listIdentities: (account) =>
      database.run(() => (listIdentities.all(encodeText(account)) as IdentityRow[]).map(toIdentity)),
    moveIdentities: (from, to) =>
      database.transact(() => void moveIdentities.run(encodeText(to), encodeText(from))),
    deleteIdentity: ({ platform, user, account }) =>
      database.transact(
        () => deleteIdentity.run(platform, encodeText(user), encodeText(account)).changes === 1,
      ),
  }
}

/** An account as a row of its table. */
export function toAccountRow({ id, email, emailKey, createdAt }: Account): AccountRow {
  return {
    id: encodeText(id),
    email: email === undefined ? null : encodeText(email),
    email_key: emailKey === undefined ? null : encodeText(emailKey),
    created_at: createdAt,
  }
}

/** What `toAccountRow` was given. */
export function toAccount({ id, email, email_key, created_at }: AccountRow): Account {
  return {
    id: decodeText(id),
    ...(email !== null && { email: decodeText(email) }),
    ...(email_key !== null && { emailKey: decodeText(email_key) }),
    createdAt: created_at,
  }
}

/** An identity as a row of its table. */
export function toIdentityRow({ platform, user, name, account, linkedAt, team }: Identity): IdentityRow {
  return {
    platform,
    user: encodeText(user),
    name: encodeText(name),
    account: encodeText(account),
    linked_at: linkedAt,
    team: team === undefined ? null : encodeText(team),
  }
}

/** What `toIdentityRow` was given. */
export function toIdentity({ platform, user, name, account, linked_at, team }: IdentityRow): Identity {
  return {
    platform: platform as PlatformName,
    user: decodeText(user),
    name: decodeText(name),
    account: decodeText(account),
    linkedAt: linked_at,
    ...(team !== null && { team: decodeText(team) }),
  }
}
