/** Confirms that nothing was done. */
import type { Message } from '../platform.ts'

export function renderKept(): Message {
  return { private: true, blocks: [{ kind: 'text', text: ['Nothing was changed.'] }] }
}
