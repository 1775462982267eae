/** Accounts and the chat identities tied to them, as records. */

/** One person's account: one wallet and one history. Times are milliseconds since 1970. */
export interface Account {
  id: string
  /** As typed: mail goes there. Absent for the terminal's local person until they sign in on the web. */
  email?: string
  /** What the address is looked up by, unique among accounts; there exactly when `email` is. */
  emailKey?: string
  createdAt: number
}

/** Where a person chats. */
export type PlatformName = 'terminal' | 'discord' | 'slack'

/** Who somebody is on one platform. */
export interface ChatUser {
  platform: PlatformName
  /** Unique within the platform: `local`, Discord's user id, `<team or enterprise id>:<user id>` on Slack. */
  user: string
  /** As the platform shows it; for display only. */
  name: string
  /** What `user` may have been for the same person before: what is tied to one of these is theirs. Never stored. */
  formerly?: readonly string[]
}

/** A chat user tied to an account. */
export interface Identity extends Omit<ChatUser, 'formerly'> {
  account: string
  linkedAt: number
  /** The server or workspace the link was asked for in, as the platform showed it then; for display only. */
  team?: string
}
