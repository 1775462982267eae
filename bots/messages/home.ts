/** Shows somebody's account and what they made last, in one place. */
import type { Generation, Prices, Text, Words } from '#core/index.ts'
import type { Message } from '../platform.ts'
import { renderPicture } from './picture.ts'

/** `parts` are messages about the account; `generations` are the newest first. */
export function renderHome(
  words: Words,
  parts: readonly Message[],
  generations: readonly Generation[],
  prices: Prices,
): Message {
  const recent: Text =
    generations.length === 0
      ? ['You have made nothing yet. In any channel, this makes your first picture: ', { code: '/imagine' }]
      : [{ bold: 'Your latest pictures' }]
  const shown = [
    ...parts,
    { blocks: [{ kind: 'text' as const, text: recent }] },
    ...generations.map((generation) => renderPicture(words, generation, { private: true, prices })),
  ]
  return { private: true, blocks: shown.flatMap(({ blocks }) => blocks) }
}

export function renderHomeWithoutAccount(): Message {
  const text = ['You have no account here yet. This makes or connects one: ', { code: '/link' }]
  return { private: true, blocks: [{ kind: 'text', text }] }
}
