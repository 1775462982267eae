/** Tells who reads what answers a call. */
import type { Words } from '#core/index.ts'
import type { Audience } from './messages/picture.ts'
import type { Call } from './platform.ts'

/** `hidden`: it is for the caller alone. Who asked is named where others read along. */
export function findAudience({ alone, user }: Pick<Call, 'alone' | 'user'>, hidden: boolean): Audience {
  if (hidden) return { private: true }
  return alone ? { private: false, alone } : { private: false, asker: user.name }
}

/** The caller's own language, or that of those who read along. */
export const findWords = (
  { alone, words, roomWords }: Pick<Call, 'alone' | 'words' | 'roomWords'>,
  hidden: boolean,
): Words => (hidden || alone ? words : roomWords)
