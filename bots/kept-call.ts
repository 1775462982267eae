/** A call as plain JSON, while it waits for its person to be linked. */
import type { ChatUser, Post, Thread } from '#core/index.ts'

/** What a platform needs to find something of its own again, as plain JSON. */
export type Kept = Readonly<Record<string, unknown>>

/** But for whose it is and where it was asked; the rest as in the call. */
export interface KeptCall {
  command: string
  options: Readonly<Record<string, string | number | boolean | Pick<ChatUser, 'user' | 'name' | 'formerly'>>>
  /** By option. */
  attachments: Readonly<Record<string, Kept>>
  admin: boolean
  seal?: string
  alone?: true
  thread?: Thread
  pressed?: Pick<Post, 'channel' | 'message'>
  /** What `findShown` found; absent where the platform has none. */
  shown?: Kept
  /** What came along could be kept. */
  keepsAttachments?: true
  kept: Kept
}
