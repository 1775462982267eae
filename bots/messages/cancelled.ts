/** Confirms that a waiting picture was cancelled; where it was asked for, its end says what became of the credits. */
import type { Generation } from '#core/index.ts'
import type { Message } from '../platform.ts'

export function renderCancelled({ id }: Generation): Message {
  const text = ['The picture ', { code: id }, ' will not be drawn.']
  return { private: true, blocks: [{ kind: 'text', text }] }
}
