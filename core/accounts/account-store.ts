/** The port through which accounts and identities are kept. */
import type { ChatUser } from '#core/chat.ts'
import type { Account, Identity } from './account.ts'

/** Every write is one atomic, durable step. */
export interface AccountStore {
  /** False, and nothing written, when the id or the `emailKey` is taken. */
  insertAccount(account: Account): Promise<boolean>
  findAccount(by: { id: string } | { emailKey: string }): Promise<Account | undefined>
  /** By id, ascending; `after` is exclusive. */
  listAccounts(page: { after?: string; limit: number }): Promise<Account[]>
  /** False, and nothing written, when there is no such account or another has that `emailKey`. */
  changeEmail(id: string, email: { email: string; emailKey: string }): Promise<boolean>
  /** False when there is none. */
  deleteAccount(id: string): Promise<boolean>
  /** False, and nothing written, when this chat user is tied to an account already. */
  insertIdentity(identity: Identity): Promise<boolean>
  findIdentity(user: Pick<ChatUser, 'platform' | 'user'>): Promise<Identity | undefined>
  /** An account's identities, oldest first. */
  listIdentities(account: string): Promise<Identity[]>
  /** Ties all identities of one account to another. Each moves in one step; cut off, it can be done again. */
  moveIdentities(from: string, to: string): Promise<void>
  /** False when no such identity is tied to that account. */
  deleteIdentity(identity: Pick<Identity, 'platform' | 'user' | 'account'>): Promise<boolean>
}
