/** Accounts and the chat identities tied to them, as records. */
import type { ChatUser } from '#core/chat.ts'

/** One person's account: one wallet and one history. Times are milliseconds since 1970. */
export interface Account {
  id: string
  /** As typed: mail goes there. Absent for the terminal's local person until they sign in on the web. */
  email?: string
  /** What the address is looked up by, unique among accounts; there exactly when `email` is. */
  emailKey?: string
  createdAt: number
}

/** A chat user tied to an account. */
export interface Identity extends Omit<ChatUser, 'formerly'> {
  account: string
  linkedAt: number
  /** The server or workspace the link was asked for in, as the platform showed it then; for display only. */
  team?: string
}
