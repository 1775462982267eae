/** Confirms that a waiting picture was cancelled. */
import type { Generation } from '#core/index.ts'
import type { Message } from '../platform.ts'
import { renderCredits } from './words.ts'

export function renderCancelled({ id, price }: Generation): Message {
  const text = ['The picture ', { code: id }, ` will not be drawn; ${renderCredits(price)} went back to you.`]
  return { private: true, blocks: [{ kind: 'text', text }] }
}
