/** Confirms that a waiting picture was cancelled; where it was asked for, its end says what became of the credits. */
import type { Generation, Words } from '#core/index.ts'
import type { Message } from '../platform.ts'

export function renderCancelled(words: Words, { id }: Generation): Message {
  return { private: true, blocks: [{ kind: 'text', text: words.cancelled(id) }] }
}
