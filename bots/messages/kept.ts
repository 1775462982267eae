/** Confirms that nothing was done. */
import type { Words } from '#core/index.ts'
import type { Message } from '../platform.ts'

export function renderKept(words: Words): Message {
  return { private: true, blocks: [{ kind: 'text', text: words.kept() }] }
}
