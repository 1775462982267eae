/** Who somebody is: accounts, and the chat users tied to them. */
import type { Account, ChatUser, Identity } from './account.ts'

export interface Accounts {
  /** Rejects with `not-linked` when this chat user is tied to no account. */
  requireAccount(user: ChatUser): Promise<Account>
  /** The chat user's account, made with its welcome grant if there is none: for the terminal's local person. */
  openAccount(user: ChatUser): Promise<Account>
  listIdentities(account: string): Promise<Identity[]>
}
