/** The port through which accounts and identities are kept. */
import type { Account, ChatUser, Identity } from './account.ts'

/** Every write is one atomic, durable step. */
export interface AccountStore {
  /** False, and nothing written, when the id or the e-mail address is taken. */
  insertAccount(account: Account): Promise<boolean>
  findAccount(by: { id: string } | { email: string }): Promise<Account | undefined>
  /** False, and nothing written, when this chat user is tied to an account already. */
  insertIdentity(identity: Identity): Promise<boolean>
  findIdentity(user: Pick<ChatUser, 'platform' | 'user'>): Promise<Identity | undefined>
  /** An account's identities, oldest first. */
  listIdentities(account: string): Promise<Identity[]>
  /** False when no such identity is tied to that account. */
  deleteIdentity(identity: Pick<Identity, 'platform' | 'user' | 'account'>): Promise<boolean>
}
